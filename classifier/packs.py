"""Tesseract's language packs: which are installed, and which read a language or a script."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytesseract

# Packs used together; each takes as long as one alone.
MOST_PACKS = 2


@cache
def packs() -> frozenset[str]:
    """Tesseract's installed language packs; empty where Tesseract is missing."""
    try:
        return frozenset(pytesseract.get_languages()) - {"osd", "snum"}
    except (pytesseract.TesseractNotFoundError, OSError):
        return frozenset()


def packs_for(languages: Sequence[str]) -> str:
    """The packs of a plan's languages, or several where none is known or installed.

    They are joined as Tesseract wants them: "spa+fra". Empty where no pack is installed.
    """
    wanted = [_data()["packs"].get(code, "") for code in languages[:MOST_PACKS]]
    return "+".join(_installed(wanted)) or next(iter(packs_by_script()), "")


def packs_by_script() -> list[str]:
    """The packs to try where the language is unknown: Latin first, then script by script."""
    latin = _installed(_data()["unknown"])
    others = (_installed(some)[:MOST_PACKS] for some in _data()["scripts"].values())
    return ["+".join(some) for some in (latin, *others) if some] or sorted(packs())[:1]


def segmentation(pack: str) -> int:
    """The page segmentation mode that packs need; 0 for Tesseract's own."""
    modes: dict[str, int] = _data()["segmentation"]
    return max(modes.get(one, 0) for one in pack.split("+"))


def _installed(wanted: Sequence[str]) -> list[str]:
    return [pack for pack in wanted if pack in packs()]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "packs.toml").read_text(encoding="utf-8"))
