"""What the linear heads see of a reading: rules, concepts, words."""

from collections import Counter

from classifier.predict.lexicon import WORD, fold
from classifier.predict.sentences import Part
from classifier.predict.signals import Reading, Rule
from classifier.taxonomy import JusticeCategory

# Words below which a commitment counts as a one-liner.
SHORT_TEXT = 25

Features = dict[str, float]


def spoken_for(category: JusticeCategory) -> str:
    """The feature that any rule, weak or strong, fired for a category outside the background."""
    return f"spoken for {category}"


def strongly_spoken_for(category: JusticeCategory) -> str:
    """The feature that a rule which counts as evidence by itself fired for a category."""
    return f"rules for {category}"


def concept_features(reading: Reading) -> Features:
    """Rules and concepts by the part they stand in; each 0 or 1.

    Pooled by presence: one operative promise in a long text counts as much as in a short one.
    """
    found: Features = {}
    for signal in reading.signals:
        found[f"rule {signal.rule.name} {signal.part}"] = 1.0
        if signal.part is not Part.BACKGROUND:
            found[f"rule {signal.rule.name}"] = 1.0
            found[spoken_for(signal.rule.category)] = 1.0
    found |= _agreement(reading)
    for sentence, matches in reading.sentences:
        for match in matches:
            found[f"concept {match.concept} {sentence.part}"] = 1.0
    if len(WORD.findall(operative_text(reading))) < SHORT_TEXT:
        found["short"] = 1.0
    return found


def _agreement(reading: Reading) -> Features:
    """How many different rules speak for each category, outside the background."""
    counts = Counter(rule.category for rule in _strong_rules(reading))
    found = {strongly_spoken_for(category): 1.0 for category in counts}
    return found | {f"{strongly_spoken_for(category)} agree": 1.0 for category, n in counts.items() if n > 1}


def _strong_rules(reading: Reading) -> set[Rule]:
    return {s.rule for s in reading.signals if s.part is not Part.BACKGROUND and not s.rule.weak}


def operative_text(reading: Reading) -> str:
    """Title and promise, folded; the title twice, since it says most."""
    parts = [s.text for s, _ in reading.sentences if s.part is not Part.BACKGROUND]
    titles = [s.text for s, _ in reading.sentences if s.part is Part.TITLE]
    return " ".join(fold(word) for word in WORD.findall(" ".join(titles + parts)))
