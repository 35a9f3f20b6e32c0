import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.find.commitments import commitment_id, without_contact


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Write to ana@valley.example.org today", "ana@valley.example.org"),
        ("Call +44 20 7946 0000 or come", "+44 20 7946 0000"),
        ("Tel. (0222) 123-4567", "(0222) 123-4567"),
    ],
)
def test_addresses_and_telephones_are_taken_out(text, contact):
    body = without_contact(text, ("en",))
    assert contact in body.contact
    assert contact not in body.text


@pytest.mark.parametrize("text", ["From 2019-2021 on", "In 2020, 2021 and 2022", "12 villages and 300 wells"])
def test_years_and_amounts_stay(text):
    assert without_contact(text, ("en",)).text == text


def test_a_contact_field_is_taken_out_whole():
    body = without_contact("Description: We open wells.\nContact: Desk four, room nine\n", ("en",))
    assert "Desk four" in body.contact
    assert "Desk four" not in body.text


@pytest.mark.parametrize(
    ("number", "name"), [("3", "p1-007-3"), ("", "p1-007"), ("3.2.a", "p1-007-3.2.a"), ("IV", "p1-007-iv")]
)
def test_ids_hold_plan_order_and_number(number, name):
    assert commitment_id("p1", 7, number) == name


@given(st.text(max_size=12))
def test_ids_are_safe_whatever_is_printed(number):
    assert set(commitment_id("p1", 1, number)) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")
