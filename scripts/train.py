"""Train the shipped model: `make model`. Arguments go to `ogp-justice train`.

From the corpus alone unless real labelled commitments are given with --gold.
"""

import sys

from classifier.cli import main

if __name__ == "__main__":
    sys.argv[1:1] = ["train"]
    main()
