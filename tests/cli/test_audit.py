import json

import pytest
from click.testing import CliRunner
from factories import A2J
from workspaces import TITLES, decide

from classifier.cli import verbs
from classifier.cli.audit import Share
from classifier.errors import WorkspaceError
from classifier.workspace import Workspace


def audit(folder, *arguments):
    call = ["audit", *arguments, "--workspace", str(folder)]
    return CliRunner().invoke(verbs, call, standalone_mode=False)


def drawn(folder):
    with Workspace.open(folder) as opened:
        return opened.audit()


def test_a_plan_says_how_many_to_read_and_draws_nothing(folder):
    output = audit(folder, "plan").output
    assert "Reading 5 of 5 commitments" in " ".join(output.split())
    assert drawn(folder) == {}


def test_a_plan_as_json(folder):
    plan = json.loads(audit(folder, "plan", "--json").output)
    assert plan["read"] == sum(plan["by_stratum"]) == 5


def test_a_drawn_sample_keeps_every_chance(folder):
    audit(folder, "draw")
    items = drawn(folder)
    assert set(items) == set(TITLES)
    assert all(0 < item.probability <= 1 for item in items.values())


def test_what_people_decided_needs_no_second_look(folder):
    decide(folder, "p1-1", [A2J])
    audit(folder, "draw")
    assert "p1-1" not in drawn(folder)


def test_a_sample_once_drawn_stays(folder):
    audit(folder, "draw")
    error = audit(folder, "draw").exception
    assert isinstance(error, WorkspaceError)
    assert "--again" in str(error)


def test_a_sample_may_be_drawn_again_on_purpose(folder):
    audit(folder, "draw")
    assert audit(folder, "draw", "--again").exception is None


def test_nothing_to_draw_from_says_what_to_do(tmp_path):
    error = audit(tmp_path / "new", "plan").exception
    assert "Run `ogp-justice run` first" in str(error)


@pytest.mark.parametrize(("text", "share"), [("20%", 0.2), ("20", 0.2), (" 7.5 % ", 0.075), ("200%", 2.0)])
def test_a_width_is_a_percentage(text, share):
    assert Share().convert(text, None, None) == pytest.approx(share)


@pytest.mark.parametrize("text", ["wide", "0%", "-5%", "201%", ""])
def test_a_width_that_is_none_is_refused(folder, text):
    result = CliRunner().invoke(verbs, ["audit", "plan", "--workspace", str(folder), "--width", text])
    assert result.exit_code == 2
