"""The Word file, read back: its styles, numbers, footnotes, tables, pages, pictures and bytes."""

import hashlib
import io
import zipfile

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from qsdev.documents.blocks import Column, DocumentError, Picture, Row, Table, Text
from qsdev.documents.docx import write_docx
from qsdev.documents.house_template import TEMPLATE, build_house_template, template_parts
from qsdev.documents.shorthand import bullets, cell, numbered, paragraph, row, row_group
from qsdev.documents.tests.sample_paper import only, sample_paper

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
W = f"{{{SPACES['w']}}}"


def part(content, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def found(content, path, name="word/document.xml"):
    return part(content, name).xpath(path, namespaces=SPACES)


def styles_and_words(content):
    return [(p.style.name, p.text) for p in docx.Document(io.BytesIO(content)).paragraphs]


def findings(content, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    return [error.description for error in OpenXmlValidator().validate(path).errors]


def test_word_would_open_it_without_a_finding(tmp_path):
    assert findings(write_docx(sample_paper()), tmp_path) == []


def test_checker_of_the_tests_finds_what_is_wrong(tmp_path):
    broken = zipfile.ZipFile(io.BytesIO(write_docx(sample_paper())))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in broken.namelist():
            package.writestr(name, broken.read(name).replace(b"<w:tblGrid>", b"<w:tblGird>"))
    assert findings(file.getvalue(), tmp_path) != []


def test_headings_have_words_styles_and_no_typed_numbers():
    paragraphs = styles_and_words(write_docx(sample_paper()))
    assert [pair for pair in paragraphs if "eading" in pair[0]] == [
        ("Heading 1", "Introduction"),
        ("Heading 2", "Structure"),
        ("Heading 2", "Source"),
        ("Heading 1", "Overview"),
        ("Heading 2", "Management"),
        ("Heading 3", "Identification"),
        ("Heading 3", "Treatment"),
        ("Heading 2", "Frameworks"),
        ("Heading 1", "Suggested improvement areas"),
        ("Heading 2", "Training"),
        ("Heading 3", "Selected recommendations"),
        ("Quotation Heading", "NICE NG26 Recommendation 1.3.2 (key priority for implementation)"),
        ("Heading 3", "Current UK practice"),
        ("Heading 4", "Stability"),
        ("Appendix Heading", "Key priorities"),
        ("Appendix Heading", "Review flowchart"),
        ("Appendix Heading", "Glossary"),
        ("Appendix Heading", "Suggestions"),
    ]


def test_each_place_that_cites_has_a_footnote_of_its_own():
    content = write_docx(sample_paper())
    marks = found(content, "//w:footnoteReference/@w:id")
    notes = found(content, "//w:footnote[not(@w:type)]", "word/footnotes.xml")
    assert marks == [note.get(f"{W}id") for note in notes] == ["1", "2", "3"]
    assert ["".join(note.itertext()).strip() for note in notes] == [
        "A national count. Tables",
        "Knowledge review",
        "A national count. Tables",
    ]


def test_link_in_a_footnote_leads_out_of_the_package():
    (target,) = part(write_docx(sample_paper()), "word/_rels/footnotes.xml.rels")
    assert (target.get("Target"), target.get("TargetMode")) == ("https://a.test/?b=1&c", "External")


def test_every_table_repeats_its_header_and_keeps_short_rows_whole():
    content = write_docx(sample_paper())
    tables = found(content, "//w:tbl")
    headers = [table.xpath("w:tr[w:trPr/w:tblHeader]", namespaces=SPACES) for table in tables]
    assert [len(rows) for rows in headers] == [1, 1, 1, 1]
    assert len(found(content, "//w:tr[not(w:trPr/w:cantSplit)]")) == 0


def test_row_higher_than_half_a_page_may_be_split():
    table = Table("Long", (Column("Words"),), (row_group(row("long words " * 600), row("short")),))
    rows = found(write_docx(only(table)), "//w:tr[not(w:trPr/w:tblHeader)]")
    assert [len(r.xpath("w:trPr/w:cantSplit", namespaces=SPACES)) for r in rows] == [0, 1]


def test_group_heading_spans_the_table():
    content = write_docx(sample_paper())
    spans = found(content, "//w:tbl[last()]//w:tr[.//w:gridSpan]")
    assert ["".join(tr.itertext()) for tr in spans][-2:] == ["Training", "Stability of placements"]


def test_only_the_appendix_is_landscape():
    sizes = found(write_docx(sample_paper()), "//w:sectPr/w:pgSz")
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape"]


def test_contents_have_entries_links_and_the_pages_given():
    content = write_docx(sample_paper(), page_numbers={"section-1": 2, "suggestions": 11})
    entries = found(content, "//w:sdt//w:p[w:hyperlink]")
    anchors = {mark.get(f"{W}name") for mark in found(content, "//w:bookmarkStart")}
    links = [entry.find(f"{W}hyperlink").get(f"{W}anchor") for entry in entries]
    assert set(links) <= anchors
    assert len(entries) == len(set(links)) == 12
    words = ["".join(entry.itertext(f"{W}t")) for entry in entries]
    assert (words[0], words[-1]) == ("1  Introduction2", "Appendix 4: Suggestions11")


def test_contents_without_pages_are_marked_for_word_to_complete():
    assert len(found(write_docx(sample_paper()), "//w:fldChar[@w:dirty]")) == 1
    assert found(write_docx(sample_paper(), page_numbers={"all": 3}), "//w:fldChar[@w:dirty]") == []


def test_marked_cell_is_shaded_and_says_why():
    (marked,) = found(write_docx(sample_paper()), "//w:tc[.//w:t='Selected']")
    assert marked.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == "FBF3CF"


def test_each_numbered_list_begins_anew():
    content = write_docx(only(numbered("a", "b"), paragraph("-"), numbered("c", start=3)))
    starts = found(content, "//w:startOverride/@w:val", "word/numbering.xml")
    assert starts == ["1", "3"]
    assert len(set(found(content, "//w:p//w:numId/@w:val"))) == 2


def test_picture_has_words_an_svg_and_a_png():
    content = write_docx(sample_paper())
    (shown,) = found(content, "//wp:docPr")
    assert shown.get("descr").startswith("Flowchart. Papers identified: Databases: 365;")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in package.namelist() if "media" in name]
        assert sorted(names) == ["word/media/picture1.png", "word/media/picture1.svg"]
        assert package.read("word/media/picture1.png").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "inside", ['<image href="file:///etc/passwd"/>', "<style>@import 'x'</style>", "<script/>"]
)
def test_picture_that_reaches_outside_is_refused(inside):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    with pytest.raises(DocumentError, match="outside itself"):
        write_docx(only(Picture(svg, "A drawing")))


def test_row_that_does_not_fill_its_table_is_refused():
    table = Table("T", (Column("a"), Column("b")), (row_group(Row((cell("one"),))),))
    with pytest.raises(DocumentError, match="covers 1 columns of a table that has 2"):
        write_docx(only(table))


def test_properties_say_what_and_when_the_paper_is():
    properties = docx.Document(io.BytesIO(write_docx(sample_paper()))).core_properties
    assert (properties.title, properties.language, properties.created.isoformat()[:10]) == (
        "Support in care",
        "en-GB",
        "2016-03-10",
    )


def test_header_and_footer_are_the_papers_own_with_page_numbers():
    content = write_docx(sample_paper())
    header = "".join(part(content, "word/header1.xml").itertext())
    footer = "".join(part(content, "word/footer1.xml").itertext())
    assert header == "Support in care: briefing paper"
    assert footer == "Quality standardsPage  PAGE 1 of  NUMPAGES 1"


def test_language_of_the_paper_is_the_language_of_its_styles():
    content = write_docx(sample_paper(language="cy-GB"))
    assert found(content, "//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["cy-GB"]


def test_hostile_words_stay_words(tmp_path):
    text = "</w:t><w:br/> &amp; \x00 ]]> <!-- {{x}} \ud800 \"'"
    content = write_docx(only(paragraph(text), bullets(Text(text)), title=f"T {text}"))
    assert findings(content, tmp_path) == []
    assert styles_and_words(content)[-2][1] == "</w:t><w:br/> &amp;  ]]> <!-- {{x}}  \"'"


def test_same_tree_gives_the_same_bytes():
    digests = {hashlib.sha256(write_docx(sample_paper())).hexdigest() for _ in range(3)}
    assert len(digests) == 1


def test_fresh_template_is_the_committed_one_and_has_no_finding(tmp_path):
    build_house_template(tmp_path / "fresh.docx")
    fresh = (tmp_path / "fresh.docx").read_bytes()
    assert fresh == TEMPLATE.read_bytes()
    assert findings(fresh, tmp_path) == []


def test_committed_template_has_every_style_that_papers_use():
    used = set(found(write_docx(sample_paper()), "//w:pStyle/@w:val | //w:rStyle/@w:val"))
    with zipfile.ZipFile(TEMPLATE) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    assert used - set(styles.xpath("//w:style/@w:styleId", namespaces=SPACES)) == set()


def test_template_without_a_landscape_section_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.docx", "w") as package:
        for name, xml in template_parts().items():
            package.writestr(name, xml.replace('w:orient="landscape"', ""))
    with pytest.raises(DocumentError, match="landscape section"):
        write_docx(sample_paper(), template=tmp_path / "t.docx")
