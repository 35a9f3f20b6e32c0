"""OGP's commitments database and IRM results, read and joined."""

from classifier.irm.imported import is_imported, to_plans
from classifier.irm.join import Join, Joined, join
from classifier.irm.joins import Joins, join_findings, with_ogp
from classifier.irm.read import read_database
from classifier.irm.results import IrmResult, OgpCommitment

__all__ = [
    "IrmResult",
    "Join",
    "Joined",
    "Joins",
    "OgpCommitment",
    "is_imported",
    "join",
    "join_findings",
    "read_database",
    "to_plans",
    "with_ogp",
]
