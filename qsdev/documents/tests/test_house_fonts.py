"""The fonts that a Word file carries can be read again, and are copied as the template has them."""

import io
import zipfile
from uuid import UUID

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from qsdev.documents.docx import write_docx
from qsdev.documents.house_fonts import obfuscated
from qsdev.documents.house_template import TEMPLATE
from qsdev.documents.tests.sample_paper import sample_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def package():
    return zipfile.ZipFile(io.BytesIO(write_docx(sample_paper())))


def embedded(package):
    """Return each style of the font table as the program that opens it would see it."""
    rels = etree.fromstring(package.read("word/_rels/fontTable.xml.rels"))
    targets = {rel.get("Id"): rel.get("Target") for rel in rels}
    for font in etree.fromstring(package.read("word/fontTable.xml")):
        for slot in font.iterchildren(*(f"{W}embed{kind}" for kind in SLOTS)):
            content = package.read(f"word/{targets[slot.get(f'{R}id')]}")
            shown = TTFont(io.BytesIO(obfuscated(content, UUID(slot.get(f"{W}fontKey")))))
            yield font.get(f"{W}name"), slot.tag.removeprefix(f"{W}embed"), shown


SLOTS = ("Regular", "Bold", "Italic", "BoldItalic")


def test_each_style_is_in_the_file_under_the_name_that_the_text_uses(package):
    fonts = [(name, slot, shown["name"].getDebugName(1)) for name, slot, shown in embedded(package)]
    wanted = [("Inter", slot, "Inter") for slot in SLOTS]
    assert fonts == [*wanted, ("Lora SemiBold", "Regular", "Lora SemiBold")]


def test_embedded_fonts_have_the_letters_of_english_and_its_neighbours(package):
    letters = "aZ09 .,–—‘’“”•…£€éÉßøłŵŷ≤≥±→"
    missing = [
        (name, slot, letter)
        for name, slot, shown in embedded(package)
        for letter in letters
        if name == "Inter" and ord(letter) not in shown.getBestCmap()
    ]
    assert missing == []


def test_fonts_are_copied_packed_and_can_be_unpacked(package):
    with zipfile.ZipFile(TEMPLATE) as template:
        names = [name for name in template.namelist() if name.endswith(".odttf")]
        assert len(names) == 5
        sizes = [(template.getinfo(n).compress_size, template.read(n)) for n in names]
    assert [(package.getinfo(n).compress_size, package.read(n)) for n in names] == sizes
    assert package.testzip() is None


def test_cut_fonts_are_small(package):
    sizes = [one.file_size for one in package.infolist() if one.filename.endswith(".odttf")]
    assert max(sizes) < 100_000


def test_hiding_a_font_twice_shows_it_again():
    key = UUID(int=0x0102030405060708090A0B0C0D0E0F10)
    font = bytes(range(100))
    assert obfuscated(font, key)[:4] == bytes([0x10, 0x0F ^ 1, 0x0E ^ 2, 0x0D ^ 3])
    assert obfuscated(obfuscated(font, key), key) == font
