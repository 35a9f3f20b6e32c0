"""The limits of one file, as options of `run` and `find`."""

import click
import pytest
from click.testing import CliRunner
from factories import SAMPLES

from classifier.cli import verbs
from classifier.cli.limits import limit_options, limits_of
from classifier.cli.run import _bounds
from classifier.errors import LimitExceeded
from classifier.extract import Limits

PLAN = SAMPLES / "puerto_lirio_2021-2022_es.pdf"
GIVEN = [
    "--seconds",
    5,
    "--memory",
    64,
    "--pages",
    3,
    "--file-size",
    2,
    "--page-characters",
    9,
    "--image-pixels",
    1,
]


def options(*arguments):
    @click.command()
    @limit_options
    def command(**given):
        return given

    return command.main([str(a) for a in arguments], standalone_mode=False)


def test_without_options_the_limits_are_the_programs_own():
    assert limits_of(options("--memory", 2048)) == Limits()


def test_every_limit_can_be_set():
    wanted = Limits(2 * 2**20, 3, 9, 5.0, 64 * 2**20, 10**6)
    assert limits_of(options(*GIVEN)) == wanted


def test_the_fence_around_the_process_has_the_same_limits():
    bounds = _bounds(options(*GIVEN))
    assert (bounds.fence.seconds, bounds.fence.memory) == (5, 64 * 2**20)


def test_a_limit_of_nothing_is_refused_in_words():
    with pytest.raises(click.UsageError, match="the limit pages must be above zero"):
        limits_of(options("--pages", 0))


def test_find_keeps_to_the_limits():
    with pytest.raises(LimitExceeded, match="9 pages, more than the 4 allowed"):
        CliRunner().invoke(
            verbs, ["find", str(PLAN), "--pages", "4"], standalone_mode=False, catch_exceptions=False
        )


@pytest.mark.parametrize("verb", ["run", "find"])
def test_both_verbs_name_every_limit(verb):
    shown = CliRunner().invoke(verbs, [verb, "--help"]).output
    assert all(option in shown for option in GIVEN[::2])
