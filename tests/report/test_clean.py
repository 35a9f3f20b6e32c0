import pytest

from classifier.report.clean import HIDDEN, harmless, printable, without_contacts


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1+1", "|cmd", "%0", "\r\n=1"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Open courts", "1 + 1 = 2", "(=)", "–", ""])
def test_other_text_stays_as_it_is(text):
    assert harmless(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "write to ana.b@justice.example.org now",
        "ana (at) example.org",
        "tel. +44 20 7946 0958",
        "(0)20 7946 0958",
    ],
)
def test_contacts_are_hidden(text):
    hidden = without_contacts(text)
    assert HIDDEN in hidden and "example" not in hidden and "7946" not in hidden


@pytest.mark.parametrize(
    "text", ["by 31 December 2024", "12 345 678 people", "2021-2023", "Law 8,503 of 2010", "a @ b"]
)
def test_dates_and_amounts_are_no_contacts(text):
    assert without_contacts(text) == text


def test_characters_that_steer_or_break_are_dropped():
    assert printable("a\x00b\x1bc\u202ed\ufffee") == "a b c d e"


def test_letters_of_every_script_stay():
    text = "ელექტრონული العدالة 정의 правосудие می\u200cشود\nline"
    assert printable(text) == text
