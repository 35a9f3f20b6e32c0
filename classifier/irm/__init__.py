"""OGP's commitments database and IRM results, read and joined."""

from classifier.irm.join import Join, Joined, join
from classifier.irm.read import read_database
from classifier.irm.results import IrmResult, OgpCommitment

__all__ = ["IrmResult", "Join", "Joined", "OgpCommitment", "join", "read_database"]
