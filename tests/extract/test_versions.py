"""Bilingual files, split into what they say in each language."""

from itertools import chain

import pytest
from factories import SAMPLES
from pdfs import Pages

from classifier.documents import Block, BlockKind, Box, Document, Version
from classifier.extract import extract_document, versions
from classifier.extract.profiles import scores
from classifier.extract.versions import find_versions

BOX = Box(0, 0, 100, 20)
ENGLISH = (
    "The council keeps its register of wells on paper and few residents know who may draw water. By {} it "
    "will open the register, publish every permit and answer {} questions in writing. "
)
SPANISH = (
    "El consejo guarda en papel el registro de los pozos y pocos vecinos saben quién puede sacar agua. "
    "Antes de {} abrirá el registro, publicará cada permiso y responderá {} preguntas por escrito. "
)
CROATIAN = (
    "Vijeće vodi popis zdenaca na papiru i malo stanovnika zna tko smije crpiti vodu. Do {} otvorit će "
    "popis, objaviti svaku dozvolu i pismeno odgovoriti na {} pitanja. "
)
GEORGIAN = (
    "საბჭო ჭების რეესტრს ქაღალდზე ინახავს და ცოტამ იცის, ვის შეუძლია წყლის ამოღება. {} წლამდე გახსნის "
    "რეესტრს, გამოაქვეყნებს ნებართვებს და უპასუხებს {} კითხვას. "
)


def chapter(language, text, first, many=4, times=3):
    """One block a page, each with figures of its own."""
    return [
        (language, first + at, (text * times).format(*range(2020 + at, 2020 + at + 2 * times)))
        for at in range(many)
    ]


def blocks(*parts):
    return [
        Block(at, BlockKind.PARAGRAPH, text, (page,), (BOX,), language=language)
        for at, (language, page, text) in enumerate(chain(*parts))
    ]


def test_versions_that_follow_each_other_are_split_by_pages():
    found = find_versions(blocks(chapter("en", ENGLISH, 1), chapter("es", SPANISH, 5)))
    assert found == (Version("en", (1, 2, 3, 4), (0, 1, 2, 3)), Version("es", (5, 6, 7, 8), (4, 5, 6, 7)))


def test_versions_that_face_each_other_are_split_too():
    pairs = zip(chapter("ka", GEORGIAN, 1), chapter("en", ENGLISH, 1), strict=True)
    assert [version.language for version in find_versions(blocks(*pairs))] == ["ka", "en"]


@pytest.mark.parametrize(
    "second",
    [
        chapter("es", SPANISH, 5, many=1),
        [("es", 5, SPANISH.format("mayo", "muchas") * 8)],
        [],
    ],
    ids=["a summary", "an annex without the same figures", "nothing"],
)
def test_a_part_in_another_language_is_no_version(second):
    assert find_versions(blocks(chapter("en", ENGLISH, 1), second)) == ()


def test_near_languages_taken_for_each_other_are_no_versions():
    assert find_versions(blocks(chapter("hr", CROATIAN, 1), chapter("sl", CROATIAN, 5))) == ()


def test_a_file_in_two_languages_is_split_as_it_is_read(tmp_path):
    pages = Pages()
    for _, page, text in chapter("en", ENGLISH, 1) + chapter("es", SPANISH, 5):
        (pages if page == 1 else pages.next()).prose(50, 100, len(text.split()) // 9, 9, text=text)
    document = extract_document(pages.write(tmp_path / "both.pdf"))
    assert [(v.language, v.pages) for v in document.versions] == [("en", (1, 2, 3, 4)), ("es", (5, 6, 7, 8))]


def test_a_document_can_be_read_in_one_version_alone():
    both = blocks(chapter("en", ENGLISH, 1), chapter("es", SPANISH, 5))
    document = Document(SAMPLES, "", (), tuple(both), "en", ("en", "es"), find_versions(both))
    spanish = document.in_version(document.versions[1])
    assert (spanish.language, spanish.languages, spanish.versions) == ("es", ("es",), ())
    assert [block.order for block in spanish.blocks] == [4, 5, 6, 7]


def test_long_texts_are_told_apart_by_their_beginning(monkeypatch):
    """Every n-gram of a book at once would take hundreds of megabytes."""
    asked = []
    monkeypatch.setattr(versions, "scores", lambda text: asked.append(len(text)) or scores(text))
    both = blocks(chapter("en", ENGLISH, 1, many=60), chapter("es", SPANISH, 61, many=60))
    assert len(find_versions(both)) == 2
    assert asked == [versions.ENOUGH] * 2
