"""Finds and counts the justice commitments in OGP action plans.

    PDF ─extract─▶ Document ─find─▶ ActionPlan ─predict─▶ Prediction ─review─▶ Decision
        ─settle─▶ Label ─tally─▶ Count, Estimate ─report─▶ report

One folder for each verb; each hands on one artefact. Names below load on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from classifier.documents import Document
    from classifier.extract import extract_document
    from classifier.find import find_plan
    from classifier.judgements import Decision, Label, Prediction
    from classifier.pipeline import read_plan
    from classifier.plans import ActionPlan, Commitment, Member, Milestone
    from classifier.predict import CategoryModel, load_model
    from classifier.taxonomy import JusticeCategory

__version__ = "0.1.0"

# Names load from here on first use: importing spaCy and scikit-learn takes two seconds.
_HOMES = {
    "ActionPlan": "plans",
    "CategoryModel": "predict",
    "Commitment": "plans",
    "Decision": "judgements",
    "Document": "documents",
    "JusticeCategory": "taxonomy",
    "Label": "judgements",
    "Member": "plans",
    "Milestone": "plans",
    "Prediction": "judgements",
    "extract_document": "extract",
    "find_plan": "find",
    "load_model": "predict",
    "read_plan": "pipeline",
}

__all__ = [
    "ActionPlan",
    "CategoryModel",
    "Commitment",
    "Decision",
    "Document",
    "JusticeCategory",
    "Label",
    "Member",
    "Milestone",
    "Prediction",
    "extract_document",
    "find_plan",
    "load_model",
    "read_plan",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `--help` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'classifier' has no attribute {name!r}")
    return getattr(import_module(f"classifier.{_HOMES[name]}"), name)
