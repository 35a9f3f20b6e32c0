"""A model on disk: a skops file with the card that vouches for it.

models/<id>/model.skops   vectorizers and heads
models/<id>/card.json     hash, versions, data, thresholds, scores
models/<id>/card.md       the same for people
models/current            the id in use
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

import skops.io

from classifier.errors import ModelError, UntrustedModel
from classifier.files import write_whole
from classifier.predict.heads import Heads

# Bundles lie beside the package, so that a checkout carries its model.
MODELS = Path(__file__).parents[2] / "models"
# Raised whenever features or rules change what a stored model means.
FORMAT = 2
# A scikit-learn type that skops leaves to the reader to trust: the nodes of one tree, in arrays.
TRUSTED = ("sklearn.tree._tree.Tree",)
# Those whose versions can change what a stored model says.
LIBRARIES = ("scikit-learn", "skops", "numpy", "scipy", "spacy")


def save(folder: Path, heads: Heads, card: Mapping[str, Any]) -> dict[str, Any]:
    """Write model and card into `folder`; the card comes back with hash and versions."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {field.name: getattr(heads, field.name) for field in fields(heads)}
    data = _reproducible(skops.io.dumps(parts))
    write_whole(folder / "model.skops", data)
    full = {
        "id": folder.name,
        "format": FORMAT,
        "sha256": hashlib.sha256(data).hexdigest(),
        "concepts_sha256": concept_hashes(),
        "versions": {name: version(name) for name in LIBRARIES},
        **card,
    }
    write_whole(folder / "card.json", json.dumps(full, indent=1, ensure_ascii=False) + "\n")
    return full


def current(models: Path = MODELS) -> str:
    """The id of the model in use.

    Raises `ModelError` if none was promoted.
    """
    try:
        return (models / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise ModelError(f"{models} names no model in use. Train one: ogp-justice train.") from None


def load(folder: Path) -> tuple[Heads, dict[str, Any]]:
    """Heads and card, after the hash, the types and the versions were checked.

    Raises `UntrustedModel` for a file that its card does not describe, `ModelError` for one
    that this version of the program cannot use.
    """
    card = read_card(folder)
    try:
        data = (folder / "model.skops").read_bytes()
    except FileNotFoundError:
        raise ModelError(f"{folder} holds a card and no model. Restore the folder or train again.") from None
    if hashlib.sha256(data).hexdigest() != card.get("sha256"):
        raise UntrustedModel(
            f"{folder / 'model.skops'} is not the file its card describes; it was not opened. "
            "Restore it from where it came, or train again: ogp-justice train."
        )
    _check(folder, card)
    # skops lists the types of a file without making any object of them.
    try:
        unknown = [name for name in skops.io.get_untrusted_types(data=data) if name not in TRUSTED]
    except (zipfile.BadZipFile, KeyError, ValueError):
        raise UntrustedModel(
            f"{folder / 'model.skops'} is no skops file; it was not opened. "
            "Use a model trained by this program."
        ) from None
    if unknown:
        raise UntrustedModel(
            f"{folder / 'model.skops'} holds types that are not ours ({', '.join(unknown[:3])}); "
            "it was not opened. Use a model trained by this program."
        )
    return Heads(**skops.io.loads(data, trusted=list(TRUSTED))), card


def read_card(folder: Path) -> dict[str, Any]:
    """The card of a model.

    Raises `ModelError` where there is none or it is no card.
    """
    try:
        card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(sorted(p.parent.name for p in folder.parent.glob("*/card.json"))) or "none"
        raise ModelError(f"No model at {folder}. Models there: {known}.") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise UntrustedModel(f"{folder / 'card.json'} is no model card ({error}). Restore it.") from None
    return card


def concept_hashes() -> dict[str, str]:
    """Hashes of the rules and of each language's lexicon, on which stored features rest."""
    here = Path(__file__).parent
    paths = [here / "rules.toml", *sorted((here / "lexicon").glob("*.toml"))]
    return {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def outdated(card: Mapping[str, Any]) -> tuple[str, ...]:
    """Rules and languages that changed since a model was trained; what it never knew is not outdated."""
    today = concept_hashes()
    return tuple(name for name, known in card["concepts_sha256"].items() if today.get(name) != known)


def _reproducible(data: bytes) -> bytes:
    """The same model as the same bytes: skops writes memory addresses and the time into its files."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    schema = files.pop("schema.json").decode()
    # skops names objects by their place in memory, which differs from run to run.
    addresses = dict.fromkeys(re.findall(r'"__id__": (\d+)', schema))
    addresses |= dict.fromkeys(re.findall(r"\d{6,}", " ".join(files)))
    numbers = {address: str(n) for n, address in enumerate(addresses, 1)}
    renamed = {re.sub(r"\d{6,}", lambda m: numbers[m[0]], name): content for name, content in files.items()}
    renamed["schema.json"] = re.sub(
        r'(?<="__id__": )\d+|(?<=")\d{6,}(?=\.\w+")', lambda m: numbers[m[0]], schema
    ).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(renamed):
            packed.writestr(zipfile.ZipInfo(name), renamed[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _check(folder: Path, card: Mapping[str, Any]) -> None:
    if card.get("format") != FORMAT:
        raise ModelError(
            f"{folder.name} has format {card.get('format')}, this program reads {FORMAT}. "
            "Train again: ogp-justice train."
        )
    trained = str(card.get("versions", {}).get("scikit-learn", "unknown"))
    if trained.split(".")[:2] != version("scikit-learn").split(".")[:2]:
        raise ModelError(
            f"{folder.name} was trained with scikit-learn {trained}; {version('scikit-learn')} is installed. "
            "Install the locked versions (make run) or train again: ogp-justice train."
        )
