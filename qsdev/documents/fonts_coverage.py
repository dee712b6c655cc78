"""Which characters the project's fonts can print, and what stands for those that they cannot."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
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
def families() -> tuple[frozenset[str], ...]:
    """Return what each family of fonts can print in all of its styles, the text's family first."""
    found = {}
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            characters = {chr(code) for code in font.getBestCmap()} - {"\ufeff"}
        family = path.stem.partition("-")[0]
        found[family] = found.get(family, characters) & characters
    return tuple(
        frozenset(c for c in characters if unicodedata.category(c) != _PRIVATE)
        for characters in found.values()
    )


@cache
def covered() -> frozenset[str]:
    """Return every character that some family of the project's fonts can print."""
    return frozenset("\n\t\r ").union(*families())


def printable(text: str) -> str:
    """Return `text` with what no font has replaced: by a like sign, by □, or by nothing.

    An accent that no font has together with its letter is left out as well.
    """
    if _ASCII_ONLY.fullmatch(text):
        return text
    missing = set(text) - covered()
    if missing:
        text = text.translate({ord(character): _instead(character) for character in missing})
    accents = "".join(c for c in set(text) if unicodedata.category(c).startswith("M"))
    if not accents:
        return text
    accented = re.compile(f"[^{accents}][{accents}]+")
    return accented.sub(lambda match: _in_one_font(match[0]), text)


@lru_cache(maxsize=4096)
def _in_one_font(letter):
    """Return a letter with those of its accents that one font has together with it."""
    for form in (letter, unicodedata.normalize("NFC", letter)):
        if any(family.issuperset(form) for family in families()):
            return form
    family = next((family for family in families() if letter[0] in family), frozenset())
    return letter[0] + "".join(accent for accent in letter[1:] if accent in family)


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
