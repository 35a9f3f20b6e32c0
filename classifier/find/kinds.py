"""Is it a plan? Plans, self-assessments, IRM reports and slides look alike inside, not on the cover."""

import re
from collections import Counter
from collections.abc import Iterator

from classifier.cues import fold, load_cues
from classifier.documents import Document
from classifier.plans import DocumentKind

# OGP members file these beside their plans, under similar titles.
KINDS = (
    (DocumentKind.SELF_ASSESSMENT, "self_assessment", "a self-assessment"),
    (DocumentKind.IRM_REPORT, "irm_report", "an IRM report"),
    (DocumentKind.SLIDES, "slides", "slides"),
)
# Forewords and introductions say how many commitments a plan makes.
OPENING_PAGES = 12


def kind(document: Document, title: str) -> tuple[DocumentKind, str]:
    """What the document is, with the reason; a plan unless its title says otherwise."""
    words = f" {' '.join(fold(title))} "
    spoken = tuple(dict.fromkeys((document.language, *document.languages, "en")))
    for what, concept, name in KINDS:
        for code in spoken:
            for cue in load_cues(code).words(f"kinds.{concept}"):
                if f" {' '.join(cue)} " in words:
                    return what, f'{name}: its title is "{title[:80]}"'
    return DocumentKind.ACTION_PLAN, f'the title "{title[:80]}" names no other kind of document'


def announced(document: Document) -> int | None:
    """How many commitments the plan's own opening says it holds, where it says one number."""
    text = _opening(document)
    said = (Counter(_numbers(text, code)) for code in dict.fromkeys((document.language, "en")))
    best = next(filter(None, said), Counter[int]()).most_common(2)
    alone = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return best[0][0] if alone else None


def _opening(document: Document) -> str:
    """The folded words of the first pages."""
    return " ".join(fold(" ".join(b.text for b in document.blocks if b.page <= OPENING_PAGES)))


def _numbers(text: str, language: str) -> Iterator[int]:
    """Each number that stands before the language's word for commitments in a folded text."""
    cues = load_cues(language)
    nouns = "|".join(re.escape(" ".join(words)) for words in cues.words("commitments"))
    if nouns:
        spelled = {" ".join(words): n for n, words in enumerate(cues.words("cardinals"), 1)}
        number = "|".join([r"\d{1,2}", *map(re.escape, spelled)])
        for found in re.finditer(rf"(?<!\w)({number})\s(?:{nouns})(?!\w)", text):
            yield int(found[1]) if found[1].isdigit() else spelled[found[1]]
