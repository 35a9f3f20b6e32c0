"""Files that governments' sites hand out by accident, and some that people make on purpose.

`FILES` is the table of docs/reliability.md: what each is called there, how it is made, and the
outcomes a run may end it with.
"""

import random
import zlib
from io import BytesIO

from pdfs import PROSE, Pages
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"

PLAIN = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>"


def assembled(objects, trailer=""):
    """A PDF of these objects, numbered from 1, with a table that finds them."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body if isinstance(body, bytes) else body.encode())
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R {trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end.encode()


def stream(content, head=""):
    raw = content if isinstance(content, bytes) else content.encode("latin-1")
    return f"<<{head}/Length {len(raw)}>>\nstream\n".encode() + raw + b"\nendstream"


def packed(content, times=1, head=""):
    raw = content if isinstance(content, bytes) else content.encode("latin-1")
    for _ in range(times):
        raw = zlib.compress(raw, 9)
    return stream(raw, f"{head}/Filter[{'/FlateDecode ' * times}]")


def shown(text=PROSE, lines=30):
    """Page content with this text on so many lines."""
    return "\n".join(f"BT /F1 10 Tf 60 {760 - 20 * n} Td ({text[:80]}) Tj ET" for n in range(lines))


def page(content, *more, resources="", size="0 0 595 842", keys=""):
    """A PDF of one page; `more` are objects from number 6."""
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[{size}]/Contents 5 0 R{keys}"
            f"/Resources<</Font<</F1 4 0 R>>{resources}>>>>",
            FONT,
            content,
            *more,
        ]
    )


def essay(pages=1):
    """A sound PDF that holds no commitment."""
    out = Pages()
    for _ in range(pages):
        out.prose(50, 100, lines=30).next()
    out.canvas.save()
    return out.buffer.getvalue()


def locked(user, owner):
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, encrypt=StandardEncryption(user, owner))
    for line in range(30):
        canvas.drawString(50, 780 - 20 * line, PROSE[:80])
    canvas.save()
    return out.getvalue()


def noise(size, seed=7):
    return random.Random(seed).randbytes(size)


def own_parent():
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>>",
            "<</Type/Page/Parent 2 0 R>>",
        ]
    )


def form_in_itself():
    form = stream(
        "/X1 Do /X1 Do", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X1 6 0 R>>>>"
    )
    return page(stream(shown() + " /X1 Do"), form, resources="/XObject<</X1 6 0 R>>")


def form_bomb(depth=25, width=12):
    """Each form shows the next a dozen times: more than any reader will ever get through."""
    forms = [
        stream(
            f"/X{n + 1} Do " * width,
            f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X{n + 1} {n + 7} 0 R>>>>",
        )
        for n in range(depth)
    ]
    last = stream(
        "BT /F1 9 Tf (x) Tj ET",
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>",
    )
    return page(stream("/X0 Do"), *forms, last, resources="/XObject<</X0 6 0 R>>")


def outline_loop():
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            PLAIN,
            FONT,
            stream(shown()),
            "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 9>>",
            "<</Title(Chapter)/Parent 6 0 R/Next 7 0 R/Prev 7 0 R/First 7 0 R/Dest[3 0 R/Fit]>>",
        ]
    )


def many_pages(count, real):
    """A page tree that claims `count` pages and holds one of them `real` times."""
    kids = "3 0 R " * real
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
            PLAIN,
            FONT,
            stream(shown()),
        ]
    )


def deep_array(depth=200_000):
    return page(stream(shown()), "[" * depth + "]" * depth, keys="/Tabs 6 0 R")


def picture(width, height):
    """A page with nothing but a picture of so many pixels, packed to almost nothing."""
    head = (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 1/ColorSpace/DeviceGray"
    )
    image = packed(bytes(width // 8 * min(height, 4000)), head=head)
    return page(stream("595 0 0 842 0 0 cm /X1 Do"), image, resources="/XObject<</X1 6 0 R>>")


def vast_page():
    head = "/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 1/ColorSpace/DeviceGray"
    content = stream("2000000 0 0 2000000 0 0 cm /X1 Do")
    return page(
        content, stream(b"\xaa" * 8, head), resources="/XObject<</X1 6 0 R>>", size="0 0 2000000 2000000"
    )


def unmapped():
    """Letters that a font map sends to halves of characters, to nothing and to private places."""
    rows = "".join(
        f"<{65 + n:02x}> <{code}>" for n, code in enumerate(("D800", "DC00", "0000", "E001", "FFFF"))
    )
    cmap = (
        f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 5 beginbfchar {rows} endbfchar endcmap"
    )
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    return page(
        stream(shown("ABCDE EDCBA ABC " * 5).replace("/F1", "/F2")),
        font,
        stream(cmap),
        resources="/Font<</F2 6 0 R>>",
    )


def one_page_lost():
    """Nine good pages and one that is not there."""
    kids = "3 0 R " * 5 + "99 0 R " + "3 0 R " * 4
    return many_pages(10, 1).replace(b"[3 0 R ]", f"[{kids}]".encode())


def strange_numbers():
    lines = ("1e38", "-1e38", "0", "-1", "99999999999999999999", "0.0000000001")
    text = "\n".join(f"BT /F1 {n} Tf {n} {n} {n} {n} 60 700 Tm {n} Tz (Commitment one) Tj ET" for n in lines)
    return page(stream(text + "\n" + shown()))


def turned_by_nothing():
    """Found by fuzzing: matrices that multiply to what is no number, and sizes below zero."""
    grown = "65536 0 -2147483648 255 255 0 cm " * 12
    lines = [f"q {grown * n} BT /F1 9 Tf (One) Tj ET Q" for n in range(1, 6)]
    below = [f"BT 1 0 0 1 39 {30 + 3 * n} Tm /F1 -{n} Tf (. . . . . . .) Tj ET" for n in range(1, 9)]
    return page(stream("\n".join([*lines, *below, shown()])))


def actions():
    keys = "/AA<</O<</S/Launch/F(/bin/sh)>>>>"
    return page(stream(shown()), keys=keys).replace(
        b"/Type/Catalog",
        b"/Type/Catalog/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1'\\))>>",
    )


NO_PLAN = {"no commitments found"}
DAMAGED = {"damaged"}
STOPPED = {"over a limit"}
CRASHED = {"crashed the reader"}

# name: (maker, outcomes)
FILES = {
    "an empty file": (lambda: b"", {"not a PDF"}),
    "random bytes": (lambda: noise(5000), {"not a PDF"}),
    "a web page saved as PDF": (lambda: b"<html><body>404 not found</body></html>", {"not a PDF"}),
    "a word processor's file renamed": (lambda: b"PK\x03\x04" + noise(3000), {"not a PDF"}),
    "a PDF header and noise": (lambda: b"%PDF-1.7\n" + noise(5000), DAMAGED),
    "a PDF cut in the middle": (lambda: essay(5)[: len(essay(5)) // 2], DAMAGED),
    "a PDF with noise in the middle": (
        lambda: essay(9)[:3000] + noise(600) + essay(9)[3600:],
        DAMAGED | NO_PLAN,
    ),
    "a PDF behind other bytes": (lambda: b"HTTP/1.1 200 OK\r\n\r\n" + essay(), DAMAGED | NO_PLAN),
    "locked with a password": (lambda: locked("secret", "owner"), {"locked"}),
    "locked against printing only": (lambda: locked("", "owner"), NO_PLAN),
    "a page tree that holds itself": (own_parent, DAMAGED | NO_PLAN),
    "a form that shows itself": (form_in_itself, CRASHED | NO_PLAN),
    "an outline that goes round": (outline_loop, NO_PLAN),
    "one page of ten missing": (one_page_lost, NO_PLAN),
    "a bomb of forms in forms": (form_bomb, STOPPED | NO_PLAN | CRASHED),
    "a bomb of one packed stream": (lambda: page(packed("0 0 m " * 40_000_000)), STOPPED | NO_PLAN | DAMAGED),
    "a bomb packed many times": (lambda: page(packed(b" " * 50_000_000, times=6)), STOPPED | NO_PLAN),
    "a bomb of pixels": (lambda: picture(60_000, 60_000), STOPPED | {"needs OCR"} | NO_PLAN),
    "a page of 700 metres": (vast_page, STOPPED | {"needs OCR"} | NO_PLAN),
    "a million pages claimed": (lambda: many_pages(1_000_000, 1), STOPPED),
    "1,600 pages": (lambda: many_pages(1600, 1600), STOPPED),
    "a million letters on a page": (lambda: page(packed(shown("word " * 16, 1) * 12_500)), STOPPED),
    "brackets 200,000 deep": (deep_array, DAMAGED | NO_PLAN),
    "saved states 300,000 deep": (lambda: page(packed("q " * 300_000 + shown())), DAMAGED | NO_PLAN),
    "letters mapped to nothing": (unmapped, {"needs OCR"} | NO_PLAN),
    "numbers out of range": (strange_numbers, NO_PLAN),
    "letters turned by no number": (turned_by_nothing, NO_PLAN),
    "actions and scripts": (actions, NO_PLAN),
}
