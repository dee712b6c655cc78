"""The fonts that a house template carries, so that a Word file looks the same on every machine.

Where Inter and Lora are not installed Word and LibreOffice would fall back on wider letters, and
the page numbers of the contents would drift from those of the pdf. The fonts' licence lets a
document carry them. They are cut to the Latin and Greek letters and the signs of papers; a letter
beyond these is shown in another font, as it would be without them.
"""

import io
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from qsdev.documents.fonts_coverage import FONTS

HEADING_FONT = "Lora SemiBold"
TEXT_FONT = "Inter"
_FORMATS = "http://schemas.openxmlformats.org"
_CHARACTERS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x218, 0x21B),
    (0x300, 0x328),
    (0x386, 0x3CE),
    (0x2000, 0x209F),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2195),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
    (0x2713, 0x2717),
)
_NAMES_KEPT = [*range(1, 7), 13, 14]
_OBFUSCATED = 32


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """One style of a family: the slot it fills in Word's font table, and its file of ours."""

    family: str
    slot: str
    stem: str

    @property
    def part(self) -> str:
        """Its place in the package, below `word/`."""
        return f"fonts/{self.stem}.odttf"

    @property
    def key(self) -> UUID:
        """What its first bytes are hidden with: any number will do, ours is always the same."""
        return uuid5(NAMESPACE_URL, f"{_FORMATS}/{self.stem}")


EMBEDDED = (
    EmbeddedFont(TEXT_FONT, "Regular", "Inter-Regular"),
    EmbeddedFont(TEXT_FONT, "Bold", "Inter-Bold"),
    EmbeddedFont(TEXT_FONT, "Italic", "Inter-Italic"),
    EmbeddedFont(TEXT_FONT, "BoldItalic", "Inter-BoldItalic"),
    EmbeddedFont(HEADING_FONT, "Regular", "Lora-SemiBold"),
)
_FAMILIES = ((TEXT_FONT, "Arial", "swiss"), (HEADING_FONT, "Georgia", "roman"))


def embedded_parts() -> dict[str, bytes]:
    """Return the fonts as parts of a package: name below `word/` -> obfuscated file."""
    return {font.part: obfuscated(_cut(font), font.key) for font in EMBEDDED}


def obfuscated(font: bytes, key: UUID) -> bytes:
    """Return a font file with its first 32 bytes hidden by `key`, or shown again.

    The rule is that of ECMA-376 part 4, "Font Embedding": the key's bytes, last first, twice.
    """
    mask = key.bytes[::-1] * 2
    head = bytes(a ^ b for a, b in zip(font[:_OBFUSCATED], mask, strict=True))
    return head + font[_OBFUSCATED:]


def font_table_xml() -> str:
    """Return the whole of `fontTable.xml`, without its declaration."""
    return (
        f'<w:fonts xmlns:w="{_FORMATS}/wordprocessingml/2006/main" '
        f'xmlns:r="{_FORMATS}/officeDocument/2006/relationships">'
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/>'
            f'<w:pitch w:val="variable"/>{_embeddings(name)}</w:font>'
            for name, instead, family in _FAMILIES
        )
        + "</w:fonts>"
    )


def _embeddings(family):
    return "".join(
        f'<w:embed{font.slot} r:id="rId{place}" w:fontKey="{{{str(font.key).upper()}}}"/>'
        for place, font in enumerate(EMBEDDED, start=1)
        if font.family == family
    )


def _cut(font):
    options = Options(
        layout_features=["ccmp", "kern", "locl", "mark", "mkmk"],
        hinting=False,
        name_IDs=_NAMES_KEPT,
        recalc_timestamp=False,
    )
    file = io.BytesIO()
    with TTFont(FONTS / f"{font.stem}.ttf", recalcTimestamp=False) as opened:
        subsetter = Subsetter(options)
        subsetter.populate(
            unicodes=[code for first, last in _CHARACTERS for code in range(first, last + 1)]
        )
        subsetter.subset(opened)
        opened.save(file)
    return file.getvalue()
