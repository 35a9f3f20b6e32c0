"""What extraction knows of each language's words: one data file each, no code but to read it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def known(key: str) -> dict[str, Any]:
    """What the files say under a key, by ISO code; languages without it are left out."""
    files = {
        file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.toml"))
    }
    return {code: words[key] for code, words in files.items() if key in words}


def every(key: str) -> list[str]:
    """The words of all languages under a key, longer ones first."""
    words = {word for some in known(key).values() for word in some}
    return sorted(words, key=lambda word: (-len(word), word))
