"""The readable card of a model."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from classifier.files import write_whole
from classifier.taxonomy import JusticeCategory
from classifier.train.plots import draw

# Measured apart from training, since it takes as long as ten trainings.
ABLATION = "ablation.json"


def write_card(folder: Path, card: Mapping[str, Any]) -> Path:
    """Write `card.md` and its pictures beside `card.json`."""
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
    pictures = draw(folder, plain["scores"])
    tried = read_ablation(folder)
    text = environment.get_template("card.md.j2").render(
        card=plain, categories=categories, pictures=pictures, ablation=tried
    )
    return write_whole(folder / "card.md", text)


def write_ablation(folder: Path, measured: Mapping[str, Any]) -> None:
    """Keep an ablation beside the card, which shows it from now on."""
    write_whole(folder / ABLATION, json.dumps(measured, indent=1) + "\n")
    write_card(folder, json.loads((folder / "card.json").read_text(encoding="utf-8")))


def read_ablation(folder: Path) -> dict[str, Any] | None:
    """The ablation kept beside a card, if one was measured."""
    path = folder / ABLATION
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
