"""Which of Tesseract's language packs read a plan."""

import pytesseract
import pytest

from classifier import packs
from classifier.cues import languages


@pytest.fixture
def installed(monkeypatch):
    def install(*names):
        monkeypatch.setattr(packs, "packs", lambda: frozenset(names))

    return install


@pytest.mark.parametrize(
    ("names", "spoken", "pack"),
    [
        (("eng", "spa"), ["es"], "spa"),
        (("eng", "spa", "fra"), ["es", "fr", "en"], "spa+fra"),
        (("eng", "spa"), [], "eng+spa"),
        (("eng", "spa"), ["ka"], "eng+spa"),
        (("deu",), ["ka"], "deu"),
        ((), ["es"], ""),
    ],
)
def test_the_packs_of_the_plans_languages_are_used(installed, names, spoken, pack):
    installed(*names)
    assert packs.packs_for(spoken) == pack


def test_latin_letters_are_tried_first_then_script_by_script(installed):
    installed("ell", "kat", "eng", "rus", "srp", "ukr")
    assert packs.packs_by_script() == ["eng", "rus+srp", "kat", "ell"]


@pytest.mark.parametrize(("pack", "mode"), [("eng", 0), ("kor", 4), ("eng+kor", 4)])
def test_hangul_needs_another_segmentation(pack, mode):
    assert packs.segmentation(pack) == mode


def test_every_language_with_cues_has_a_pack_but_one():
    named = packs._data()["packs"]
    assert set(languages()) - set(named) <= {"az"}


@pytest.mark.parametrize("error", [pytesseract.TesseractNotFoundError, OSError])
def test_without_tesseract_no_pack_is_installed(monkeypatch, error):
    def missing():
        raise error

    monkeypatch.setattr(pytesseract, "get_languages", missing)
    assert packs.packs.__wrapped__() == frozenset()
