"""The first table that a register meets: the organisations that it names are new, not unknown."""

import pytest

from qsdev.tests.shared_data import shared_data
from stakeholders.actions import add_stakeholder, confirm_import, start_import
from stakeholders.imports.newcomers import newcomers_among
from stakeholders.models import Stakeholder


def pairs(*names):
    return {(one.name, one.abbreviation) for one in newcomers_among(names)}


def test_forms_of_one_name_are_one_organisation():
    visiting = "Institute of Health Visiting"
    printed = [visiting, f"{visiting} (iHV)", "Institute of Health (iHV)", "iHV", "I.H.V", visiting]
    assert (visiting, "iHV") in pairs(*printed)
    assert len([name for name, _ in pairs(*printed) if "Institute" in name]) == 1


def test_name_without_abbreviation_is_printed_whole():
    assert pairs("Middlesex University", "Middlesex\nUniversity") == {
        ("Middlesex University", "Middlesex University")
    }


def test_stray_text_below_a_known_name_makes_no_organisation():
    assert pairs("Dance UK (DUK)", "Dance UK (DUK)\nva, M. (2012-2015)") == {("Dance UK", "DUK")}


def test_pseudonyms_and_empty_names_are_no_organisations():
    assert pairs("SCM1", "SCM 2 Jane Doe", "", "  ", "…") == set()


@pytest.fixture
def imported(topic, administrator):
    """The real table, imported into an empty register."""
    record = start_import(
        topic=topic,
        round=topic.engagement,
        file=shared_data("appendix-4.xlsx"),
        file_name="appendix-4.xlsx",
        by=administrator,
    )
    confirm_import(import_record=record, version=record.version, by=administrator)
    return record


@pytest.fixture
def empty_register(db):
    assert not Stakeholder.objects.organisations().exists()


def test_real_table_fills_an_empty_register(empty_register, imported, topic):
    contributors = Stakeholder.objects.contributing_to(topic)
    assert contributors.organisations().count() == 7
    assert contributors.specialist_members().count() == 4
    assert topic.suggestions.count() == 49
    assert imported.rows.left_out().count() == 1


def test_organisation_of_a_row_that_is_left_out_is_not_registered(
    empty_register, topic, administrator, tmp_path
):
    table = tmp_path / "table.csv"
    header = "ID,Stakeholder,Suggested key area for quality improvement,Why is this important?,"
    header += "Why is this a key area for quality improvement?,Supporting information"
    table.write_text(f"{header}\n1,Kept Org,Help,a,b,c\nx,Lost Org,Care,a,b,c\n")
    record = start_import(
        topic=topic, round=topic.engagement, file=table, file_name="table.csv", by=administrator
    )
    confirm_import(import_record=record, version=record.version, by=administrator)
    assert list(Stakeholder.objects.values_list("name", flat=True)) == ["Kept Org"]


def test_name_that_a_register_lacks_stays_a_problem_once_it_holds_others(
    empty_register, topic, administrator
):
    add_stakeholder(name="Royal College", abbreviation="RC", by=administrator)
    record = start_import(
        topic=topic,
        round=topic.engagement,
        file=shared_data("appendix-4.xlsx"),
        file_name="appendix-4.xlsx",
        by=administrator,
    )
    codes = [found["code"] for row in record.rows.with_problems() for found in row.findings]
    assert "unknown_stakeholder" in codes
    assert "new_stakeholder" not in codes
