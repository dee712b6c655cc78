"""The demonstration topic holds the facts of the real briefing paper, built by the actions."""

import json

from qsdev.tests.shared_data import shared_data
from recommendations.models import Recommendation
from stakeholders.models import Stakeholder


def facts():
    return json.loads(shared_data("seed-facts.json").read_text(encoding="utf-8"))


def test_every_row_of_the_table_is_a_suggestion_under_its_own_number(demonstration):
    numbers = list(demonstration.suggestions.values_list("number", flat=True))
    assert numbers == list(range(1, 51))


def test_contributors_are_seven_organisations_and_four_specialist_members(demonstration):
    contributors = Stakeholder.objects.contributing_to(demonstration)
    assert contributors.organisations().count() == 7
    assert contributors.specialist_members().count() == 4


def test_contributors_agree_with_the_paper_but_for_row_13(demonstration):
    printed = facts()["appendix4"]["suggestions"]
    ours = {
        suggestion.number: suggestion.stakeholder.abbreviation
        for suggestion in demonstration.suggestions.select_related("stakeholder")
    }
    differing = {row["id"] for row in printed if row["stakeholder"] != ours[row["id"]]}
    assert differing == {13}


def test_row_13_says_how_it_was_corrected(demonstration, people):
    row = demonstration.suggestions.get(number=13).import_row
    assert row.cells["stakeholder"] == ""
    assert row.corrections == {"stakeholder": "PIP UK"}
    assert (row.corrected_by, bool(row.correction_reason)) == (people["administrator"], True)


def test_headings_of_the_table_are_those_of_the_paper(demonstration):
    printed = {row["id"]: row["area"] for row in facts()["appendix4"]["suggestions"]}
    ours = dict(demonstration.suggestions.values_list("number", "heading_in_table"))
    assert ours == printed


def test_recommendations_are_those_of_the_paper(demonstration):
    told = facts()["recommendations"]
    selected = Recommendation.objects.filter(selections__area__topic=demonstration).distinct()
    priorities = Recommendation.objects.filter(is_key_priority=True)
    assert {one.number for one in selected} == set(told["unique"])
    assert {one.number for one in priorities} == set(told["kpi_appendix1"])


def test_every_suggestion_is_filed(demonstration):
    assert demonstration.suggestions.unfiled().count() == 0


def test_each_step_was_taken_by_the_person_whose_job_it_is(demonstration, people):
    imported = demonstration.imports.get()
    filing = demonstration.suggestions.get(number=1).own_filing
    assert (imported.finished_by, filing.filed_by) == (people["administrator"], people["analyst"])
