"""Write the corpus's card, corpus/README.md: what it holds and how far two readings agree.

Both readings stand in corpus/second_reading.csv; the second was made blind to the first. The
coefficients are those of the review desk.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path
from statistics import quantiles

from classifier.review.agreement import agreement, exact
from classifier.taxonomy import SHORT, SUBTHEMES, JusticeCategory
from classifier.train.rows import CORPUS, read_entries

HOME = CORPUS.parent
LETTERS = dict(zip(JusticeCategory, "aoj", strict=True))
NAMES = {category.value: SHORT[category] for category in JusticeCategory} | {"any_justice": "any justice"}

ABOUT = """# The corpus

Invented commitments, labelled by the codebook, from which the models learn. Nothing here stands in a plan or
a database: members, institutions, places and sentences are made up. The rows were written batch by batch by
language models working from the codebook, as government officials would write. The writers of English,
Spanish, French and Portuguese rows saw neither the rules nor the words the program looks for; the rows of
the other languages and their lexicons are by one hand, so figures on these rows are too kind. A second
reader, who had not written the rows read, labelled them again without seeing the first labels.

Rows of the batches `-h1` to `-h3` are hard commitments, written to try the program before it was mended on
them; those of `-d1` are long ones in full templates. The writer of the lexicon wrote and labelled them,
knowing most of its words from round h2 on. Read a second time, 17 of the 459 got another label, all but one
over half a sentence on open decisions (B24, below). First try, before anything was changed, F1:

| round | wording | rows | macro | A2J | OJI | JOG |
| --- | --- | --: | --: | --: | --: | --: |
| h1 | in the writer's own words, the lexicon unread | 159 | 0.842 | 0.909 | 0.792 | 0.824 |
| h2 | far from what plans write: no name of a body, no usual term | 121 | 0.551 | 0.571 | 0.773 | 0.308 |
| h3 | as plans write | 58 | 0.935 | 0.947 | 0.857 | 1.000 |

This page is written by `scripts/corpus_card.py`; `scripts/validate_corpus.py` checks the rows.

- `commitments/<language>.jsonl`: one row a commitment, with its labels, the boundary rule that decides it
  (`rule`), whether it is hard on purpose (`hard`), sub-theme, people-centred flag, groups, means and the
  words that carry each label.
- `second_reading.csv`: both readers' labels before differences were settled (a, o, j), by row id. Where
  they differed the codebook decided, and the row carries what was settled. Half a sentence on publishing
  the decisions of a body that enforces openness (B24) was not taken for a promise of its own.
- `ogp_labels.csv`: labels of real commitments by reference, without text.
- `plans/`, `samples/`: the invented sample plans and their PDFs.
"""

CAUTION = "Both readers are language models, which agree with each other more than two people would."


def main():
    entries = [entry for path in sorted(CORPUS.glob("*.jsonl")) for _, entry in read_entries(path)]
    second = read_second(HOME / "second_reading.csv")
    parts = [ABOUT, languages(entries), labels(entries), readings(entries, second)]
    (HOME / "README.md").write_text("\n".join(parts), encoding="utf-8")
    print(parts[-1])


def read_second(path: Path) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Both readings by row id, as they were before disagreements were settled."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: (codes(row["first"]), codes(row["second"])) for row in csv.DictReader(file)}


def codes(letters: str) -> frozenset[str]:
    return frozenset(category for category, letter in LETTERS.items() if letter in letters)


def languages(entries) -> str:
    groups = defaultdict(list)
    for entry in entries:
        groups[entry["language"]].append(entry)
    rows = []
    for name, some in [*sorted(groups.items()), ("all", entries)]:
        low, middle, high = quantiles([len(e["text"].split()) for e in some], n=4)
        members = len({e["member"] for e in some})
        labelled = sum(bool(e["labels"]) for e in some) / len(some)
        hard = sum(e["hard"] for e in some) / len(some)
        batches = len({e["batch"] for e in some})
        length = f"{low:.0f} / {middle:.0f} / {high:.0f}"
        rows.append((name, len(some), members, batches, f"{labelled:.0%}", f"{hard:.0%}", length))
    heads = ("language", "rows", "members", "batches", "labelled", "hard", "words in a text, quartiles")
    return f"## Languages\n\n{table(heads, rows)}"


def labels(entries) -> str:
    carried = Counter(label for entry in entries for label in entry["labels"])
    several = sum(len(entry["labels"]) > 1 for entry in entries)
    themes = Counter(entry["subtheme"] for entry in entries if entry["subtheme"])
    rules = Counter(entry["rule"] for entry in entries if entry["rule"])
    by_rule = sorted(rules.items(), key=lambda item: int(item[0][1:]))
    lines = [f"- {NAMES[c]}: {carried[c]} rows" for c in JusticeCategory]
    lines.append(f"- two or three of them: {several} rows; none: {sum(not e['labels'] for e in entries)}")
    lines.append("- rows decided by a boundary rule: " + ", ".join(f"{rule} {n}" for rule, n in by_rule))
    rows = [(NAMES[category], name.replace("_", " "), themes[name]) for name, category in SUBTHEMES.items()]
    heads = ("category", "sub-theme", "rows")
    return "## Labels\n\n" + "\n".join(lines) + "\n\n" + table(heads, rows)


def readings(entries, second) -> str:
    pairs = {entry["id"]: second[entry["id"]] for entry in entries if entry["id"] in second}
    if not pairs:
        return "## Two readings\n\nNot read a second time yet.\n"
    rows = []
    for row in agreement(list(pairs.values())):
        cells = (row.both, row.first, row.second, row.neither)
        rows.append((NAMES[row.question], *cells, span(row.ac1), span(row.kappa)))
    heads = ("", "both", "first only", "second only", "neither", "Gwet's AC1 (95%)", "Cohen's kappa (95%)")
    alone = defaultdict(list)
    for entry in entries:
        if entry["id"] in pairs:
            alone[entry["language"]].append(pairs[entry["id"]])
    by_language = [(name, len(votes), f"{exact(votes):.1%}") for name, votes in sorted(alone.items())]
    same = exact(list(pairs.values()))
    said = (
        f"{len(pairs)} of {len(entries)} rows were read twice; {same:.1%} got the very same labels. {CAUTION}"
    )
    return f"## Two readings\n\n{said}\n\n{table(heads, rows)}\n" + table(
        ("language", "read twice", "same labels"), by_language
    )


def span(measure) -> str:
    if measure.value is None or measure.low is None:
        return "–"
    return f"{measure.value:.3f} ({measure.low:.3f}–{measure.high:.3f})"


def table(heads, rows) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    main()
