"""Check the corpus and print what it holds: scripts/validate_corpus.py [FILE...]."""

import sys
from collections import Counter
from pathlib import Path
from statistics import quantiles

from classifier.train.checks import problems
from classifier.train.rows import CORPUS, read_entries


def main(paths):
    entries = [entry for path in paths for _, entry in read_entries(path)]
    words = [len(entry["text"].split()) for entry in entries]
    print(f"{len(entries)} rows; words in a text, quartiles: {[round(q) for q in quantiles(words, n=4)]}")
    for key in ("language", "style", "rule", "batch"):
        print(f"{key}: {dict(sorted(Counter(entry[key] for entry in entries).items()))}")
    print("labels:", dict(Counter("+".join(entry["labels"]) or "none" for entry in entries)))
    print(f"hard: {sum(entry['hard'] for entry in entries)}")
    found = problems(entries)
    print(*found or ["No problem found."], sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]] or sorted(CORPUS.glob("*.jsonl"))))
