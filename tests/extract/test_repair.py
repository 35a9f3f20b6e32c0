import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.extract.repair import (
    close_tracking,
    compose,
    drop_controls,
    drop_soft_hyphens,
    expand_ligatures,
    join_lines,
    name_bullets,
    plain_spaces,
    repair,
)


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (expand_ligatures, "oﬃcial ﬁle", "official file"),
        (name_bullets, "\uf0b7 First", "• First"),
        (drop_soft_hyphens, "trans\u00adparency", "transparency"),
        (close_tracking, "C O U R T S open", "COURTS open"),
        (close_tracking, "a b c", "a b c"),
        (plain_spaces, " one\ttwo\u00a0 three ", "one two three"),
        (compose, "e\u0301tat", "état"),
        (drop_controls, "one\x07two\nthree", "onetwo\nthree"),
    ],
)
def test_each_step_mends_one_thing(step, before, after):
    assert step(before) == after


def test_repair_takes_every_step():
    assert repair("\uf0b7\tthe oﬃ\u00adcial  ﬁle") == "• the official file"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["a transpar-", "ent state"], "a transparent state"),
        (["a transpar\ufffe", "ent state"], "a transparent state"),
        (["a transpar\u00ad", "ent state"], "a transparent state"),
        (["in 2019-", "2021"], "in 2019- 2021"),
        (["North-", "South"], "North- South"),
        (["one", "two"], "one two"),
    ],
)
def test_words_broken_at_line_ends_are_made_whole(lines, whole):
    assert join_lines(lines) == whole


@given(st.text())
def test_repaired_text_is_composed_and_printable(text):
    mended = repair(text)
    assert unicodedata.is_normalized("NFC", mended)
    assert not any(unicodedata.category(c) == "Cc" for c in mended.replace("\n", ""))


@given(st.text(alphabet="abc -\n", max_size=40))
def test_repair_changes_nothing_the_second_time(text):
    assert repair(repair(text)) == repair(text)


def test_arabic_shapes_become_letters():
    assert repair("\ufe97\ufe98\ufefb") == "تتلا"
