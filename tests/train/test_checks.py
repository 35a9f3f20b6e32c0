import pytest

from classifier.train import checks
from classifier.train.rows import CORPUS, read_entries


def row(number, **more):
    return {
        "id": f"en-{number}",
        "language": "en",
        "member": f"m{number % 7}",
        "title": f"Title {number}",
        "text": f"Publish list {number} of the {number * 37} things kept by office {number * 91}",
        "labels": [],
        "rule": "",
        "hard": False,
        "subtheme": "",
        "people_centred": None,
        "groups": [],
        "means": [],
        "evidence": [],
    } | more


LABELLED = {
    "labels": ["access_to_justice"],
    "subtheme": "legal_help",
    "people_centred": "no",
    "evidence": [{"category": "access_to_justice", "quote": "Publish"}],
}


@pytest.fixture(scope="module")
def corpus():
    return [entry for path in sorted(CORPUS.glob("*.jsonl")) for _, entry in read_entries(path)]


def test_the_corpus_has_no_problem(corpus):
    assert checks.problems(corpus) == []


def test_the_corpus_is_large_enough(corpus):
    assert len(corpus) >= 800
    assert {entry["language"] for entry in corpus} >= {"en", "es", "fr", "pt"}


@pytest.mark.parametrize(
    ("check", "rows", "problem"),
    [
        (checks.unique_ids, [row(1), row(1)], "en-1 is the id of 2 rows."),
        (checks.legal_codes, [row(1, labels=["justice"])], "'justice' is no code of labels"),
        (checks.legal_names, [row(1, rule="B99")], "no rule of the codebook"),
        (checks.legal_names, [row(1, subtheme="x")], "no sub-theme"),
        (checks.labels_agree, [row(1, labels=["access_to_justice"])], "sub-theme do not agree"),
        (
            checks.evidence_stands_in_text,
            [row(1, **LABELLED | {"evidence": [{"quote": "?"}]})],
            "not in the row",
        ),
        (checks.no_near_duplicates, [row(1), row(1, id="en-2")], "en-1 and en-2 say nearly the same."),
        (checks.rules_covered, [row(1, rule="B1")], "No row is decided by rule B2."),
        (checks.natural_first, [row(n, **LABELLED) for n in range(9)], "carry no label"),
        (checks.natural_first, [row(n, hard=True) for n in range(9)], "hard cases"),
        (checks.no_telling_names, [row(7 * n, **LABELLED) for n in range(6)], "labels of m0 are"),
    ],
)
def test_each_check_finds_its_problem(check, rows, problem):
    assert any(problem in found for found in check(rows))


def test_a_good_row_passes_every_row_check():
    good = [row(1), row(2, **LABELLED)]
    assert not [p for check in checks.CHECKS[:5] for p in check(good)]
