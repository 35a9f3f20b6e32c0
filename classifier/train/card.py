"""The readable card of a model."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from classifier.taxonomy import JusticeCategory


def write_card(folder: Path, card: Mapping[str, Any]) -> Path:
    """Write `card.md` beside `card.json`."""
    environment = Environment(
        loader=PackageLoader("classifier.train"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    categories = {category.value: category.full_name for category in JusticeCategory}
    plain = json.loads(json.dumps(card))
    text = environment.get_template("card.md.j2").render(card=plain, categories=categories)
    (folder / "card.md").write_text(text, encoding="utf-8")
    return folder / "card.md"
