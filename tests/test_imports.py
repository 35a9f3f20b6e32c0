"""The import rule of the architecture, read from the imports themselves."""

import ast
from pathlib import Path

import pytest

import classifier

PACKAGE = Path(classifier.__file__).parent
TYPES = {"errors", "taxonomy", "documents", "plans", "judgements", "cues", "corrections", "files", "packs"}
VERBS = {"extract", "find", "predict", "review", "tally", "irm", "report", "train", "workspace"}
FLOW = {"pipeline", "training", "warm", "reporting", "importing", "fences", "inputs", "spread", "tasks"}
BESIDE = {"train": {"predict"}, "report": {"tally", "irm", "workspace"}, "review": {"workspace"}}
"""Verb folders that may import others, and which."""


def part_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path):
    """The parts of the package that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name.split(".")[1] for name in names if name.startswith("classifier."))


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if part_of(path) not in {"__init__", "__main__"})


def allowed(part):
    if part in TYPES:
        return TYPES
    if part in VERBS:
        return TYPES | {part} | BESIDE.get(part, set())
    if part in FLOW:
        return TYPES | VERBS | FLOW
    return TYPES | VERBS | FLOW | {"cli"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_before_it(path):
    assert set(imports(path)) <= allowed(part_of(path))


def test_every_part_has_its_place_in_the_picture():
    assert {part_of(path) for path in MODULES} <= TYPES | VERBS | FLOW | {"cli"}


def test_all_is_exactly_what_can_be_imported():
    assert sorted(classifier.__all__) == sorted(classifier._HOMES)
    assert all(getattr(classifier, name) for name in classifier.__all__)


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'Review'"):
        getattr(classifier, "Review")  # noqa: B009
