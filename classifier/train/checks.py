"""What a corpus must hold before a model may learn from it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from classifier.predict.lexicon import fold
from classifier.taxonomy import RULES, SUBTHEMES, Group, JusticeCategory, Means, PeopleCentred

# Similarity of two texts' sorted words, of 100, from which they count as one.
NEAR_DUPLICATE = 88
# A corpus of hard cases teaches a linear model that words mean nothing.
MOST_HARD = 0.25
# About nine real commitments in ten carry no label.
FEWEST_ORDINARY = 0.6
# Share of a member's rows with one label set beyond which the name could predict it.
MEMBER_SHARE = 0.75

Entry = Mapping[str, Any]
Check = Callable[[Sequence[Entry]], Iterator[str]]


def problems(entries: Sequence[Entry]) -> list[str]:
    """Everything wrong with a corpus, one sentence each; empty if it can be used."""
    return [problem for check in CHECKS for problem in check(entries)]


def unique_ids(entries: Sequence[Entry]) -> Iterator[str]:
    """No id twice."""
    counts = Counter(entry["id"] for entry in entries)
    return (f"{name} is the id of {count} rows." for name, count in counts.items() if count > 1)


def legal_codes(entries: Sequence[Entry]) -> Iterator[str]:
    """Every code is the codebook's."""
    legal: dict[str, set[str]] = {
        "labels": set(JusticeCategory),
        "groups": set(Group),
        "means": set(Means),
    }
    for entry in entries:
        for key, codes in legal.items():
            for code in set(entry[key]) - codes:
                yield f"{entry['id']}: {code!r} is no code of {key}."


def legal_names(entries: Sequence[Entry]) -> Iterator[str]:
    """Every rule and sub-theme is the codebook's."""
    for entry in entries:
        if entry["rule"] and entry["rule"] not in RULES:
            yield f"{entry['id']}: {entry['rule']!r} is no rule of the codebook."
        if entry["subtheme"] and entry["subtheme"] not in SUBTHEMES:
            yield f"{entry['id']}: {entry['subtheme']!r} is no sub-theme."


def labels_agree(entries: Sequence[Entry]) -> Iterator[str]:
    """A label has a sub-theme, a people-centred flag and evidence; no label has none of them."""
    flags = set(PeopleCentred)
    for entry in entries:
        labelled = bool(entry["labels"])
        if labelled != bool(entry["subtheme"]):
            yield f"{entry['id']}: labels and sub-theme do not agree."
        if labelled != (entry["people_centred"] in flags):
            yield f"{entry['id']}: labels and the people-centred flag do not agree."
        if {item["category"] for item in entry["evidence"]} != set(entry["labels"]):
            yield f"{entry['id']}: labels and evidence do not agree."


def evidence_stands_in_text(entries: Sequence[Entry]) -> Iterator[str]:
    """Every quote is found in title or text."""
    for entry in entries:
        for item in entry["evidence"]:
            if item["quote"] not in entry["title"] and item["quote"] not in entry["text"]:
                yield f"{entry['id']}: the evidence {item['quote'][:40]!r} is not in the row."


def no_near_duplicates(entries: Sequence[Entry]) -> Iterator[str]:
    """No two rows of a language say nearly the same."""
    texts = {
        entry["id"]: " ".join(map(fold, f"{entry['title']} {entry['text']}".split())) for entry in entries
    }
    by_language: dict[str, list[str]] = {}
    for entry in entries:
        by_language.setdefault(entry["language"], []).append(entry["id"])
    for names in by_language.values():
        for one, other in combinations(names, 2):
            if fuzz.token_sort_ratio(texts[one], texts[other], score_cutoff=NEAR_DUPLICATE):
                yield f"{one} and {other} say nearly the same."


def rules_covered(entries: Sequence[Entry]) -> Iterator[str]:
    """Each boundary rule decides at least one row."""
    used = {entry["rule"] for entry in entries}
    return (f"No row is decided by rule {rule}." for rule in RULES if rule not in used)


def natural_first(entries: Sequence[Entry]) -> Iterator[str]:
    """Mostly ordinary commitments, at most a quarter hard, as real plans have them."""
    ordinary = sum(not entry["labels"] for entry in entries) / len(entries)
    hard = sum(entry["hard"] for entry in entries) / len(entries)
    if ordinary < FEWEST_ORDINARY:
        yield f"Only {ordinary:.0%} of the rows carry no label; real plans have more."
    if hard > MOST_HARD:
        yield f"{hard:.0%} of the rows are hard cases; at most {MOST_HARD:.0%} may be."


def no_telling_names(entries: Sequence[Entry]) -> Iterator[str]:
    """No member's rows nearly all carry one label."""
    by_member: dict[str, Counter[str]] = {}
    for entry in entries:
        by_member.setdefault(entry["member"], Counter()).update(entry["labels"] or ["none"])
    for member, counts in by_member.items():
        label, count = counts.most_common(1)[0]
        if label != "none" and _telling(count, counts.total()):
            yield f"{count} of {counts.total()} labels of {member} are {label}."


def _telling(count: int, total: int) -> bool:
    return count >= 5 and count > MEMBER_SHARE * total


# In the order in which an author would mend them.
CHECKS: tuple[Check, ...] = (
    unique_ids,
    legal_codes,
    legal_names,
    labels_agree,
    evidence_stands_in_text,
    no_near_duplicates,
    rules_covered,
    natural_first,
    no_telling_names,
)
