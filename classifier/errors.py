"""Every error a person may meet, in one tree.

OgpJusticeError                  1
├── InputError                   2   a file we cannot use
│   ├── NotAPdf
│   ├── DamagedPdf
│   ├── LockedPdf
│   ├── LimitExceeded
│   ├── NeedsOcr
│   ├── NotAPlan
│   └── NoCommitments
├── WorkspaceError               3   the workspace cannot be read or written
│   └── UnknownId
├── ModelError                   4   a model we cannot vouch for
│   └── UntrustedModel
├── CorpusError                  5   labelled data that cannot be used
└── OutputError                  6   a file we cannot write

Exit codes stand behind each family. A message says what was found, where, and what to do next.
"""


class OgpJusticeError(Exception):
    """Anything this program refuses, with an exit code."""

    exit_code = 1


class InputError(OgpJusticeError):
    """An input file cannot be used."""

    exit_code = 2
    outcome = "unreadable"


class NotAPdf(InputError):
    """The file does not hold a PDF."""

    outcome = "not a PDF"


class DamagedPdf(InputError):
    """The PDF cannot be opened or ends too early."""

    outcome = "damaged"


class LockedPdf(InputError):
    """The PDF asks for a password."""

    outcome = "locked"


class LimitExceeded(InputError):
    """The file is larger, longer or slower than allowed."""

    outcome = "over a limit"


class NeedsOcr(InputError):
    """Pages without usable text, and no OCR at hand."""

    outcome = "needs OCR"


class NotAPlan(InputError):
    """The file is another kind of document."""

    outcome = "not a plan"


class NoCommitments(InputError):
    """A plan in which no commitment was found."""

    outcome = "no commitments found"


class WorkspaceError(OgpJusticeError):
    """The workspace cannot be read or written."""

    exit_code = 3


class UnknownId(WorkspaceError):
    """No plan or commitment has this id."""


class ModelError(OgpJusticeError):
    """The model cannot be loaded or used."""

    exit_code = 4


class UntrustedModel(ModelError):
    """The model file is not the one its card describes."""


class CorpusError(OgpJusticeError):
    """Labelled data that cannot be used."""

    exit_code = 5


class OutputError(OgpJusticeError):
    """A file cannot be written."""

    exit_code = 6
