"""Imported by the fork server alone: what every reader needs, loaded once for all.

Language profiles, cues and member lists take half a second to load, as long as reading thirty
pages; processes forked after that share them.
"""

from contextlib import suppress
from pathlib import Path

from classifier.documents import Block, BlockKind, Box, Document
from classifier.errors import InputError
from classifier.extract.language import detect_language
from classifier.find import find_plan

TEXT = "Commitment 1: the council will publish its register of wells by 2027."


def warm() -> None:
    """Read a plan of one line, so that everything a real one needs is in memory."""
    box = Box(0, 0, 100, 20)
    language = detect_language(TEXT)
    block = Block(0, BlockKind.HEADING, TEXT, (1,), (box,), size=12, level=1, language=language)
    document = Document(Path("warm.pdf"), "0" * 64, (), (block,), language="en", languages=("en",))
    with suppress(InputError):
        find_plan(document)


warm()
