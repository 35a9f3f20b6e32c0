"""Which rules fire in a commitment, where, and on which words."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from classifier.plans import Commitment
from classifier.predict.lexicon import Known, Match, guess_language, languages, load_lexicon
from classifier.predict.sentences import Part, Sentence, sentences
from classifier.taxonomy import JusticeCategory

# More words than a sentence has: no limit on how far apart concepts may stand.
FAR = 1_000
# Matches of one group in a sentence that are tried: lists repeat a word endlessly.
MOST_OF_A_GROUP = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """Concepts that together, in one sentence, speak for a category.

    A `weak` rule is a hint for the heads and no evidence by itself.
    """

    name: str
    category: JusticeCategory
    codebook: str
    subtheme: str
    groups: tuple[frozenset[str], ...]
    none: frozenset[str] = frozenset()
    near: int = FAR
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule that fired: in which part, over which characters of it."""

    rule: Rule
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A commitment as the model sees it: sentences with their concepts, rules that fired."""

    language: str
    sentences: tuple[tuple[Sentence, tuple[Match, ...]], ...]
    signals: tuple[Signal, ...]


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules of `rules.toml`, in its order."""
    data = tomllib.loads((Path(__file__).parent / "rules.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            name=entry["name"],
            category=JusticeCategory(entry["category"]),
            codebook=entry["codebook"],
            subtheme=entry["subtheme"],
            groups=tuple(frozenset(group.split("|")) for group in entry["all"]),
            none=frozenset(entry.get("none", ())),
            near=entry.get("near", FAR),
            weak=entry.get("weak", False),
        )
        for entry in data["rule"]
    )


@cache
def _rules_by_first_group() -> dict[str, tuple[int, ...]]:
    """Each concept with the places of the rules whose first group holds it."""
    found: dict[str, tuple[int, ...]] = {}
    for place, rule in enumerate(load_rules()):
        for concept in rule.groups[0]:
            found[concept] = (*found.get(concept, ()), place)
    return found


def read(commitment: Commitment) -> Reading:
    """Match concepts sentence by sentence, then see which rules fire."""
    known = commitment.language in languages()
    language = commitment.language if known else guess_language(f"{commitment.title} {commitment.text}")
    lexicon = load_lexicon(language)
    found = []
    signals: list[Signal] = []
    for sentence in sentences(commitment):
        matches = _without_stops(lexicon.match(sentence.text))
        found.append((sentence, tuple(matches)))
        signals += fire(sentence, matches)
    return Reading(language, tuple(found), tuple(signals))


def read_without(reading: Reading, terms: Set[Known]) -> Reading:
    """A reading as if some terms were not in the lexicon."""
    lexicon = load_lexicon(reading.language)
    found = [(s, tuple(_without_stops(lexicon.match(s.text, terms)))) for s, _ in reading.sentences]
    signals = tuple(signal for sentence, matches in found for signal in fire(sentence, matches))
    return Reading(reading.language, tuple(found), signals)


def _without_stops(matches: Sequence[Match]) -> list[Match]:
    """Concepts whose words a stop pattern covers are no concepts ("tax justice")."""
    stops = [match for match in matches if match.concept.startswith("stop_")]
    return [match for match in matches if match in stops or not _covered(match, stops)]


def _covered(match: Match, stops: Sequence[Match]) -> bool:
    return any(stop.start <= match.start and match.end <= stop.end for stop in stops)


def fire(sentence: Sentence, matches: Sequence[Match]) -> Iterator[Signal]:
    """The rules that fire on a sentence's concepts, in the order of `rules.toml`."""
    concepts = {match.concept for match in matches}
    # A rule is tried only where a concept of its first group stands: most sentences hold few.
    places = {place for concept in concepts for place in _rules_by_first_group().get(concept, ())}
    for place in sorted(places):
        rule = load_rules()[place]
        if _may_fire(rule, concepts):
            chosen = _closest(rule, matches)
            if chosen:
                start = min(match.start for match in chosen)
                end = max(match.end for match in chosen)
                yield Signal(rule, sentence.part, sentence.start + start, sentence.start + end)


def _may_fire(rule: Rule, concepts: set[str]) -> bool:
    return not rule.none & concepts and all(group & concepts for group in rule.groups)


def _closest(rule: Rule, matches: Sequence[Match]) -> tuple[Match, ...]:
    """One match of each group, as near to each other as the sentence has them; none if too far."""
    options = [
        [match for match in matches if match.concept in group][:MOST_OF_A_GROUP] for group in rule.groups
    ]
    chosen = min(product(*options), key=_spread)
    return chosen if _spread(chosen) <= rule.near and _distinct(chosen) else ()


def _spread(matches: Iterable[Match]) -> int:
    places = [match.at for match in matches]
    return max(places) - min(places)


def _distinct(matches: Sequence[Match]) -> bool:
    """Whether the groups were filled by different words."""
    return len({(match.start, match.end) for match in matches}) == len(matches)
