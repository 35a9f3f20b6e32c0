"""What follows from scores and rules, by hand on one commitment at a time."""

import numpy as np
import pytest

from classifier.plans import Commitment
from classifier.predict.bands import Band, Signals, judge, signals
from classifier.predict.heads import feature_parts
from classifier.predict.signals import read
from classifier.taxonomy import JusticeCategory

BANDS = dict.fromkeys(JusticeCategory, Band(0.2, 0.5, 0.9))
TEXTS = ("We protect whistleblowers.", "We publish bus timetables.", "Free legal aid in villages.")


def verdict(score, *, shown=True, strong=True):
    """One commitment whose first category has this score and these signals; the others have none."""
    spoken = Signals(np.array([[shown, False, False]]), np.array([[strong, False, False]]))
    return judge(np.array([[score, 0.0, 0.0]]), spoken, BANDS)


@pytest.mark.parametrize(
    ("score", "found", "doubtful", "agreed"),
    [
        (0.95, True, False, True),
        (0.9, True, False, True),
        (0.6, True, True, False),
        (0.5, True, True, False),
        (0.3, False, True, False),
        (0.1, False, False, False),
    ],
)
def test_a_score_is_read_by_the_band(score, found, doubtful, agreed):
    said = verdict(score)
    assert (said.found[0, 0], said.doubtful[0, 0], said.agreed[0]) == (found, doubtful, agreed)


def test_a_low_score_agrees_with_rules_that_say_nothing():
    assert verdict(0.1, shown=False, strong=False).agreed[0]


def test_rules_that_speak_where_the_heads_do_not_are_no_agreement():
    assert not verdict(0.1, strong=True).agreed[0]


def test_a_high_score_with_nothing_to_show_is_doubtful_and_no_label():
    said = verdict(0.95, shown=False, strong=False)
    assert not said.found[0, 0] and said.doubtful[0, 0] and not said.agreed[0]


def test_a_label_that_only_weak_rules_carry_is_not_accepted():
    said = verdict(0.95, strong=False)
    assert said.found[0, 0] and not said.agreed[0]


def test_signals_are_what_rules_spoke_for():
    concepts, _ = feature_parts([read(Commitment.from_text(title="", text=text)) for text in TEXTS])
    found = signals(concepts)
    assert found.shown.tolist() == [[False, False, True], [False, False, False], [True, False, False]]
    assert not (found.strong & ~found.shown).any()
    assert found.some(np.array([2])).shown.tolist() == [[True, False, False]]
