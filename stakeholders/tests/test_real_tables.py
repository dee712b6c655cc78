"""The stakeholder table of the real briefing paper, in the three forms in which it exists."""

import pytest

from qsdev.tests.shared_data import shared_data
from stakeholders import actions
from stakeholders.models import Suggestion

FILES = (
    "appendix-4.xlsx",
    "appendix-4-as-printed.docx",
    "childrens-attachment-briefing-paper.txt",
)
OF_THE_READER = {"continuation", "repeated_header", "garbled_header", "split_heading"}
WARNINGS = {
    29: {"form_label", "text_after_name"},
    30: {"form_label"},
    36: {"alias"},
}
OVER_FIVE = {"SCM1": 6, "SCM2": 7, "SCM4": 7}


@pytest.fixture(params=FILES)
def real_import(request, start):
    path = shared_data(request.param)
    return start(file=path, file_name=request.param)


def found_in(import_record):
    """Codes of our checks by the ID of the row."""
    found = {}
    for row in import_record.rows.all():
        codes = {each["code"] for each in row.findings} - OF_THE_READER
        if codes:
            found[int(row.cells["number"])] = codes
    return found


def test_fifty_rows_stand_under_six_headings(real_import):
    rows = list(real_import.rows.all())
    assert [int(row.cells["number"]) for row in rows] == list(range(1, 51))
    assert len({row.heading for row in rows}) == 6


def test_row_13_alone_is_a_problem(real_import):
    problems = real_import.rows.with_problems()
    assert [(row.cells["number"], row.problems[0]["code"]) for row in problems] == [
        ("13", "no_stakeholder")
    ]
    assert real_import.rows.ready().count() == 49


def test_warnings_are_those_of_the_paper(real_import):
    found = found_in(real_import)
    over_five = {number for number, codes in found.items() if "too_many_key_areas" in codes}
    assert len(over_five) == 3
    others = {
        number: codes - {"too_many_key_areas"}
        for number, codes in found.items()
        if number != 13 and codes != {"too_many_key_areas"}
    }
    assert others == WARNINGS


def test_specialist_members_over_five_are_named_with_their_counts(real_import):
    messages = [
        each["message"]
        for row in real_import.rows.all()
        for each in row.findings
        if each["code"] == "too_many_key_areas"
    ]
    expected = {
        f"{name} suggests {count} key areas; the exercise asks for at most 5."
        for name, count in OVER_FIVE.items()
    }
    assert set(messages) == expected


def test_eleven_contributors_are_imported_once_row_13_is_given_one(real_import, analyst):
    row = real_import.rows.get(position=13)
    actions.correct_row(row=row, corrections={"stakeholder": "PIP UK"}, by=analyst)
    real_import.refresh_from_db()
    actions.confirm_import(import_record=real_import, version=real_import.version, by=analyst)
    suggestions = Suggestion.objects.all()
    assert [suggestion.number for suggestion in suggestions] == list(range(1, 51))
    assert len({suggestion.stakeholder_id for suggestion in suggestions}) == 11
