"""Which language a text looks like, by langdetect's own profiles of one to three letters.

langdetect draws letters at random until it is sure; adding up all of them gives the same answer
every time and takes a tenth of the time. The profiles and the smoothing are langdetect's (Shuyo 2010).
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.utils.ngram import NGram
from numpy.typing import NDArray

# langdetect's smoothing: its alpha over its base frequency.
SMOOTHING = 0.5 / 10_000

# A character's place in a packed n-gram; Unicode needs 21 bits.
BITS = 21

# Words in capitals, of which the profiles know next to nothing.
CAPITALS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Profiles:
    """Packed n-grams in order, and for each the log probability in each language."""

    grams: NDArray[np.int64]
    logs: NDArray[np.float32]
    codes: tuple[str, ...]


class _Letters(dict[int, str]):
    """langdetect's normal form of each character, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = str(NGram.normalize(chr(code)))
        return self[code]


_LETTERS = _Letters()


def scores(text: str) -> dict[str, float]:
    """Log likelihood for each n-gram, by ISO code, best first; empty without a known n-gram."""
    profiles = _profiles()
    grams = _grams(text)
    places = np.searchsorted(profiles.grams, grams).clip(max=len(profiles.grams) - 1)
    known = places[profiles.grams[places] == grams]
    if not len(known):
        return {}
    means = profiles.logs[known].mean(axis=0)
    return {profiles.codes[i]: float(means[i]) for i in np.argsort(-means, kind="stable")}


def _grams(text: str) -> NDArray[np.int64]:
    """Every run of one to three characters within a word, spaces around it counted."""
    lowered = CAPITALS.sub(lambda word: word[0].lower() if word[0].isupper() else word[0], text)
    plain = f" {' '.join(lowered.translate(_LETTERS).split())} "
    letters = np.frombuffer(plain.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    pairs = letters[:-1] << BITS | letters[1:]
    triples = pairs[:-1] << BITS | letters[2:]
    return np.concatenate([letters[letters != ord(" ")], pairs, triples])


def _pack(gram: str) -> int:
    packed = 0
    for letter in gram:
        packed = packed << BITS | ord(letter)
    return packed


@cache
def _profiles() -> Profiles:
    files = sorted(Path(PROFILES_DIRECTORY).iterdir())
    read = [json.loads(file.read_text(encoding="utf-8")) for file in files if not file.suffix]
    packed = [_packed(one) for one in read]
    grams = np.unique(np.concatenate(packed))
    shares = np.zeros((len(grams), len(read)), dtype=np.float32)
    for column, (one, own) in enumerate(zip(read, packed, strict=True)):
        shares[np.searchsorted(grams, own), column] = _shares(one)
    return Profiles(grams, np.log(shares + SMOOTHING), tuple(one["name"] for one in read))


def _packed(profile: dict[str, Any]) -> NDArray[np.int64]:
    """The n-grams of a profile, packed, in its order."""
    return np.array([_pack(gram) for gram in profile["freq"]], dtype=np.int64)


def _shares(profile: dict[str, Any]) -> list[float]:
    """How often each n-gram occurs, among those of its length."""
    return [count / profile["n_words"][len(gram) - 1] for gram, count in profile["freq"].items()]
