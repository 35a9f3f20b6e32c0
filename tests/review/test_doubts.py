from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, make_evidence, make_finding, make_row
from review.desks import twin

from classifier.review import doubts as module
from classifier.review.counterparts import counterparts
from classifier.review.doubts import REASONS, TITLES, Knowledge, doubts, usual_unknown

THRESHOLDS = {A2J: 0.4, OJI: 0.4, JOG: 0.4}


def predicted(finding, **values):
    return replace(finding, prediction=replace(finding.prediction, **values))


def scored(finding, **scores):
    names = {"a2j": A2J, "oji": OJI, "jog": JOG}
    return predicted(finding, scores={c: scores.get(n, 0.0) for n, c in names.items()})


def reasons(finding, **knowledge):
    """The reasons that speak up, chance left aside."""
    return [d.reason for d in doubts(finding, Knowledge(**knowledge)) if d.reason != "drawn_by_chance"]


def test_every_reason_has_a_name_on_the_screen():
    assert [reason.__name__ for reason in REASONS] == list(TITLES)


def test_a_plain_case_raises_no_doubt():
    assert reasons(make_finding([A2J]), thresholds=THRESHOLDS, covered=frozenset({"en"})) == []


def test_a_commitment_without_prediction_raises_none_of_the_models():
    assert reasons(replace(make_finding(), prediction=None), thresholds=THRESHOLDS) == []


@pytest.mark.parametrize(
    ("score", "near"), [(0.4, True), (0.3, True), (0.55, True), (0.02, False), (0.95, False)]
)
def test_a_score_beside_its_threshold(score, near):
    finding = scored(make_finding([A2J] if score >= 0.4 else []), a2j=score)
    assert ("near_threshold" in reasons(finding, thresholds=THRESHOLDS)) is near


def test_the_nearer_the_stronger():
    near, nearer = (
        module.near_threshold(scored(make_finding(), a2j=s), Knowledge(thresholds=THRESHOLDS))
        for s in (0.3, 0.39)
    )
    assert nearer.strength > near.strength


def test_a_high_score_without_words_to_show():
    finding = predicted(scored(make_finding(), jog=0.9), evidence=(), categories=frozenset())
    assert reasons(finding, thresholds=THRESHOLDS) == ["signals_disagree"]


def test_words_that_the_score_does_not_follow():
    finding = predicted(make_finding(), evidence=(make_evidence(OJI),))
    assert reasons(finding, thresholds=THRESHOLDS) == ["signals_disagree"]


def test_words_in_the_background_only():
    finding = predicted(make_finding(), background=(make_evidence(A2J),))
    assert reasons(finding) == ["only_background"]


@pytest.mark.parametrize(("covered", "found"), [({"en"}, []), ({"fr"}, ["weak_language"]), (set(), [])])
def test_a_language_the_model_hardly_knows(covered, found):
    assert reasons(make_finding(), covered=frozenset(covered)) == found


@pytest.mark.parametrize(
    ("row", "found"), [({"ocr_pages": 3, "pages": 9}, True), ({"grade": "poor"}, True), ({}, False)]
)
def test_a_scan_or_poor_text(row, found):
    assert ("read_by_ocr" in reasons(make_finding(), files={"p1": make_row(**row)})) is found


def test_an_uncertain_split():
    assert reasons(make_finding(confidence=0.4)) == ["unsure_split"]


@pytest.mark.parametrize(
    ("tags", "predicted_as", "found"),
    [
        ({"Access to Justice"}, [A2J], []),
        ({"Access to Justice"}, [], ["differs_from_ogp"]),
        ({"Fiscal"}, [A2J], ["differs_from_ogp"]),
        # OGP has no tag for the third category: its absence says nothing.
        (set(), [JOG], []),
    ],
)
def test_tags_of_ogp(tags, predicted_as, found):
    finding = make_finding(predicted_as)
    known = {"tag_categories": {"Access to Justice": A2J}, "tags": {finding.commitment.id: frozenset(tags)}}
    assert reasons(finding, **known) == found


def test_last_plans_twin_had_another_label():
    old, new = twin("Legal aid", starts=2021, categories=[A2J]), twin("Legal aid", starts=2023)
    found = counterparts([new, old])
    assert found[new.commitment.id].commitment_id == old.commitment.id
    assert reasons(new, counterparts=found) == ["differs_from_last_plan"]


def test_a_twin_with_the_same_label_is_no_doubt():
    old, new = twin("Legal aid", starts=2021), twin("Legal aid", starts=2023)
    assert reasons(new, counterparts=counterparts([old, new])) == []


def test_other_titles_are_no_twins():
    assert counterparts([twin("Legal aid", starts=2021), twin("Open budgets", starts=2023)]) == {}


def test_words_the_model_never_saw():
    finding = predicted(make_finding(), unknown_words=0.8)
    assert reasons(finding) == ["out_of_vocabulary"]
    assert reasons(finding, usual_unknown=0.9) == []


def test_what_is_usual_comes_from_nine_in_ten():
    some = [predicted(make_finding(), unknown_words=n / 10) for n in range(10)]
    assert usual_unknown(some) == 0.9


def test_one_in_forty_is_drawn_by_lot_and_always_the_same():
    drawn = [i for i in range(4000) if module.drawn_by_chance(make_finding(id=f"x{i}"), Knowledge())]
    assert 60 < len(drawn) < 140
