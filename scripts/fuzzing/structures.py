"""PDFs that are well written and make no sense, as Hypothesis strategies."""

from hypothesis import strategies as st

OBJECTS = 14
KEYS = (
    "Type",
    "Subtype",
    "Kids",
    "Count",
    "Parent",
    "Contents",
    "Resources",
    "MediaBox",
    "CropBox",
    "Rotate",
    "Font",
    "XObject",
    "Encoding",
    "ToUnicode",
    "DescendantFonts",
    "Widths",
    "W",
    "DW",
    "FirstChar",
    "LastChar",
    "FontDescriptor",
    "BaseFont",
    "Filter",
    "DecodeParms",
    "Length",
    "Width",
    "Height",
    "BitsPerComponent",
    "ColorSpace",
    "Matrix",
    "BBox",
    "Outlines",
    "First",
    "Last",
    "Next",
    "Prev",
    "Title",
    "Dest",
    "A",
    "Names",
    "Dests",
    "PageLabels",
    "Nums",
    "StructTreeRoot",
    "Metadata",
    "OpenAction",
    "Differences",
    "CharProcs",
    "FontMatrix",
    "FontBBox",
    "Group",
    "SMask",
    "Predictor",
    "Columns",
    "Colors",
    "Annots",
    "AcroForm",
    "Fields",
    "UserUnit",
    "Lang",
    "MarkInfo",
    "OCProperties",
)
NAMES = (
    "Catalog",
    "Pages",
    "Page",
    "Font",
    "Type0",
    "Type1",
    "Type3",
    "TrueType",
    "CIDFontType2",
    "CIDFontType0",
    "XObject",
    "Form",
    "Image",
    "Helvetica",
    "WinAnsiEncoding",
    "Identity-H",
    "MacRomanEncoding",
    "DeviceRGB",
    "DeviceGray",
    "Indexed",
    "ICCBased",
    "FlateDecode",
    "LZWDecode",
    "ASCIIHexDecode",
    "RunLengthDecode",
    "DCTDecode",
    "JPXDecode",
    "CCITTFaxDecode",
    "JBIG2Decode",
    "F1",
    "X1",
    "A1",
    "Outlines",
)
WORDS = (
    "Commitment 1",
    "Compromiso 2",
    "Milestone",
    "Lead agency",
    "Access to justice",
    "1.",
    "•",
    "2021-2023",
    "\\000",
)

numbers = st.sampled_from(
    (0, 1, -1, 2, 12, 100, 595, 842, 65535, 2**31 - 1, -(2**31), 2**32, 0.5, -0.001, 1e10, 3.4e38, 90, 45)
).map(lambda n: f"{n:f}" if isinstance(n, float) else str(n))
# Mostly a number of pages that lets a reader get further than counting them.
counts = st.one_of(st.integers(1, 4).map(str), st.integers(1, 4).map(str), numbers)
references = st.integers(1, OBJECTS + 1).map(lambda n: f"{n} 0 R")
names = st.sampled_from(NAMES).map("/{}".format)
strings = st.one_of(
    st.sampled_from(WORDS).map("({})".format),
    st.binary(max_size=12).map(lambda raw: f"<{raw.hex()}>"),
    st.sampled_from(("(\\377\\376\\330\\000)", "<FEFFD800>", "<FEFF202E0041>", "()", "(=1+1)", "(\\033[2J)")),
)
leaves = st.one_of(numbers, references, names, strings, st.just("null"), st.just("true"))
pairs = st.tuples(st.sampled_from(KEYS), st.deferred(lambda: values))
dictionaries = st.lists(pairs, max_size=6).map(
    lambda items: "<<" + " ".join(f"/{k} {v}" for k, v in items) + ">>"
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=6).map(lambda items: "[" + " ".join(items) + "]"),
        st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=4).map(
            lambda items: "<<" + " ".join(f"/{k} {v}" for k, v in items) + ">>"
        ),
    ),
    max_leaves=12,
)
shown = strings.map("{} Tj".format)
operators = st.one_of(
    shown,
    shown,
    st.lists(st.one_of(strings, numbers), max_size=6).map(lambda items: "[" + " ".join(items) + "] TJ"),
    st.tuples(
        st.sampled_from(("Td", "TD", "Tz", "TL", "Tw", "Tc", "Tr", "Ts", "w", "i", "M", "J", "j")),
        st.lists(numbers, min_size=1, max_size=2),
    ).map(lambda pair: " ".join(pair[1]) + " " + pair[0]),
    st.tuples(st.sampled_from(("Tm", "cm")), st.lists(numbers, min_size=6, max_size=6)).map(
        lambda pair: " ".join(pair[1]) + " " + pair[0]
    ),
    st.lists(numbers, min_size=4, max_size=4).map(lambda four: " ".join(four) + " re S"),
    st.lists(numbers, min_size=4, max_size=4).map(lambda f: f"{f[0]} {f[1]} m {f[2]} {f[3]} l S"),
    st.tuples(st.sampled_from(("F1", "F2", "A1")), numbers).map(lambda pair: f"/{pair[0]} {pair[1]} Tf"),
    st.sampled_from(
        ("/X1 Do", "/X2 Do", "q", "Q", "BT", "ET", "T*", "W n", "/A1 gs", "BI ID xx EI", "/P BMC", "EMC")
    ),
)
contents = st.lists(operators, max_size=40).map(
    lambda ops: "BT /F1 11 Tf 60 700 Td " + "\n".join(ops) + " ET"
)
cmaps = st.lists(st.tuples(st.binary(min_size=1, max_size=3), st.binary(max_size=6)), max_size=8).map(
    lambda rows: (
        "begincmap 1 begincodespacerange <00> <FFFF> endcodespacerange "
        + f"{len(rows)} beginbfchar "
        + "\n".join(f"<{a.hex()}> <{b.hex()}>" for a, b in rows)
        + " endbfchar endcmap"
    )
)
streams = st.tuples(dictionaries, st.one_of(contents, contents, cmaps, st.binary(max_size=60))).map(
    lambda pair: _stream(*pair)
)
bodies = st.one_of(dictionaries.map(str.encode), streams, values.map(str.encode))
pages = st.tuples(st.lists(pairs, max_size=4), references, references, references).map(
    lambda four: (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {four[1]} "
        f"/Resources<</Font<</F1 4 0 R/F2 {four[2]}>>/XObject<</X1 {four[3]}/X2 6 0 R>>>> "
        + " ".join(f"/{k} {v}" for k, v in four[0])
        + ">>"
    ).encode()
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
fonts = st.one_of(
    st.just(FONT),
    st.lists(pairs, max_size=5).map(
        lambda items: (
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H "
            + " ".join(f"/{k} {v}" for k, v in items)
            + ">>"
        ).encode()
    ),
)


@st.composite
def documents(draw):
    """A PDF of a catalog, a tree of pages and objects that refer to each other at will."""
    kids = " ".join(
        draw(st.lists(st.sampled_from(("3 0 R", "3 0 R", "2 0 R", "7 0 R", "5 0 R")), min_size=1, max_size=4))
    )
    extra = " ".join(f"/{k} {v}" for k, v in draw(st.lists(pairs, max_size=3)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {extra}>>".encode(),
        f"<</Type/Pages/Count {draw(counts)}/Kids[{kids}]>>".encode(),
        draw(pages),
        draw(fonts),
        draw(st.one_of(streams, pages)),
        draw(streams),
    ]
    return assembled(objects + draw(st.lists(bodies, max_size=OBJECTS - 6)))


def assembled(objects):
    """The bytes of a PDF with these objects, numbered from 1, and a table that finds them."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def _stream(dictionary, content):
    raw = content if isinstance(content, bytes) else content.encode("latin-1", "replace")
    head = dictionary.removesuffix(">>").encode() + b"/Length %d>>" % len(raw)
    return head + b"\nstream\n" + raw + b"\nendstream"
