"""Recommendations are read from tables and text files; what cannot be read is refused plainly."""

import io

import openpyxl
import pytest

from qsdev.tables import RefusedFile
from recommendations.imports import read_recommendations
from recommendations.tests.test_imports import only, printed, read

CSV = """Number,Section,Recommendation text,Strength,Key priority,Kind,Title
1.1.9,Placements,Give advice to carers.,Consider,,,
1.3.1,Assessing,Train key workers.,,Yes,,
1,,Create tools.,,,Research,Screening tools
"""


def test_table_is_read_by_the_names_of_its_columns():
    parsed = read_recommendations(CSV.encode(), file_name="ng26.csv", reference="NG26")

    found = [
        (each.number, each.section, each.strength, each.is_key_priority)
        for each in parsed.recommendations
    ]
    assert found == [
        ("1.1.9", "Placements", "consider", False),
        ("1.3.1", "Assessing", "offer", True),
    ]
    assert [(each.number, each.title) for each in parsed.research_recommendations] == [
        ("1", "Screening tools")
    ]
    assert parsed.problems == ()


def test_spreadsheet_is_read_like_the_same_table_in_text():
    book = openpyxl.Workbook()
    for line in CSV.splitlines():
        book.active.append(line.split(","))
    file = io.BytesIO()
    book.save(file)

    parsed = read_recommendations(file.getvalue(), file_name="ng26.xlsx", reference="NG26")

    assert [each.identity for each in parsed.listings] == [
        (False, "1.1.9"),
        (False, "1.3.1"),
        (True, "1"),
    ]
    assert "column" in str(parsed.listings[0].place) or "row 2" in str(parsed.listings[0].place)


def test_pasted_cells_are_read_as_a_table():
    assert len(read(CSV.replace(",", "\t")).listings) == 3


def test_cells_that_say_nothing_known_are_problems():
    table = CSV.replace("Yes", "perhaps").replace("Consider", "strongish").replace("1,,Cr", "x,,Cr")

    parsed = read_recommendations(table.encode(), file_name="ng26.csv", reference="NG26")

    assert [problem.code for problem in parsed.problems] == [
        "unknown_strength",
        "unknown_key_priority",
        "no_number",
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("notes.txt", b"Nothing of the kind stands here.", "nothing_found"),
        ("notes.txt", b"NICE Recommendation 1.1\n" * 2001, "too_many"),
        ("notes.txt", b"NICE\x00Recommendation 1.1.1", "not_text"),
        ("notes.txt", b"\xff\xfe\x00", "not_text"),
        ("notes.txt", b"x" * (2 * 1024 * 1024 + 1), "too_large"),
    ],
    ids=["nothing", "too many", "zero bytes", "half a character", "too large"],
)
def test_files_that_cannot_be_read_are_refused_with_a_sentence(name, content, code):
    with pytest.raises(RefusedFile) as refused:
        read_recommendations(content, file_name=name, reference="NG26")

    assert refused.value.code == code
    assert f"“{name}”" in refused.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_whatever_program_saved_it(encoding):
    content = printed("Offer 9–12 months’ support.").encode(encoding)

    parsed = read_recommendations(content, file_name="ng26.txt", reference="NG26")

    assert only(parsed).text == "Offer 9–12 months’ support."
