import pytest

from classifier.find.marks import Marker, follows

MARKER = Marker(["en", "es", "fr", "pt"])


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Commitment 3: Open the wells", "3", "Open the wells"),
        ("Commitment 6. A safe way to report", "6", "A safe way to report"),
        ("COMPROMISO NRO. 4: Datos", "4", "Datos"),
        ("Engagement n° 3 : Ouvrir", "3", "Ouvrir"),
        ("Compromisso 2. Abrir", "2", "Abrir"),
        ("2. A land register", "2", "A land register"),
        ("3.2.1 Title here", "3.2.1", "Title here"),
        ("O6M1: Measures", "O6M1", "Measures"),
        ("IV. Fiscal openness", "IV", "Fiscal openness"),
        ("4) Title", "4", "Title"),
    ],
)
def test_printed_numbers_are_read(text, number, title):
    mark = MARKER.read(text)
    assert mark.number == number
    assert text[mark.rest :] == title


@pytest.mark.parametrize(
    "text", ["2019 was a year", "15 May 2020", "A register of wells", "3.5 million people"]
)
def test_dates_amounts_and_sentences_are_no_numbers(text):
    assert MARKER.read(text) is None


@pytest.mark.parametrize(
    ("key", "before", "next_one"),
    [
        ((4,), (3,), True),
        ((2, 1), (1, 7), True),
        ((5,), (3,), False),
        ((1, 2), (1, 1), True),
        ((1,), (1, 1), False),
    ],
)
def test_the_next_number_is_known(key, before, next_one):
    assert follows(key, before) is next_one
