"""What a reading shows beside the scores: evidence, sub-themes, groups, means, people-centred."""

from collections.abc import Iterable, Iterator, Sequence

from classifier.judgements import Evidence
from classifier.plans import Commitment
from classifier.predict.lexicon import Match
from classifier.predict.sentences import Part, Sentence
from classifier.predict.signals import Reading, Signal
from classifier.taxonomy import Group, JusticeCategory, Means, PeopleCentred

# The group each concept names.
GROUPS = {
    "women": Group.WOMEN,
    "violence": Group.GBV_SURVIVORS,
    "children_and_youth": Group.CHILDREN_AND_YOUTH,
    "disability": Group.PERSONS_WITH_DISABILITIES,
    "indigenous": Group.INDIGENOUS_PEOPLES,
    "minorities": Group.ETHNIC_MINORITIES,
    "lgbtqia": Group.LGBTQIA,
    "migrants": Group.MIGRANTS_AND_REFUGEES,
    "older": Group.OLDER_PEOPLE,
    "poor_rural": Group.POOR_OR_RURAL,
    "detainees": Group.DETAINEES,
    "conflict_victims": Group.CONFLICT_VICTIMS,
    "defenders": Group.DEFENDERS_AND_JOURNALISTS,
}

# The lever each concept names.
MEANS = {
    "technology": Means.TECHNOLOGY,
    "openness": Means.TRANSPARENCY,
    "participation": Means.PARTICIPATION,
    "information": Means.INFORMATION_AND_DATA,
}

# The codebook's signs of a people-centred reform, by the concept that shows each.
INDICATORS = {
    "need_from_data": "need identified from users' data",
    "legal_capability": "legal-capability action",
    "beyond_lawyers": "help beyond lawyers",
    "one_stop": "triage, one-stop or prevention",
    "barrier": "a barrier removed",
    "co_design": "users or civil society co-design or monitor",
    "outcome_measured": "outcome or satisfaction measured",
    "disaggregated": "disaggregated data",
}
# The codebook counts a named user group among its signs.
GROUP_INDICATOR = "named user group"
# The codebook asks for at least two.
ENOUGH_INDICATORS = 2


def promised(reading: Reading) -> frozenset[str]:
    """The concepts that stand outside the background."""
    return frozenset(match.concept for match in _operative(reading))


def evidence(
    reading: Reading, commitment: Commitment, wanted: Iterable[JusticeCategory]
) -> tuple[Evidence, ...]:
    """The spans that carry each wanted category, strongest part first, none twice."""
    found: dict[tuple[JusticeCategory, str, int], Evidence] = {}
    for signal in sorted(
        _speaking(reading, tuple(wanted)), key=lambda s: (s.rule.weak, s.part is not Part.TITLE)
    ):
        item = _span(signal, commitment)
        found.setdefault((item.category, item.part, item.start), item)
    return tuple(found.values())


def background_evidence(reading: Reading, commitment: Commitment) -> tuple[Evidence, ...]:
    """Spans of the background that speak for categories which no promise speaks for (rule B17)."""
    promised = {signal.rule.category for signal in _speaking(reading, tuple(JusticeCategory))}
    said = (s for s in reading.signals if s.part is Part.BACKGROUND and not s.rule.weak)
    return tuple(dict.fromkeys(_span(s, commitment) for s in said if s.rule.category not in promised))


def _span(signal: Signal, commitment: Commitment) -> Evidence:
    part = "title" if signal.part is Part.TITLE else "text"
    whole = commitment.title if part == "title" else commitment.text
    words = whole[signal.start : signal.end]
    return Evidence(signal.rule.category, part, signal.start, signal.end, words, signal.rule.name)


def rules_and_subthemes(
    reading: Reading, wanted: Iterable[JusticeCategory]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codebook rules and sub-themes of what fired, strong rules first, none twice."""
    signals = sorted(_speaking(reading, tuple(wanted)), key=lambda s: s.rule.weak)
    return (
        tuple(dict.fromkeys(s.rule.codebook for s in signals)),
        tuple(dict.fromkeys(s.rule.subtheme for s in signals)),
    )


def groups(concepts: frozenset[str]) -> frozenset[Group]:
    """The people a commitment names in what it promises."""
    return frozenset(group for concept, group in GROUPS.items() if concept in concepts)


def means(concepts: frozenset[str]) -> frozenset[Means]:
    """The Coalition's levers a commitment uses."""
    return frozenset(lever for concept, lever in MEANS.items() if concept in concepts)


def people_centred(concepts: frozenset[str]) -> tuple[PeopleCentred, tuple[str, ...]]:
    """Yes from two of the codebook's indicators on, unclear at one; with those found."""
    found = [text for concept, text in INDICATORS.items() if concept in concepts]
    if groups(concepts):
        found.append(GROUP_INDICATOR)
    if len(found) >= ENOUGH_INDICATORS:
        return PeopleCentred.YES, tuple(found)
    return (PeopleCentred.UNCLEAR if found else PeopleCentred.NO), tuple(found)


def _speaking(reading: Reading, wanted: Sequence[JusticeCategory]) -> list[Signal]:
    return [s for s in reading.signals if s.part is not Part.BACKGROUND and s.rule.category in wanted]


def _operative(reading: Reading) -> Iterator[Match]:
    parts: Iterable[tuple[Sentence, tuple[Match, ...]]] = reading.sentences
    return (match for sentence, some in parts if sentence.part is not Part.BACKGROUND for match in some)
