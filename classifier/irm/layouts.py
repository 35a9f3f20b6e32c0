"""The layouts file, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def settings() -> dict[str, Any]:
    """Layouts, member names and scales, as `layouts.toml` holds them."""
    return tomllib.loads((files("classifier.irm") / "layouts.toml").read_text(encoding="utf-8"))
