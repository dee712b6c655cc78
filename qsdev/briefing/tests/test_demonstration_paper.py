"""The demonstration's paper: as the real one in its facts, read in few queries, and checked."""

import json
from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from qsdev.briefing.builder import build_paper_content, gather, suggestion_table
from qsdev.briefing.checks import check_paper
from qsdev.briefing.checks.printed import Printed
from qsdev.documents.freezing import content_hash, from_json, to_json
from qsdev.documents.numbering import number
from qsdev.tests.shared_data import shared_data
from stakeholders.models import ImportRow, Suggestion


@pytest.fixture
def facts():
    """What the real paper holds."""
    return json.loads(shared_data("seed-facts.json").read_text())


@pytest.fixture
def printed(demonstration):
    return Printed(build_paper_content(demonstration))


def test_sections_are_those_of_the_real_paper(printed, facts):
    numbering = number(printed.document)
    sections = [part.label.number for part in numbering.sections if part.label.kind == "section"]
    assert sorted(sections) == sorted(facts["sections"])


def test_summary_table_has_the_areas_and_sub_areas_of_the_real_paper(printed, facts):
    titles = [row.title for row in printed.summary_rows]
    assert titles == [row["area"] for row in facts["table3"]]
    assert printed.summary_rows[0].sub_areas == tuple(facts["table3"][0]["sub_areas"])


def test_recommendations_listed_are_those_of_the_real_paper(printed, facts):
    for printed_area, table in zip(
        printed.areas, facts["tables"]["area_tables"].values(), strict=True
    ):
        assert printed_area.title == table["area"]
        for part, row in zip(printed_area.parts, table["rows"], strict=True):
            names = [f"NICE NG26 Recommendation {one}" for one in row["recommendations"]]
            names += [
                f"NICE NG26 Research Recommendation {n}" for n in row["research_recommendations"]
            ]
            assert list(part.listed) == names


def test_key_priorities_are_those_of_the_real_paper(demonstration, facts):
    (guideline,) = gather(demonstration).guidelines
    assert [one.number for one in guideline.key_priorities] == facts["recommendations"][
        "kpi_appendix1"
    ]


def test_suggestions_are_printed_under_the_headings_of_the_real_paper(printed, facts):
    under = {}
    for row in printed.suggestions:
        under.setdefault(row.heading, []).append(int(row.number))
    expected = {area: row["ids"] for area, row in facts["appendix4"]["by_area"].items()}
    assert under == expected


def test_number_of_queries_does_not_grow_with_the_suggestions(
    demonstration, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30) as few:
        gather(demonstration)
    first = demonstration.suggestions.first()
    rows = [(number, first.round_id, first.stakeholder_id) for number in range(1000, 1200)]
    Suggestion.objects.bulk_create(
        Suggestion(topic=demonstration, number=n, round_id=r, stakeholder_id=s) for n, r, s in rows
    )
    with django_assert_num_queries(len(few.captured_queries)):
        assert len(gather(demonstration).suggestions) == 250


def test_building_twice_gives_the_same_content(demonstration):
    one, other = (build_paper_content(demonstration) for _ in range(2))
    assert content_hash(one) == content_hash(other)
    assert from_json(to_json(one)) == one


def test_spreadsheet_holds_every_suggestion(demonstration):
    headings, rows = suggestion_table(demonstration)
    assert sorted(row[0] for row in rows) == list(range(1, 51))
    assert all(len(row) == len(headings) for row in rows)


def test_row_that_was_left_out_is_found_until_it_is_settled(demonstration):
    row = ImportRow.objects.filter(import_record__topic=demonstration).last()
    ImportRow.objects.filter(pk=row.pk).update(is_left_out=True, suggestion=None)
    (rows,) = gather(demonstration).left_out
    assert (rows.import_pk, rows.places) == (row.import_record_id, (row.place,))
    ImportRow.objects.filter(pk=row.pk).update(settled_reason="It was empty.")
    assert gather(demonstration).left_out == ()


def test_who_a_member_is_never_reaches_paper_or_findings(demonstration):
    findings = [one.as_json() for one in check_paper(demonstration)]
    text = json.dumps([to_json(build_paper_content(demonstration)), findings])
    assert "SCM1" in text
    assert not any(name in text for name in ("Exampleton", "Inventory-Smythe", "Fictionby"))


def test_checks_find_what_the_facts_imply_and_what_was_planted(demonstration):
    found = Counter(finding.code for finding in check_paper(demonstration))
    assert found == {
        "paragraph_without_citation": 1,
        "bracket_unbalanced": 1,
        "abbreviation_not_expanded": 1,
        "likely_duplicate": 1,
        "quantity_disagrees": 1,
        "key_priority_left_behind": 1,
        "key_priority_not_used": 1,
        "respondents_differ": 1,
        "too_many_key_areas": 3,
        "printed_name_not_registered": 1,
        "papers_included_differ": 1,
        "heading_is_form_label": 2,
        "key_area_empty": 8,
        "person_named": 1,
        "source_reference_marked": 7,
        "key_priority_set_aside": 4,
    }


def test_command_prints_what_the_checks_find(demonstration, capsys):
    call_command("check_paper", topic=demonstration.slug)
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("Briefing paper for Children's attachment: two errors, 12 warnings and")
    assert rest[0].startswith("error: Paragraph 4 of the summary of “Intervention types”")


def test_command_prints_json(demonstration, capsys):
    call_command("check_paper", topic=demonstration.slug, json=True)
    kept = json.loads(capsys.readouterr().out)
    assert kept["findings"] == [one.as_json() for one in check_paper(demonstration)]


def test_command_refuses_a_topic_that_does_not_exist(db):
    with pytest.raises(CommandError, match="no topic called nowhere"):
        call_command("check_paper", topic="nowhere")
