"""Which characters the project's fonts can print, and what stands for those that they cannot."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from qsdev.documents.blocks import Document, Link, Text
from qsdev.documents.reading import walk

FONTS = Path(__file__).with_name("fonts")
REPLACEMENT = "□"
# Word's own bullets lie in the private area, where no font of ours has anything.
_KNOWN = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→"}
_INVISIBLE = ("Cf", "Mn", "Zl", "Zp")
_PRIVATE = "Co"
_ASCII_ONLY = re.compile(r"[\x00-\x7f]*")


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no font has: how often it is used, and words around its first use."""

    character: str
    name: str
    count: int
    excerpt: str


@cache
def covered() -> frozenset[str]:
    """Return every character that some font of the project's can print."""
    characters = set("\n\t\r ")
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            characters.update(map(chr, font.getBestCmap()))
    return frozenset(c for c in characters if unicodedata.category(c) != _PRIVATE) - {"\ufeff"}


def printable(text: str) -> str:
    """Return `text` with what no font has replaced: by a like sign, by □, or by nothing."""
    if _ASCII_ONLY.fullmatch(text):
        return text
    missing = set(text) - covered()
    return text.translate({ord(character): _instead(character) for character in missing})


def _instead(character):
    if character in _KNOWN:
        return _KNOWN[character]
    return "" if unicodedata.category(character) in _INVISIBLE else REPLACEMENT


def missing_characters(document: Document) -> list[MissingCharacter]:
    """Return the visible characters of a document that print as □, most used first."""
    counts, excerpts = {}, {}
    for text in _texts(document):
        for character in set(text) - covered():
            if _instead(character) == REPLACEMENT:
                place = text.index(character)
                excerpts.setdefault(character, text[max(place - 20, 0) : place + 21])
                counts[character] = counts.get(character, 0) + text.count(character)
    return [
        MissingCharacter(
            character, unicodedata.name(character, "unnamed"), count, excerpts[character]
        )
        for character, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _texts(document):
    for node in walk(document):
        if isinstance(node, Text | Link):
            if not node.text.isascii():
                yield node.text
            continue
        for name in node.__slots__:
            value = getattr(node, name)
            if isinstance(value, str) and not value.isascii() and name != "svg":
                yield value
