"""What extraction knows of each language's words."""

import re
import tomllib

import pytest

from classifier.extract.words import FOLDER, every, known

FILES = sorted(FOLDER.glob("*.toml"))
KEYS = {"caption", "page", "of", "number_first", "bound", "final"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_names_captions_and_pages(file):
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    assert re.fullmatch("[a-z]{2}", file.stem)
    assert {"caption", "page"} <= set(words) <= KEYS


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_words_are_written_as_they_are_compared(file):
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    some = [word for key in ("caption", "page") for word in words[key]]
    assert some == [word.lower() for word in some]
    assert len(set(some)) == len(some)


def test_known_leaves_out_languages_that_do_not_say():
    assert set(known("bound")) == {"ko"}


def test_longer_words_come_before_those_they_begin_with():
    words = every("page")
    assert words.index("página") < words.index("p")
