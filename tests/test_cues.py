import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier import cues
from classifier.cues import field_spans, fold, languages, load_cues
from classifier.find.marks import Marker
from classifier.plans import FieldName

RUN_TOGETHER = (
    "Lead institution Ministry of Rivers Other actors involved River clubs "
    "Status quo or problem addressed by the commitment Nobody knows who dams what. "
    "Main objective A public dam register. Contact information Name of responsible person Ana Polk"
)


def named(text: str) -> dict[str, str]:
    return {field.name: text[field.start : field.end] for field in field_spans(text)}


def test_fields_of_text_run_together() -> None:
    assert named(RUN_TOGETHER) == {
        FieldName.LEAD: "Ministry of Rivers",
        FieldName.SUPPORTING: "River clubs",
        FieldName.PROBLEM: "Nobody knows who dams what.",
        FieldName.OBJECTIVE: "A public dam register.",
        FieldName.CONTACT: "Ana Polk",
    }


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("¿Cuál es el compromiso?\nAbrir el registro.", FieldName.DESCRIPTION, "Abrir el registro."),
        ("2. QU'EST-CE QUI ?\nDate de début : mai 2020", FieldName.PERIOD, "mai 2020"),
        ("Órgão responsável: Agência das Águas", FieldName.LEAD, "Agência das Águas"),
        (
            "What problem does the commitment aim to address, and for whom? Floods.",
            FieldName.PROBLEM,
            "Floods.",
        ),
    ],
)
def test_labels_match_without_accents_case_and_punctuation(text: str, name: FieldName, value: str) -> None:
    assert named(text) == {name: value}


def test_prose_is_not_split() -> None:
    text = "The main objective is met when the lead institution and its contact agree on a status quo."
    assert field_spans(text) == ()


def test_milestone_columns_do_not_end_the_milestones() -> None:
    text = "Milestones\nStart date:\nEnd date:\n1. Publish the list\nMay 2021\nContact: the registry"
    assert named(text)[FieldName.MILESTONES].endswith("May 2021")


@given(
    st.text(max_size=60), st.sampled_from([" Problem:\n", "\nMain objective: ", " ¿Cuál es el compromiso? "])
)
def test_spans_lie_in_the_text_in_order(noise: str, label: str) -> None:
    text = noise + label + noise
    spans = [place for field in field_spans(text) for place in (field.start, field.end)]
    assert spans == sorted(spans) and all(0 <= place <= len(text) for place in spans)


@pytest.mark.parametrize("language", languages())
def test_every_language_names_commitments_plans_and_fields(language: str) -> None:
    terms = load_cues(language).terms
    assert {"commitment", "plan", "fields.lead", "fields.milestones", "sections.annex"} <= terms.keys()
    assert all(cue.words for known in terms.values() for cue in known)


LISTED = (
    "en es fr pt it ro sq sr hr bs mk bg uk ru el ka hy id ar ko de nl da no sv fi et lv lt cs sk mn az he tr"
)


def test_every_language_of_ogps_members_has_a_file() -> None:
    assert set(LISTED.split()) <= set(languages())


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more language, as one more file."""
    folder = tmp_path / "cues"
    shutil.copytree(cues.CUES_FOLDER, folder)
    text = 'name = "Qavian"\n[commitment]\nrecalled = ["qorva"]\n[fields.lead]\nrecalled = ["qen vadh rul"]\n'
    (folder / "qq.toml").write_text(text)
    monkeypatch.setattr(cues, "CUES_FOLDER", folder)
    caches = (cues.languages, cues.load_cues, cues._trie)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("invented")
def test_adding_a_language_is_adding_a_file() -> None:
    assert "qq" in languages()
    assert named("Qen vadh rul: the river office") == {FieldName.LEAD: "the river office"}
    assert Marker(languages()).read("Qorva 3. Open the wells").number == "3"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", languages())
def test_every_cue_says_where_it_is_known_from(language: str) -> None:
    known = {cue.evidence for terms in load_cues(language).terms.values() for cue in terms}
    assert known <= {"seen", "recalled"}


def test_unknown_language_has_no_terms() -> None:
    assert load_cues("xx").terms == {}


def test_fold_keeps_words_only() -> None:
    assert fold("N.º 3: l’Engagement CLÉ") == ("n", "3", "l", "engagement", "cle")
