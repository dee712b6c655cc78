"""Engagement forms: one contributor each, many at once, without IDs."""

import pytest

from qsdev.tables.tests.build import HEADER, docx, word_table
from stakeholders import actions
from stakeholders.models import Suggestion, SuggestionKind
from stakeholders.tests.conftest import codes

LABEL = "Key area for quality improvement"


def form(owner, *rows):
    """A form as bytes: a small table that says whose it is, then the table of key areas."""
    small = word_table(("Organisation name", owner), ("Your name", "Jane Doe"))
    return docx(small + "<w:p/>" + word_table(HEADER[2:], *rows))


@pytest.fixture
def confirm_form(start, analyst):
    def confirmed(owner, *rows):
        import_record = start(file=form(owner, *rows), file_name="form.docx")
        return actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )

    return confirmed


def test_each_key_area_of_a_form_gets_the_next_number(confirm_form):
    confirm_form("MU", (f"{LABEL} 1: One", "a", "b", "c"), (f"{LABEL} 2: Two", "d", "e", "f"))
    confirm_form("iHV", (f"{LABEL} 1: Three", "a", "b", "c"))
    found = Suggestion.objects.values_list("number", "stakeholder__abbreviation", "key_area")
    assert list(found) == [(1, "MU", "One"), (2, "MU", "Two"), (3, "iHV", "Three")]


def test_kinds_are_kept_and_only_key_areas_are_counted(start):
    rows = [(f"{LABEL} {n}: Area {n}", "a", "b", "c") for n in range(1, 6)]
    rows.append(("Additional developmental areas of emergent practice: New", "a", "b", "c"))
    import_record = start(file=form("MU", *rows), file_name="form.docx")
    kinds = [row.cells["kind"] for row in import_record.rows.all()]
    assert kinds == [SuggestionKind.KEY_AREA] * 5 + [SuggestionKind.DEVELOPMENTAL_AREA]
    assert codes(import_record) == {}


def test_the_person_who_filled_the_form_in_is_not_kept(confirm_form):
    import_record = confirm_form("MU", (f"{LABEL} 1: One", "a", "b", "c"))
    assert "Jane" not in repr([import_record.tables, import_record.notices])
    assert "Jane" not in repr([row.cells for row in import_record.rows.all()])
