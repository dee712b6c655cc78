"""The review flowchart says its numbers in picture, words and table alike."""

import io

from lxml import etree
from PIL import Image

from qsdev.documents.docx_pictures import png_of, size_of
from qsdev.documents.flowchart import Papers, ReviewFlow, flowchart, flowchart_table, in_words
from qsdev.documents.spreadsheets import rows_of
from qsdev.documents.tests.sample_paper import FLOW

NUMBERS = ["365", "101", "65", "531", "525", "400", "125", "6"]


def drawn_words(flow):
    root = etree.fromstring(flowchart(flow, caption="Flow").svg)
    return [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_sums_are_derived():
    assert (FLOW.screened, FLOW.left_out) == (531, 525)


def test_without_reasons_all_that_was_not_included_was_excluded():
    assert ReviewFlow((Papers("Databases", 10),), (), 4).left_out == 6


def test_every_number_is_drawn_as_text_and_said_in_words():
    drawing = " ".join(drawn_words(FLOW))
    assert [number for number in NUMBERS if number not in drawing] == []
    assert [number for number in NUMBERS if number not in in_words(FLOW)] == []


def test_table_has_the_same_numbers():
    _, rows = rows_of(flowchart_table(FLOW, caption="Papers"))
    assert [row[-1] for row in rows] == ["365", "101", "65", "531", "400", "125", "525", "6"]


def test_markup_in_a_reason_stays_words():
    flow = ReviewFlow((Papers("a & b", 1),), (Papers("<script>x</script>", 1),), 0)
    assert [line for line in drawn_words(flow) if "script" in line] != []
    assert "<script" not in flowchart(flow, caption="Flow").svg


def test_words_do_not_leave_their_boxes():
    long = ReviewFlow(FLOW.identified, (Papers("A reason of very many words " * 6, 3),), 1)
    assert max(len(line) for line in drawn_words(long)) < 60
    one_word = ReviewFlow(FLOW.identified, (Papers("w" * 200, 3),), 1)
    assert max(len(line) for line in drawn_words(one_word)) < 60


def test_flowchart_is_drawn_with_its_words_in_ink():
    svg = flowchart(FLOW, caption="Flow").svg
    picture = Image.open(io.BytesIO(png_of(svg))).convert("L")
    width, height = size_of(svg)
    assert abs(picture.width / picture.height - width / height) < 0.01
    assert picture.histogram()[:40] != Image.new("L", picture.size, 255).histogram()[:40]
