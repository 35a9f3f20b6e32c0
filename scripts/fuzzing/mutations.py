"""Damage to the bytes of a PDF, of the kinds that break readers."""

import re
import zlib
from base64 import a85decode, a85encode

STREAM = re.compile(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", re.DOTALL)
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
OBJECT = re.compile(rb"\d+ 0 obj.*?endobj", re.DOTALL)
NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"1e308",
    b"0.00001",
)
TOKENS = (
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b")",
    b"endobj",
    b"stream\n",
    b"endstream",
    b"1 0 R",
    b"null",
    b"\x00",
    b"%",
    b"BT",
    b"ET",
    b"q",
    b"Q",
    b"Tj",
    b"Do",
)
OPERATORS = (
    b" Tm",
    b" Td",
    b" Tf",
    b" Tj",
    b" cm",
    b" re",
    b" l",
    b" m",
    b" S",
    b" f",
    b" Tz",
    b" Tr",
    b" Do",
    b" gs",
    b" BT",
    b" ET",
    b" q",
    b" Q",
)


def flip_bits(data, random, _):
    out = bytearray(data)
    for _ in range(random.choice((1, 4, 32, 256))):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def overwrite(data, random, _):
    at, size = random.randrange(len(data)), random.choice((1, 8, 100, 2000))
    return data[:at] + random.randbytes(size) + data[at + size :]


def cut_out(data, random, _):
    at = random.randrange(len(data))
    return data[:at] + data[at + random.choice((1, 10, 500, 5000)) :]


def truncate(data, random, _):
    return data[: random.randrange(len(data))]


def repeat_part(data, random, _):
    at = random.randrange(len(data))
    part = data[at : at + random.choice((10, 200, 3000))]
    return data[:at] + part * random.choice((2, 10, 50)) + data[at:]


def splice(data, random, others):
    other = random.choice(others)
    return data[: random.randrange(len(data))] + other[random.randrange(len(other)) :]


def change_numbers(data, random, _):
    return _replaced(data, NUMBER, random, lambda _: random.choice(NUMBERS))


def change_names(data, random, _):
    names = NAME.findall(data)
    return _replaced(data, NAME, random, lambda _: random.choice(names)) if names else data


def insert_token(data, random, _):
    at = random.randrange(len(data))
    return data[:at] + b" " + random.choice(TOKENS) + b" " + data[at:]


def swap_objects(data, random, others):
    """An object's body in another's place, perhaps from another file."""
    mine, theirs = OBJECT.findall(data), OBJECT.findall(random.choice((data, *others)))
    if not mine or not theirs:
        return data
    old, new = random.choice(mine), random.choice(theirs)
    return data.replace(old, old.split(b"obj", 1)[0] + b"obj" + new.split(b"obj", 1)[1], 1)


def change_inside(data, random, others):
    """Damage within a stream that stays well packed, so that the inner reader meets it."""
    found = list(STREAM.finditer(data))
    if not found:
        return data
    match = random.choice(found)
    plain = _unpacked(match[1])
    if not plain:
        return data
    for _ in range(random.choice((1, 1, 5))):
        plain = random.choice(INSIDE)(plain, random, others) or plain
    packed = zlib.compress(plain)
    if b"ASCII85" in data[max(0, match.start() - 200) : match.start()]:
        packed = a85encode(packed) + b"~>"
    return data[: match.start(1)] + packed + data[match.end(1) :]


def change_operators(data, random, _):
    at = random.randrange(len(data))
    numbers = b" ".join(random.choice(NUMBERS) for _ in range(random.randrange(7)))
    return data[:at] + b" " + numbers + random.choice(OPERATORS) + b" " + data[at:]


INSIDE = (
    flip_bits,
    overwrite,
    cut_out,
    truncate,
    repeat_part,
    change_numbers,
    change_names,
    change_operators,
)
BYTES = (
    flip_bits,
    overwrite,
    cut_out,
    truncate,
    repeat_part,
    splice,
    change_numbers,
    change_names,
    insert_token,
    swap_objects,
    change_inside,
    change_inside,
    change_inside,
)


def mutated(data, random, others):
    """One input: a few kinds of damage on top of each other."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        # Cuts may leave next to nothing, on which no further damage can be done.
        data = random.choice(BYTES)(data, random, others) if len(data) > 1 else data
    return data


def _replaced(data, pattern, random, new):
    places = list(pattern.finditer(data))
    for match in sorted(
        random.sample(places, min(len(places), random.choice((1, 2, 10)))), key=lambda m: -m.start()
    ):
        data = data[: match.start()] + new(match) + data[match.end() :]
    return data


def _unpacked(packed):
    try:
        raw = a85decode(packed.strip().removesuffix(b"~>")) if packed.strip().endswith(b"~>") else packed
        return zlib.decompress(raw)
    except (ValueError, zlib.error):
        return b""
