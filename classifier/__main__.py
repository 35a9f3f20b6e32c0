"""`python -m classifier` is `ogp-justice`."""

from classifier.cli import main

if __name__ == "__main__":
    main()
