"""Is it a plan? Plans, self-assessments, IRM reports and slides look alike inside, not on the cover."""

import re
from collections import Counter
from collections.abc import Iterator

from classifier.cues import fold, load_cues
from classifier.documents import Document
from classifier.find.earlier import Own, of_another
from classifier.plans import DocumentKind

# OGP members file these beside their plans, under similar titles.
KINDS = (
    (DocumentKind.SELF_ASSESSMENT, "self_assessment", "a self-assessment"),
    (DocumentKind.IRM_REPORT, "irm_report", "an IRM report"),
    (DocumentKind.SLIDES, "slides", "slides"),
)
# Words of a first page that holds nothing but a title, and of a page that is a slide.
COVER_WORDS = 60
SLIDE_WORDS = 70
# Where a sentence ends, or a line of a list.
_SENTENCE = re.compile(r"(?<=[.;!?])(?<!\b[A-Z]\.)\s+|\n")
# Forewords and introductions say how many commitments a plan makes.
OPENING_PAGES = 12


def kind(document: Document, title: str) -> tuple[DocumentKind, str]:
    """What the document is, with the reason; a plan unless its title says otherwise."""
    spoken = tuple(dict.fromkeys((document.language, *document.languages, "en")))
    for text in (title, _small_cover(document)):
        words = f" {' '.join(fold(text))} "
        for what, concept, name in KINDS:
            if _says(words, f"kinds.{concept}", spoken):
                return what, f'{name}: its title is "{text[:80]}"'
    if _is_slides(document):
        wide = f"its {len(document.pages)} pages are wide and hold few words"
        return DocumentKind.SLIDES, f"slides: {wide}"
    opening = f" {_opening(document)} "
    named = next((cue for code in spoken for cue in load_cues(code).words("plan") if _in(opening, cue)), ())
    if named:
        told = f'its first pages speak of "{" ".join(named)}"'
        return DocumentKind.ACTION_PLAN, f'an action plan: under the title "{title[:80]}" {told}'
    return (
        DocumentKind.ACTION_PLAN,
        f'an action plan: the title "{title[:80]}" names no other kind of document',
    )


def _says(words: str, concept: str, spoken: tuple[str, ...]) -> bool:
    return any(_in(words, cue) for code in spoken for cue in load_cues(code).words(concept))


def _in(words: str, cue: tuple[str, ...]) -> bool:
    return f" {' '.join(cue)} " in words


def _small_cover(document: Document) -> str:
    """What the first page says, if it is a cover."""
    text = " ".join(block.text for block in document.blocks if block.page == 1)
    return " ".join(text.split()) if len(text.split()) <= COVER_WORDS else ""


def _is_slides(document: Document) -> bool:
    """Whether pages are as wide as screens and hold no more than slides do."""
    pages = document.pages
    wide = sum(page.width > 1.2 * page.height for page in pages)
    words = sum(len(block.text.split()) for block in document.blocks)
    return len(pages) >= 5 and wide >= 0.9 * len(pages) and words < SLIDE_WORDS * len(pages)


def announced(document: Document, number: str = "", starts: int | None = None) -> int | None:
    """How many commitments the plan's own opening says it holds, where it says one number.

    `number` and `starts` are the plan's own: what is said of an earlier plan is passed over.
    """
    spoken = tuple(dict.fromkeys((document.language, "en")))
    text = _own_sentences(document, spoken, Own(number, starts))
    said = (Counter(_numbers(text, code)) for code in spoken)
    best = next(filter(None, said), Counter[int]()).most_common(2)
    alone = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return best[0][0] if alone else None


def _own_sentences(document: Document, spoken: tuple[str, ...], own: Own) -> str:
    """The folded sentences of the first pages but those on IRM reports and other plans of the member."""
    blocks = (block.text for block in document.blocks if block.page <= OPENING_PAGES)
    folded = (" ".join(fold(sentence)) for text in blocks for sentence in _SENTENCE.split(text))
    return " | ".join(
        sentence
        for sentence in folded
        if not of_another(sentence, spoken, own) and not _says(f" {sentence} ", "kinds.irm_report", spoken)
    )


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
