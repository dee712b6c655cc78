"""From the real table and the real recommendations a paper comes out, and stands up to reading."""

import hashlib
import io
import re
import zipfile
from collections import Counter
from types import SimpleNamespace

import docx
import page
import pikepdf
import pypdf
import pytest
from django.db import transaction
from lxml import etree, html
from openxml_audit import OpenXmlValidator
from page import ValidationProfile

from qsdev.briefing.rendering import read_paper, render_paper
from qsdev.documents.numbering import number
from qsdev.tests.libre_office import laid_out
from qsdev.tests.real_topic import build_real_topic, real_facts

pytestmark = pytest.mark.django_db  # so that there is a database for the fixture below

SPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{SPACES['w']}}}"
HEADINGS = "//w:p[w:pPr/w:pStyle[starts-with(@w:val,'Heading') or @w:val='AppendixHeading']]"
FORMATS = ("docx", "pdf", "html", "xlsx", "csv")


@pytest.fixture(scope="module")
def facts():
    return real_facts()


@pytest.fixture(scope="module")
def paper(django_db_setup, django_db_blocker):
    """The real topic's paper, read twice, with its files; the topic itself is gone by then."""
    with django_db_blocker.unblock(), transaction.atomic():
        topic = build_real_topic()
        read, again = read_paper(topic), read_paper(topic)
        transaction.set_rollback(True)
    files = {str(format): content for format, content in render_paper(read, silent).items()}
    return SimpleNamespace(read=read, again=again, numbering=number(read.document), files=files)


def silent(percent, message):
    """Nobody follows the progress."""


@pytest.fixture(scope="module")
def word(paper):
    """The Word file's parts as trees, by their names without the ending."""
    with zipfile.ZipFile(io.BytesIO(paper.files["docx"])) as package:
        return {
            name: etree.fromstring(package.read(f"word/{name}.xml"))
            for name in ("document", "footnotes")
        }


@pytest.fixture(scope="module")
def pages(paper):
    """The words of each page of the pdf, with single spaces."""
    reader = pypdf.PdfReader(io.BytesIO(paper.files["pdf"]))
    return [plain(one.extract_text()) for one in reader.pages]


@pytest.fixture(scope="module")
def appendix_rows(word):
    """The cells of each suggestion's row in the Word file's last table."""
    table = word["document"].findall(f".//{W}tbl")[-1]
    rows = [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    return [cells for cells in rows[1:] if len(cells) == 6]


@pytest.fixture(scope="module")
def web(paper):
    return html.document_fromstring(paper.files["html"])


def plain(text):
    return " ".join(text.split())


def words(element):
    return plain("".join(element.itertext(f"{W}t")))


def close(text):
    return "".join(text.split())


def titles_of(outline):
    for item in outline:
        yield plain(item.title)
        yield from titles_of(item.children)


def unnumbered(title):
    return re.sub(r"^(\d+(\.\d+)*|Appendix \d+:) ", "", title)


def test_sections_are_those_of_the_real_paper(paper, facts):
    labels = [part.label for part in paper.numbering.sections]
    numbers = [label.number for label in labels if label.kind == "section"]
    assert sorted(numbers) == sorted(facts["sections"])
    top = [[label.number, label.title] for label in labels if label.level == 1]
    printed = [[name, title] for name, title, _ in facts["contents"]]
    printed[-1][1] += " and specialist committee members"  # who suggested as well
    assert top == printed


def test_headings_are_the_same_in_all_three(paper, word, web):
    wanted = [label.full_title for label in paper.numbering.labels.values() if label.level]
    styled = word["document"].xpath(HEADINGS, namespaces=SPACES)
    in_web = web.xpath("//section[contains(@class,'paper-section')]//*[starts-with(name(),'h')]")
    with pikepdf.open(io.BytesIO(paper.files["pdf"])) as pdf, pdf.open_outline() as outline:
        assert list(titles_of(outline.root)) == wanted
    assert [plain(heading.text_content()) for heading in in_web] == wanted
    assert [words(heading) for heading in styled] == [unnumbered(title) for title in wanted]


def test_tables_repeat_their_headers_and_are_the_same_in_all_three(word, web, pages):
    tables = word["document"].xpath("//w:tbl", namespaces=SPACES)
    headers = [len(table.xpath("w:tr[w:trPr/w:tblHeader]", namespaces=SPACES)) for table in tables]
    assert headers == [1] * len(tables)
    in_word = [[[close(words(cell)) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
               for table in tables]  # fmt: skip
    in_web = [[[close(cell.text_content()) for cell in row] for row in table.iter("tr")]
              for table in web.iter("table")]  # fmt: skip
    assert in_word == in_web
    printed = close(" ".join(pages)).replace("•", "")
    firsts = [row[0] for table in in_word for row in table]
    assert [text for text in firsts if text not in printed] == []


def test_appendix_has_the_fifty_rows_under_six_headings(word, web, facts):
    (table,) = word["document"].xpath("//w:tbl[last()]", namespaces=SPACES)
    rows = [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    under, heading = {}, ""
    for cells in rows[1:]:
        heading = cells[0] if len(cells) == 1 else heading
        if len(cells) > 1:
            under.setdefault(heading, []).append(int(cells[0]))
    by_area = facts["appendix4"]["by_area"]
    assert under == {area: printed["ids"] for area, printed in by_area.items()}
    assert rows[0] == facts["appendix4"]["columns"]
    assert len(web.xpath("//tr[starts-with(@id,'suggestion-')]")) == facts["appendix4"]["count"]


def test_suggestions_are_by_the_contributors_of_the_real_paper(appendix_rows, facts):
    names = facts["legend"]
    counted = Counter(cells[1] for cells in appendix_rows)
    printed = {abbreviation: one["count"] for abbreviation, one in by_stakeholder(facts).items()}
    assert counted == {names.get(short, short): count for short, count in printed.items()}


def by_stakeholder(facts):
    """The real paper's contributors, with row 13 as corrected."""
    found = dict(facts["appendix4"]["by_stakeholder"])
    (row_13,) = found.pop("(blank)")["ids"]
    pip = found["PIP UK"]
    return found | {"PIP UK": {"count": pip["count"] + 1, "ids": [*pip["ids"], row_13]}}


def test_suggestions_are_in_the_words_of_their_contributors(appendix_rows, facts):
    ours = {int(cells[0]): close(cells[2]) for cells in appendix_rows}
    for printed in facts["appendix4"]["suggestions"]:
        assert ours[printed["id"]].startswith(close(printed["title_as_extracted"]))


def test_recommendations_stand_in_full_as_the_real_paper_lists_them(web, facts):
    headings = web.find_class("paper-quotation-heading")
    found = [plain(heading.text_content()) for heading in headings]
    named = Counter(re.sub(r"( \(key|:).*", "", heading) for heading in found)
    rows = [row for table in facts["tables"]["area_tables"].values() for row in table["rows"]]
    assert named == Counter(name for row in rows for name in names_of(row))
    marked = {heading.split()[3] for heading in found if "key priority" in heading}
    assert marked == set(facts["recommendations"]["kpi_marked_in_full_text"])


def names_of(row):
    """How a paper names what is selected for a row of an area's table."""
    for kind in ("recommendations", "research_recommendations"):
        name = kind.removesuffix("s").replace("_", " ").title()
        yield from (f"NICE NG26 {name} {number}" for number in row[kind])


def test_counts_are_those_of_the_real_files(web, facts):
    told = {plain(one[0].text_content()): plain(one[1].text_content()) for one in web.iter("tr")
            if len(one) == 2}  # fmt: skip
    evidence = facts["evidence"]
    assert told["Found by searching databases"] == str(evidence["database_papers"])
    assert told["Suggested by stakeholders"] == str(evidence["stakeholder_papers"])
    assert told["Suggested internally"] == str(evidence["internal_papers"])
    (responses,) = web.xpath("//section[h3[contains(., 'Responses')]]/p[1]")
    assert plain(responses.text_content()).startswith(
        "Seven registered stakeholders responded, and four specialist committee members"
    )
    assert "50 suggestions in all" in responses.text_content()


def test_footnotes_are_the_same_in_all_three(word, web, pages, facts):
    notes = word["footnotes"].xpath("//w:footnote[not(@w:type)]", namespaces=SPACES)
    in_word = [words(note) for note in notes]
    listed = web.xpath("//section[@role='doc-endnotes']/ol/li")
    assert in_word == [plain(note.text_content()).removesuffix(" ↩") for note in listed]
    assert len(in_word) == facts["evidence"]["footnotes"]
    assert len(set(in_word)) == facts["evidence"]["distinct_sources"]
    printed = " ".join(pages)
    assert [note for note in in_word if note not in printed] == []


def test_only_the_appendix_with_the_suggestions_is_landscape(word, paper, pages):
    sizes = word["document"].xpath("//w:sectPr/w:pgSz", namespaces=SPACES)
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape"]
    with pikepdf.open(io.BytesIO(paper.files["pdf"])) as pdf:
        wide = [one.mediabox[2] > one.mediabox[3] for one in pdf.pages]
    first = next(n for n, text in enumerate(pages) if n > 1 and "Appendix 4: Suggestions" in text)
    assert wide == [False] * first + [True] * (len(pages) - first)


def test_page_numbers_in_the_contents_are_right(word, pages):
    entries = word["document"].xpath("//w:sdt//w:p[w:hyperlink]", namespaces=SPACES)
    printed = [re.fullmatch(r"(.+?)(\d+)", words(entry)).groups() for entry in entries]
    assert len(printed) == 23
    wrong = [(title, page) for title, page in printed if plain(title) not in pages[int(page) - 1]]
    assert wrong == []


def test_checkers_find_nothing_in_the_word_file(paper, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(paper.files["docx"])
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    read = docx.Document(path)
    assert (read.core_properties.language, len(read.tables)) == ("en-GB", 11)


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
def test_checkers_find_nothing_in_the_pdf(paper, profile):
    report = page.validate_pdf_bytes(paper.files["pdf"], profile=profile)
    assert [failure.message for failure in report.failures] == []


def test_pdf_has_identifier_language_title_and_tags(paper):
    with pikepdf.open(io.BytesIO(paper.files["pdf"])) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en-GB", True)
        assert metadata["dc:title"] == paper.read.document.title


def test_libre_office_opens_the_word_file_on_as_many_pages(paper, pages, tmp_path):
    theirs = laid_out(paper.files["docx"], tmp_path).pages
    assert abs(len(theirs) - len(pages)) <= 1
    first = next(n for n, text in enumerate(pages) if n > 1 and "Appendix 4: Suggestions" in text)
    starts = [n for n, one in enumerate(theirs) if one.mediabox.width > one.mediabox.height]
    assert abs(starts[0] - first) <= 1


def test_built_twice_the_bytes_are_the_same(paper):
    again = render_paper(paper.again, silent)
    digests = {str(format): hashlib.sha256(content).digest() for format, content in again.items()}
    assert digests == {name: hashlib.sha256(paper.files[name]).digest() for name in FORMATS}
