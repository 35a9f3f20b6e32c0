"""Is it a plan? Plans, self-assessments, IRM reports and slides look alike inside, not on the cover."""

import re
from collections import Counter

from classifier.cues import fold, load_cues
from classifier.documents import Document
from classifier.plans import DocumentKind

KINDS = (
    (DocumentKind.SELF_ASSESSMENT, "self_assessment", "a self-assessment"),
    (DocumentKind.IRM_REPORT, "irm_report", "an IRM report"),
    (DocumentKind.SLIDES, "slides", "slides"),
)
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
    spoken = tuple(dict.fromkeys(code for code in (document.language, "en") if code))
    text = " ".join(block.text for block in document.blocks if block.page <= OPENING_PAGES)
    numbers: Counter[int] = Counter()
    for code in spoken:
        cues = load_cues(code)
        nouns = "|".join(re.escape(" ".join(words)) for words in cues.words("commitments"))
        if not nouns:
            continue
        spelled = {" ".join(w): n for n, w in enumerate(cues.words("cardinals"), 1)}
        number = "|".join([r"\d{1,2}", *map(re.escape, spelled)])
        for found in re.finditer(rf"(?<!\w)({number})\s(?:{nouns})(?!\w)", " ".join(fold(text))):
            numbers[int(found[1]) if found[1].isdigit() else spelled[found[1]]] += 1
        if numbers:
            break
    best = numbers.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None
