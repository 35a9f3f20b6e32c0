"""Train the shipped models, as `make model` does: from the corpus alone, and with the real labels.

    python scripts/train.py [DATABASE...]

DATABASE are the files of OGP's commitments database, to which corpus/ogp_labels.csv refers. Without
them only the corpus's model is trained, and the one with real commitments stays as it is.
"""

import sys

from classifier.cli import verbs

ALONE, REAL = "corpus-2026", "real-2026"


def main(databases):
    given = [part for path in databases for part in ("--ogp", path)]
    verbs(["train", "--name", ALONE, "--corpus-alone", *given], standalone_mode=False)
    if databases:
        verbs(["train", "--name", REAL, *given], standalone_mode=False)
    else:
        print(f"{REAL} was left as it is: name your copy of OGP's database to train it too.")


if __name__ == "__main__":
    main(sys.argv[1:])
