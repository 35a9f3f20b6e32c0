"""Examples: which are shown, in which words, with the way back to the page."""

from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, PORT_SELM, TELMARA, make_evidence, make_finding, make_plan
from scenes import HIGH, NORDEN, OPEN, row

from classifier.irm import Joins
from classifier.report import Sources, compute, irm_in_words, load_messages
from classifier.report.examples import AROUND, EXAMPLES_EACH, LONGEST_TITLE

PLANS = [make_plan(id=m.code, member=m, file_name=f"{m.code} plan.pdf") for m in (TELMARA, NORDEN, PORT_SELM)]
TEXT = "We know the need. The ministry will give free legal aid in every town; lawyers are paid. Later more."


def about(plan=PLANS[0], *, score=0.9, text=TEXT, words="legal aid", part="text", **more):
    made = make_finding([A2J], plan=plan, text=text, **more)
    start = (text if part == "text" else made.commitment.title).find(words)
    evidence = make_evidence(A2J, words, part=part, start=start, end=start + len(words))
    said = replace(made.prediction, scores={A2J: score, OJI: 0.1, JOG: 0.1}, evidence=(evidence,))
    return replace(made, prediction=said)


def shown(*some, **sources):
    return compute(some, Sources(**sources)).examples


def test_what_people_confirmed_comes_before_what_the_model_is_surest_of():
    sure, confirmed = about(score=0.99), about(PLANS[1], score=0.4, decided=[A2J])
    assert [one.id for one in shown(sure, confirmed)] == [confirmed.commitment.id, sure.commitment.id]


def test_the_surest_come_first_among_the_models_own():
    some = [about(PLANS[n], score=score) for n, score in enumerate((0.6, 0.9, 0.7))]
    assert [one.member for one in shown(*some)] == ["Norden", "Port Selm", "Telmara"]


def test_members_take_turns():
    some = [about(score=0.99), about(score=0.98), about(score=0.97), about(PLANS[1], score=0.5)]
    assert [one.member for one in shown(*some)] == ["Telmara", "Norden", "Telmara"]


def test_no_more_than_a_few_of_each_category():
    assert len(shown(*(about() for _ in range(9)))) == EXAMPLES_EACH


def test_an_example_quotes_its_evidence_within_its_sentence():
    before, words, after = shown(about())[0].evidence
    assert (before, words) == ("The ministry will give free ", "legal aid")
    assert after == " in every town;"


def test_evidence_in_the_title_is_quoted_from_the_title():
    found = shown(about(title="Free legal aid for all", part="title"))[0]
    assert found.evidence == ("Free ", "legal aid", " for all")


def test_long_sentences_are_cut_at_words_on_both_sides():
    text = f"{'before ' * 60}legal aid {'after ' * 60}"
    before, _, after = shown(about(text=text))[0].evidence
    assert before.startswith("…before") and after.endswith("after…")
    assert len(before) <= AROUND + 1 and len(after) <= AROUND + 1


def test_without_evidence_nothing_is_quoted():
    bare = about()
    bare = replace(bare, prediction=replace(bare.prediction, evidence=()))
    assert shown(bare)[0].evidence == ("", "", "")


def test_addresses_are_hidden_in_what_is_quoted():
    text = "Write to ana@justice.example.org for legal aid, or call +44 20 7946 0958."
    quoted = "".join(shown(about(text=text))[0].evidence)
    assert "legal aid" in quoted and "example" not in quoted and "7946" not in quoted


def test_a_title_that_is_a_whole_sentence_is_cut():
    title = shown(about(title="legal aid " * 40))[0].title
    assert title.endswith("…") and len(title) <= LONGEST_TITLE + 1


def test_links_lead_to_the_page_and_survive_blanks_in_names():
    one = shown(about(pages=(12, 13)))[0]
    assert one.link == "TX%20plan.pdf#page=12" and one.where == "TX plan.pdf, page 12"


def test_links_lead_where_the_report_was_told_the_plans_are():
    one = shown(about(pages=(12,)), links={"TX": "https://plans.example/tx.pdf"})[0]
    assert one.link == "https://plans.example/tx.pdf#page=12"


@pytest.mark.parametrize("more", [{"pages": ()}, {"plan": replace(PLANS[0], file_name="")}])
def test_without_a_page_or_a_file_there_is_no_link(more):
    assert shown(about(**more))[0].link == ""


def test_examples_name_what_is_most_like_them_elsewhere_with_its_results():
    here, there = about(), about(PLANS[1], title="Lawyers for all")
    joins = Joins({there.commitment.id: row(irm=HIGH)})
    found = next(one for one in shown(here, there, joins=joins) if one.member == "Telmara")
    assert found.alike == (
        "Norden (2023): Lawyers for all (High ambition, High completion, High early results)",
    )


def test_a_year_without_justice_shows_examples_of_other_years():
    old = about(make_plan(id="old", starts=2019, ends=2020))
    assert [one.years for one in compute([old, make_finding()], year=2023).examples] == ["2019–2020"]


@pytest.mark.parametrize(
    "result, said",
    [
        (HIGH, "High ambition, High completion, High early results"),
        (OPEN, "not assessed yet"),
        (
            replace(HIGH, potential_for_results="Modest", completion_end="Limited", early_results="Moderate"),
            "nothing rated high",
        ),
    ],
)
def test_results_in_words_keep_low_and_unassessed_apart(result, said):
    assert irm_in_words(result, load_messages()) == said
