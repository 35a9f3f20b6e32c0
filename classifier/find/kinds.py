"""Is it a plan? Plans, self-assessments, IRM reports and slides look alike inside, not on the cover."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from classifier.cues import fold, load_cues
from classifier.documents import Document, Page
from classifier.find.earlier import Own, of_another
from classifier.plans import DocumentKind

# OGP members file these beside their plans, under similar titles.
KINDS = (
    (DocumentKind.SELF_ASSESSMENT, "self_assessment", "a self-assessment"),
    (DocumentKind.IRM_REPORT, "irm_report", "an IRM report"),
)
# Words of a first page that holds nothing but a title, and of a page that is a slide.
COVER_WORDS = 60
SLIDE_WORDS = 70
# Words of a last slide that says thanks.
THANKS_WORDS = 30
# Share of the pages that a running head stands on.
RUNNING = 0.3
# Pages of a report, and mentions of the IRM on each of them; plans name it a few times in all.
REPORT_PAGES = 8
MENTIONS = 1.5
# Where a sentence ends, or a line of a list.
_SENTENCE = re.compile(r"(?<=[.;!?])(?<!\b[A-Z]\.)\s+|\n")
# Forewords and introductions say how many commitments a plan makes.
OPENING_PAGES = 12

Verdict = tuple[DocumentKind, str]


def kind(document: Document, title: str) -> Verdict:
    """What the document is, with the reason; a plan unless something says otherwise."""
    spoken = tuple(dict.fromkeys((document.language, *document.languages, "en")))
    verdicts = (verdict for sign in SIGNS for verdict in sign(document, title, spoken))
    return next(verdicts, None) or _plan(document, title, spoken)


def _by_title(document: Document, title: str, spoken: Sequence[str]) -> Iterator[Verdict]:
    """What the title or the cover calls it."""
    for text in (title, _small_cover(document)):
        for what, name in _called(text, spoken):
            yield what, f'{name}: its title is "{text[:80]}"'


def _by_running_heads(document: Document, title: str, spoken: Sequence[str]) -> Iterator[Verdict]:
    """What the line at the head or foot of its pages calls it."""
    lines = Counter(" ".join(line.text.split()) for page in document.pages for line in page.furniture)
    for text, count in lines.items():
        if count >= max(3, RUNNING * len(document.pages)):
            for what, name in _called(text, spoken):
                yield what, f'{name}: {count} of its pages are headed "{text[:80]}"'


def _by_slides(document: Document, title: str, spoken: Sequence[str]) -> Iterator[Verdict]:
    """Whether pages are as wide as screens and hold no more than slides do."""
    pages = len(document.pages)
    words = sum(len(block.text.split()) for block in document.blocks)
    most = SLIDE_WORDS * (2 if _says_thanks(document, spoken) else 1)
    if _are_screens(document.pages) and words < most * pages:
        yield DocumentKind.SLIDES, f"slides: its {pages} pages are wide and hold few words"


def _are_screens(pages: Sequence[Page]) -> bool:
    """Whether there are several pages, nearly all of them as wide as screens."""
    wide = sum(page.width > 1.2 * page.height for page in pages)
    return len(pages) >= 5 and wide >= 0.9 * len(pages)


def _by_mentions(document: Document, title: str, spoken: Sequence[str]) -> Iterator[Verdict]:
    """Whether it speaks of the IRM on every page, as only the IRM's reports do."""
    pages = len(document.pages)
    words = f" {' '.join(fold(document.text))} "
    cues = {cue for code in spoken for cue in load_cues(code).words("kinds.irm_report")}
    mentions = sum(words.count(f" {' '.join(cue)} ") for cue in cues)
    if pages >= REPORT_PAGES and mentions >= MENTIONS * pages:
        yield DocumentKind.IRM_REPORT, f"an IRM report: it names the IRM {mentions} times in {pages} pages"


SIGNS: tuple[Callable[[Document, str, Sequence[str]], Iterator[Verdict]], ...] = (
    _by_title,
    _by_running_heads,
    _by_slides,
    _by_mentions,
)


def _called(text: str, spoken: Sequence[str]) -> Iterator[Verdict]:
    words = f" {' '.join(fold(text))} "
    for what, concept, name in KINDS:
        if _says(words, f"kinds.{concept}", spoken):
            yield what, name


def _plan(document: Document, title: str, spoken: Sequence[str]) -> Verdict:
    opening = f" {_opening(document)} "
    named = next((cue for code in spoken for cue in load_cues(code).words("plan") if _in(opening, cue)), ())
    told = (
        f'under the title "{title[:80]}" its first pages speak of "{" ".join(named)}"'
        if named
        else f'the title "{title[:80]}" names no other kind of document'
    )
    return DocumentKind.ACTION_PLAN, f"an action plan: {told}"


def _says(words: str, concept: str, spoken: Sequence[str]) -> bool:
    return any(_in(words, cue) for code in spoken for cue in load_cues(code).words(concept))


def _in(words: str, cue: tuple[str, ...]) -> bool:
    return f" {' '.join(cue)} " in words


def _small_cover(document: Document) -> str:
    """What the first page with words says, if it is a cover."""
    first = min((block.page for block in document.blocks), default=1)
    return _short_page(document, first, COVER_WORDS)


def _says_thanks(document: Document, spoken: Sequence[str]) -> bool:
    last = _short_page(document, len(document.pages), THANKS_WORDS)
    return _says(f" {' '.join(fold(last))} ", "kinds.slides", spoken)


def _short_page(document: Document, number: int, most: int) -> str:
    """The words of a page that holds no more than so many; else none."""
    text = " ".join(block.text for block in document.blocks if block.page == number)
    return " ".join(text.split()) if len(text.split()) <= most else ""


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
    return " | ".join(
        sentence
        for sentence in _opening_sentences(document)
        if not of_another(sentence, spoken, own) and not _says(f" {sentence} ", "kinds.irm_report", spoken)
    )


def _opening_sentences(document: Document) -> Iterator[str]:
    """Each folded sentence of the first pages."""
    blocks = (block.text for block in document.blocks if block.page <= OPENING_PAGES)
    for text in blocks:
        yield from (" ".join(fold(sentence)) for sentence in _SENTENCE.split(text))


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
