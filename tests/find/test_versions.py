from dataclasses import replace

import pytest
from find.readings import BODY, make_reading

from classifier.find.fit import fit
from classifier.find.series import Series, start_at
from classifier.find.versions import first_whole, one_version, with_other


def commitments(language, count, words=BODY):
    return [
        entry
        for n in range(1, count + 1)
        for entry in (("h", f"{n}. {language.upper()} list {n}", 13, language), ("p", words, 10, language))
    ]


def fit_of(*entries):
    reading = make_reading(*entries)
    places = [at for at, mark in enumerate(reading.marks) if mark]
    return fit(reading, Series("numbered headings", tuple(start_at(reading, at) for at in places), 1.0))


def split(*entries):
    return one_version(make_reading(*entries), fit_of(*entries))


def held(*counts):
    """Which is counted of a document and its versions that hold so many commitments each; `None` no fit."""
    whole = fit_of(*commitments("en", 12))
    fits = [c if c is None else replace(whole, segments=whole.segments[:1] * c) for c in counts]
    return first_whole(fits)


def spoken(found):
    return [segment.start.title.split()[0].lower() for segment in found.segments]


def test_the_first_of_two_versions_is_counted():
    found = split(*commitments("es", 5), *commitments("en", 5))
    assert (spoken(found), found.other_version) == (["es"] * 5, ("en", 5))


def test_versions_in_turn_for_each_commitment_are_counted_once():
    pairs = zip(*[iter(commitments("pt", 4))] * 2, *[iter(commitments("en", 4))] * 2, strict=True)
    found = split(*(entry for pair in pairs for entry in pair))
    assert spoken(found) == ["pt"] * 4


def test_one_commitment_fewer_in_the_second_version_is_said():
    assert split(*commitments("es", 6), *commitments("en", 5)).other_version == ("en", 5)


def test_other_commitments_in_another_language_are_all_counted():
    found = split(*commitments("es", 8), *commitments("en", 3))
    assert (len(found.segments), found.other_version) == (11, ("", 0))


def test_a_plan_in_one_language_stays_whole():
    assert len(split(*commitments("en", 6)).segments) == 6


def test_the_last_commitment_ends_where_another_language_begins():
    rest = [("p", BODY, 10, "en")] * 12
    found = split(*commitments("es", 4), *rest)
    assert found.segments[-1].end == 8


def test_quotes_in_another_language_end_nothing():
    found = split(*commitments("es", 4), ("p", BODY, 10, "en"), *[("p", BODY, 10, "es")] * 9)
    assert found.segments[-1].end == 18


@pytest.mark.parametrize("counts", [(8, 8, 8), (16, 8, 8), (8, 7, 8), (8, 8, 1), (8, 8, None)])
def test_the_first_version_is_counted_where_it_is_as_whole_as_the_other(counts):
    assert held(*counts) == 1


@pytest.mark.parametrize("counts", [(8, 3, 8), (8, None, 8), (15, 2, 7)])
def test_the_second_version_is_counted_where_the_first_is_in_pieces(counts):
    assert held(*counts) == 2


@pytest.mark.parametrize("counts", [(8,), (8, 2, 2), (None, None, None), (12, 4, 3), (5, None, 2)])
def test_the_document_is_counted_as_it_stands_where_no_version_is_whole(counts):
    assert held(*counts) == 0


def test_the_other_version_is_told_with_its_count():
    found = fit_of(*commitments("es", 5))
    assert with_other(found, "en", found).other_version == ("en", 5)
    assert with_other(found, "en", None).other_version == ("en", 0)
