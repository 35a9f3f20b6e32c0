"""The report's words, from one file for each language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


class Messages:
    """Words of one language by dotted name, such as `column.year`."""

    def __init__(self, language: str, words: Mapping[str, Any]) -> None:
        self.language = language
        self._words = words

    def __call__(self, name: str, /, **values: object) -> str:
        """The message with its blanks filled in; `KeyError` if there is no such message."""
        found: Any = self._words
        for part in name.split(".", 1):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def value(self, section: str, code: object) -> str:
        """A code's word; the code itself where the language has none, "unknown" for none."""
        words = self._words.get(section, {})
        return str(words.get(str(code), code)) if code not in ("", "unknown") else self("page.unknown")


@cache
def load_messages(language: str = "en") -> Messages:
    """The messages of a language; `ValueError` names those there are."""
    folder = files("classifier.report") / "messages"
    if language not in languages():
        raise ValueError(f"no report language {language!r}; there are: {', '.join(languages())}")
    text = (folder / f"{language}.toml").read_text(encoding="utf-8")
    return Messages(language, tomllib.loads(text))


def languages() -> list[str]:
    """ISO codes of the languages a report can be written in."""
    folder = files("classifier.report") / "messages"
    return sorted(
        entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")
    )
