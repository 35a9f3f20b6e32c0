"""One record for each commitment: nothing where nobody has said, no contacts."""

from dataclasses import replace

import pytest
from factories import A2J, JOG, OJI, make_finding, make_plan
from scenes import HIGH, OPEN, row

from classifier.irm import Joins
from classifier.judgements import AuditItem
from classifier.report import Sources, compute
from classifier.report.records import FIELDS
from classifier.taxonomy import Group, Means, PeopleCentred

MAIL = "ana@justice.example.org"


def only(finding, **sources):
    (found,) = compute([finding], Sources(**sources)).records
    return found


def saying(**more):
    made = make_finding([A2J])
    return replace(made, prediction=replace(made.prediction, **more))


def test_every_field_is_there_once_in_order():
    assert len(only(make_finding()).values) == len(FIELDS) == len(set(FIELDS))


def test_no_label_is_nothing_and_not_no():
    unread = replace(make_finding(), prediction=None, label=None)
    found = only(unread)
    assert [found[name] for name in (A2J, OJI, JOG, "any_justice")] == [None] * 4
    assert (found["decided"], found["read_by_model"], found[f"score_{A2J}"]) == (False, False, None)


def test_a_label_without_categories_is_no():
    found = only(make_finding())
    assert [found[name] for name in (A2J, OJI, JOG, "any_justice")] == [False] * 4


def test_what_people_decided_stands_over_the_model():
    found = only(make_finding([A2J], decided=[OJI]))
    assert (found[A2J], found[OJI], found["decided"]) == (False, True, True)
    assert found[f"score_{A2J}"] == 0.9


@pytest.mark.parametrize("name", ["title", "text", "lead_institution"])
def test_contacts_are_in_no_text(name):
    assert MAIL not in only(make_finding(**{name: f"Ask {MAIL}"}))[name]


def test_contact_details_kept_apart_are_in_no_field():
    found = only(make_finding([A2J], contact=f"Ana, {MAIL}"))
    assert not any(MAIL in str(value) for value in found.values)


def test_a_plan_without_a_member_has_empty_fields_not_words():
    found = only(make_finding(plan=make_plan(member=None)))
    assert [found[name] for name in ("member", "region", "income", "level")] == [""] * 4


@pytest.mark.parametrize(
    "lead, branch", [("Supreme Court", "judiciary"), ("", ""), ("Friends of Telmara", "")]
)
def test_the_lead_branch_is_empty_where_no_word_tells(lead, branch):
    assert only(make_finding(lead_institution=lead))["lead_branch"] == branch


def test_several_values_have_a_semicolon_between():
    found = only(
        saying(
            subthemes=("legal_help", "legal_needs"),
            groups=frozenset({Group.WOMEN, Group.DETAINEES}),
            means=frozenset({Means.TECHNOLOGY, Means.PARTICIPATION}),
        )
    )
    assert found["subthemes"] == "legal_help; legal_needs"
    assert found["groups"] == "detainees; women" and found["means"] == "participation; technology"


def test_people_centred_is_said_of_justice_commitments_only():
    assert only(saying(people_centred=PeopleCentred.YES))["people_centred"] == "yes"
    ordinary = make_finding()
    said = replace(ordinary.prediction, people_centred=PeopleCentred.YES)
    assert only(replace(ordinary, prediction=said))["people_centred"] == ""


def test_irms_values_stay_as_published():
    one = make_finding([A2J])
    found = only(one, joins=Joins({one.commitment.id: row(irm=OPEN)}))
    assert (found["potential_impact"], found["potential_for_results"], found["diog"]) == ("ND", "NR", "ND")
    assert (found["high_ambition"], found["high_completion"]) == (None, None)


def test_irms_values_come_with_what_they_stand_for():
    one = make_finding([A2J])
    found = only(one, joins=Joins({one.commitment.id: row(irm=HIGH)}))
    assert (found["potential_for_results"], found["high_ambition"]) == ("Substantial", True)
    assert found["ogp_id"] == "TX0001"


def test_what_is_not_joined_has_no_results():
    found = only(make_finding([A2J]), joins=Joins({}))
    assert (found["potential_impact"], found["high_ambition"], found["ogp_id"]) == ("", None, "")


def test_the_place_in_the_audit_is_kept_with_its_chance():
    one = make_finding([A2J])
    item = AuditItem(one.commitment.id, 4, 1 / 3, True)
    found = only(replace(one, audit=item))
    assert [found[f"audit_{name}"] for name in ("stratum", "probability", "sampled")] == [4, 0.333333, True]
    assert only(one)["audit_stratum"] is None
