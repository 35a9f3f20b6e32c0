"""Fields and marks that Word keeps up to date: captions, contents, links, page numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from classifier.report.clean import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

# Before the names of chapters: a bookmark must begin with a letter.
_BOOKMARK = "chapter_"


def element(tag: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    found = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def field(paragraph: "Paragraph", code: str, result: str) -> None:
    """A field with the result it has until the reader updates it."""
    for kind in ("begin", "", "separate", "result", "end"):
        run = paragraph.add_run(result if kind == "result" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("fldChar", fldCharType=kind))
        elif not kind:
            instruction = element("instrText")
            instruction.text = f" {code} "
            instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run._r.append(instruction)


def caption(document: "Document", label: str, number: int, title: str, *, below: bool = False) -> None:
    """A caption whose number is a sequence of its own; `label` has "{}" for the number."""
    before, _, after = label.partition("{}")
    paragraph = document.add_paragraph(style="Caption")
    paragraph.add_run(before).bold = True
    field(paragraph, f"SEQ {before.strip() or 'Table'} \\* ARABIC", str(number))
    paragraph.add_run(after).bold = True
    paragraph.add_run(f" {printable(title)}")
    paragraph.paragraph_format.keep_with_next = not below


def bookmark(paragraph: "Paragraph", name: str) -> None:
    """Mark a heading so that the contents can lead to it."""
    # Word wants a number on every bookmark, and no two alike.
    number = str(crc32(name.encode()) >> 1)
    paragraph._p.insert(1, element("bookmarkStart", id=number, name=f"{_BOOKMARK}{name}"))
    paragraph._p.append(element("bookmarkEnd", id=number))


def contents(document: "Document", title: str, chapters: Sequence[tuple[str, str]]) -> None:
    """A contents field with its entries in place; Word renews it on F9."""
    document.add_paragraph(title, style="Heading 2")
    for at, (name, chapter) in enumerate(chapters):
        paragraph = document.add_paragraph(style="Contents entry")
        if at == 0:
            _open(paragraph)
        anchor = element("hyperlink", anchor=f"{_BOOKMARK}{name}")
        run = paragraph.add_run(chapter)
        anchor.append(run._r)
        paragraph._p.append(anchor)
    document.paragraphs[-1].add_run()._r.append(element("fldChar", fldCharType="end"))
    page_break(document)


def _open(paragraph: "Paragraph") -> None:
    paragraph.add_run()._r.append(element("fldChar", fldCharType="begin"))
    instruction = element("instrText")
    instruction.text = 'TOC \\o "1-1" \\h \\z \\u'
    paragraph.add_run()._r.append(instruction)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def page_break(document: "Document") -> None:
    """Go on with a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def link(paragraph: "Paragraph", text: str, address: str) -> None:
    """Text that leads to an address outside the document."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    anchor = OxmlElement("w:hyperlink")
    anchor.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    run = paragraph.add_run(printable(text))
    run.underline = True
    anchor.append(run._r)
    paragraph._p.append(anchor)


def footer_page_number(section: "Section") -> None:
    """The page's number at the foot; later sections follow the first."""
    field(section.footer.paragraphs[0], "PAGE", "1")
