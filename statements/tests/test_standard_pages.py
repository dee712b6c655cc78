"""The checks of the whole standard as a page, and why an area has no statement."""

import re

import pytest

from qsdev.errors import RuleBroken
from qsdev.topics.tests.pages import address, count_queries, last_event, parsed, words_of
from statements import actions
from statements.checking import check_topic, counted
from statements.checks import Finding
from statements.models import QualityMeasure, UndraftedArea
from statements.tests.test_statement_actions import process
from statements.tests.test_statement_pages import one

CHECKS = address("statements:statement_checks")


def links_of(page):
    """The addresses of all findings, in their order."""
    return parsed(page).xpath("//*[contains(@class,'qs-findings')]//a/@href")


def ids_of(client, href):
    """The ids of the page to which a link leads, and the one that the link means."""
    page, _, wanted = href.partition("#")
    return parsed(client.get(page)).xpath("//@id"), wanted


@pytest.fixture
def measured(drafted, people):
    """The statement with a structure measure and a process whose numerator is missing."""
    by = {"by": people["analyst"]}
    actions.add_measure(statement=drafted, version=1, kind="structure", text="Evidence.", **by)
    actions.add_measure(statement=drafted, version=2, **process(numerator=""), **by)
    return drafted


def test_page_teaches_before_there_is_a_statement(prioritised, client_as):
    assert "There is nothing to check yet" in words_of(client_as("analyst").get(CHECKS))


def test_every_finding_stands_under_its_statement(measured, demonstration, client_as):
    words = words_of(client_as("analyst").get(CHECKS))
    checked = check_topic(demonstration)
    (found,) = checked.statements

    assert f"The checks find {counted(checked.all_findings)} in" in words
    assert "this one has 1." in words.partition("Statement 1: ")[0]
    for finding in found.findings:
        assert finding.message in words.partition("Statement 1: ")[2]


def test_every_link_leads_to_a_place_that_is_there(measured, client_as):
    for client in (client_as("analyst"), client_as("chair")):
        links = links_of(client.get(CHECKS))
        for href in links:
            ids, wanted = ids_of(client, href)
            assert wanted in ids or not wanted, href
        assert len([href for href in links if "#" in href]) > 5


def test_finding_of_a_measure_leads_to_the_field_of_that_measure(measured, client_as):
    structure, counting = QualityMeasure.objects.order_by("position")
    to_mend = links_of(client_as("analyst").get(CHECKS))
    to_read = links_of(client_as("chair").get(CHECKS))

    assert address("statements:measure_edit", structure.pk) + "#id_data_source" in to_mend
    assert address("statements:measure_edit", counting.pk) + "#id_numerator" in to_mend
    assert one("statement_detail") + f"#measure-{structure.pk}" in to_read
    assert not any("edit" in href or "sources/" in href for href in to_read)


def test_finding_on_the_writing_page_leads_to_the_measure_there(measured, client_as):
    page = client_as("analyst").get(one("statement_edit")).content.decode()
    places = set(re.findall(r'href="#(measure-\d+)"', page))

    assert places == {f"measure-{one.pk}" for one in QualityMeasure.objects.all()}
    assert all(f'id="{place}"' in page for place in places)


def test_summary_line_stands_on_the_list(measured, demonstration, client_as):
    page = client_as("chair").get(address("statements:statement_list"))

    assert f"The checks find {counted(check_topic(demonstration).all_findings)} in" in words_of(
        page
    )
    assert CHECKS in parsed(page).xpath("//main//p/a/@href")


def test_findings_are_counted_in_words():
    levels = ["note", "error", "error", "warning"]
    findings = [Finding("any", level, "text", "Said.") for level in levels]

    assert counted(findings) == "2 errors, 1 warning and 1 note"
    assert (counted(findings[:1]), counted([])) == ("1 note", "nothing")


def test_area_without_a_statement_is_found_until_a_reason_is_given(
    drafted, prioritised, demonstration, people, client_as
):
    actions.remove_statement(statement=drafted, version=1, reason="Merged.", by=people["analyst"])
    other = demonstration.areas.exclude(pk=prioritised.pk).first()
    actions.draft_statement(
        topic=demonstration,
        area=other,
        short_title="Other",
        exception_reason="The chair asked.",
        by=people["analyst"],
    )
    after_removal = check_topic(demonstration)
    explained = actions.explain_area(area=prioritised, reason="In 2.", by=people["analyst"])

    assert [(each.area, each.reason) for each in after_removal.undrafted] == [
        (prioritised, "Merged.")
    ]
    assert "areas_are_settled" not in {each.check for each in after_removal.findings}
    assert check_topic(demonstration).undrafted[0].reason == "In 2."
    assert last_event(demonstration) == (
        "explained_undrafted_area",
        people["analyst"].pk,
        {"reason": explained.pk},
    )


def test_reason_is_given_on_its_page_and_the_last_one_stands(prioritised, demonstration, client_as):
    client = client_as("analyst")
    page = address("statements:area_explain", prioritised.pk)
    silent = client.post(page, {"reason": ""})
    client.post(page, {"reason": "No recommendation supports one."})
    again = client.get(page)
    client.post(page, {"reason": "Part of statement 1."})
    listed = words_of(client.get(address("statements:statement_list")))

    assert silent.status_code == 422
    assert "No recommendation supports one." in words_of(again)
    assert f"{prioritised.title}: Part of statement 1." in listed
    assert "No recommendation" not in listed
    assert UndraftedArea.objects.count() == 2


def test_reason_is_for_a_prioritised_area_without_a_statement(drafted, demonstration, people):
    other = demonstration.areas.exclude(pk=drafted.area_id).first()
    for area, words in ((other, "is not prioritised"), (drafted.area, "has a statement")):
        with pytest.raises(RuleBroken, match=words):
            actions.explain_area(area=area, reason="Because.", by=people["analyst"])
    actions.remove_statement(statement=drafted, version=1, reason="Old.", by=people["analyst"])
    with pytest.raises(RuleBroken, match="Say why"):
        actions.explain_area(area=drafted.area, reason=" ", by=people["analyst"])
    assert not UndraftedArea.objects.exists()


def test_area_is_chosen_already_where_its_link_is_followed(prioritised, client_as):
    page = address("statements:statement_create") + f"?area={prioritised.pk}"
    chosen = parsed(client_as("analyst").get(page)).xpath("//option[@selected]/@value")

    assert chosen == [str(prioritised.pk)]


def test_term_that_another_statement_defines_is_found_in_none(
    drafted, demonstration, prioritised, people, write, client_as
):
    by = {"by": people["analyst"]}
    write(drafted, text="Carers have help.")
    second = actions.draft_statement(
        topic=demonstration, area=prioritised, short_title="Second", **by
    )
    missing = "glossary explains “Carer”"
    before = words_of(client_as("analyst").get(one("statement_edit")))
    term = demonstration.glossary_terms.get(term="Carer")
    actions.add_definition(statement=second, version=1, glossary_term=term, **by)
    pages = [CHECKS, one("statement_edit"), one("statement_detail")]

    assert missing in before
    assert not any(missing in words_of(client_as("analyst").get(page)) for page in pages)
    actions.remove_statement(statement=second, version=2, reason="Merged.", **by)
    assert all(missing in words_of(client_as("analyst").get(page)) for page in pages)


def test_checks_take_as_many_queries_for_one_statement_as_for_five(
    measured, demonstration, prioritised, people, client_as
):
    client = client_as("analyst")
    few = count_queries(client, CHECKS)
    for number in range(2, 6):
        made = actions.draft_statement(
            topic=demonstration, area=prioritised, short_title=f"No {number}", by=people["analyst"]
        )
        actions.add_measure(statement=made, version=1, by=people["analyst"], **process())

    assert count_queries(client, CHECKS) == few
