"""Filing: the area that is a suggestion's own, those it supports, and taking it out of them."""

import pytest

from qsdev.errors import RuleBroken
from qsdev.topics.actions import add_area, create_topic, give_role
from qsdev.topics.tests.pages import address, errors_of, history_length, last_event, words_of
from stakeholders import actions


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def suggestion(demonstration):
    return demonstration.suggestions.get(number=1)


@pytest.fixture
def schools(demonstration):
    return demonstration.areas.get(title="Supporting children in schools")


@pytest.fixture
def assessment(demonstration):
    return demonstration.areas.get(title="Assessment of attachment difficulties")


def filings(suggestion):
    """Where the suggestion stands: the area's title and whether it is its own."""
    return sorted((f.area.title, f.is_own) for f in suggestion.filings.all())


def test_suggestion_is_filed_anew_under_one_own_area(demonstration, suggestion, schools, lead):
    step = actions.file_suggestion(suggestion=suggestion, area=schools, by=lead)

    assert filings(suggestion) == [(schools.title, True)]
    assert (step.kind, step.made_by, suggestion.own_filing.filed_by) == ("filed", lead, lead)
    detail = {"area": schools.pk, "step": step.pk}
    assert last_event(demonstration) == ("filed", lead.pk, detail)


def test_area_that_was_supported_becomes_its_own_once(suggestion, schools, lead):
    actions.support_area(suggestion=suggestion, area=schools, by=lead)

    actions.file_suggestion(suggestion=suggestion, area=schools, by=lead)

    assert filings(suggestion) == [(schools.title, True)]


def test_suggestion_in_two_areas_is_counted_once(demonstration, suggestion, schools, lead):
    step = actions.support_area(suggestion=suggestion, area=schools, by=lead)

    detail = {"area": schools.pk, "step": step.pk}
    assert last_event(demonstration) == ("supported", lead.pk, detail)
    assert demonstration.suggestions.filed_in(schools).filter(number=1).count() == 1
    assert demonstration.suggestions.unfiled().count() == 0


def test_filing_that_breaks_a_rule_changes_nothing(
    demonstration, suggestion, schools, assessment, lead, administrator
):
    other = create_topic(slug="other", title="Other", by=administrator)
    theirs = add_area(topic=other, title="Theirs", by=administrator)
    before = (filings(suggestion), history_length(demonstration))
    wrong = [
        ({"area": theirs}, "belongs to another topic"),
        ({"area": schools, "sub_area": assessment.sub_areas.first()}, "is not a part of"),
    ]

    for values, sentence in wrong:
        for action in (actions.file_suggestion, actions.support_area):
            with pytest.raises(RuleBroken, match=sentence):
                action(suggestion=suggestion, by=lead, **values)
    with pytest.raises(RuleBroken, match="that is its own area"):
        actions.support_area(suggestion=suggestion, area=assessment, by=lead)

    assert (filings(suggestion), history_length(demonstration)) == before


def test_suggestion_is_taken_out_of_its_areas(demonstration, suggestion, schools, lead):
    actions.support_area(suggestion=suggestion, area=schools, by=lead)

    actions.unfile_suggestion(suggestion=suggestion, by=lead)
    assert filings(suggestion) == [(schools.title, False)]
    assert list(demonstration.suggestions.unfiled()) == [suggestion]
    assert last_event(demonstration)[:2] == ("unfiled", lead.pk)

    actions.end_support(suggestion=suggestion, area=schools, by=lead)
    assert filings(suggestion) == []
    assert last_event(demonstration)[:2] == ("ended_support", lead.pk)
    with pytest.raises(RuleBroken, match="is not filed under any area"):
        actions.unfile_suggestion(suggestion=suggestion, by=lead)
    with pytest.raises(RuleBroken, match="does not support"):
        actions.end_support(suggestion=suggestion, area=schools, by=lead)


def test_page_files_under_a_sub_area(suggestion, assessment, pages):
    sub_area = assessment.sub_areas.last()
    sent = {"place": f"{assessment.pk}.{sub_area.pk}"}

    page = pages.post(address("stakeholders:suggestion_file", 1), sent, follow=True)

    assert suggestion.filings.get().sub_area == sub_area
    assert f"Suggestion 1 is filed under “{assessment}”." in words_of(page)


@pytest.mark.parametrize("place", ["", "0", "x.y"])
def test_page_asks_for_an_area_that_there_is(suggestion, pages, place):
    before = filings(suggestion)

    page = pages.post(address("stakeholders:suggestion_file", 1), {"place": place})

    assert (page.status_code, len(errors_of(page))) == (422, 1)
    assert filings(suggestion) == before


def test_heading_of_the_table_is_shown_and_not_chosen(suggestion, pages, lead):
    actions.unfile_suggestion(suggestion=suggestion, by=lead)

    page = pages.get(address("stakeholders:suggestion_file", 1))

    assert f"under “{suggestion.heading_in_table}” in the table" in words_of(page)
    assert words_of(page, "//option[@selected]") == "Choose an area"


def test_page_adds_a_supported_area_and_takes_it_out(suggestion, schools, assessment, pages):
    support = address("stakeholders:suggestion_support", 1)
    page = pages.post(support, {"place": assessment.pk})
    assert (page.status_code, errors_of(page)) == (
        422,
        [f"Suggestion 1 is filed under “{assessment}” already: that is its own area."],
    )

    pages.post(support, {"place": schools.pk})
    filing = suggestion.filings.get(is_own=False)
    page = pages.post(address("stakeholders:suggestion_unfile", 1, filing.pk), follow=True)

    assert f"Suggestion 1 is no longer under “{schools}”." in words_of(page)
    assert filings(suggestion) == [(assessment.title, True)]


def test_filing_of_another_suggestion_is_not_taken_out(demonstration, suggestion, pages):
    other = demonstration.suggestions.get(number=2).filings.get()

    page = pages.post(address("stakeholders:suggestion_unfile", 1, other.pk))

    assert page.status_code == 404
    assert demonstration.suggestions.unfiled().count() == 0


@pytest.mark.parametrize(
    ("key", "status"),
    [("analyst", 200), ("lead", 200), ("administrator", 403), ("chair", 403), (None, 302)],
)
def test_filing_is_the_team_s_work(demonstration, client_as, key, status):
    names = ["file", "support", "explain", "redact"]
    pages = [address(f"stakeholders:suggestion_{name}", 1) for name in names]

    assert {client_as(key).get(page).status_code for page in pages} == {status}


def test_area_of_another_topic_is_no_choice(suggestion, pages, administrator, people):
    other = create_topic(slug="other", title="Other", by=administrator)
    give_role(topic=other, user=people["analyst"], role="analyst", by=administrator)
    theirs = add_area(topic=other, title="Theirs", by=administrator)

    page = pages.post(address("stakeholders:suggestion_file", 1), {"place": theirs.pk})

    assert page.status_code == 422
    assert "Theirs" not in words_of(page, "//select")


@pytest.mark.parametrize(
    "page", ["stakeholders:suggestion_file", "stakeholders:suggestion_support"]
)
def test_second_person_is_told_what_stands_now(suggestion, schools, people, client_as, page):
    opened = suggestion.version
    actions.put_out_of_scope(suggestion=suggestion, reason="Adults alone.", by=people["lead"])

    response = client_as("analyst").post(address(page, 1), {"place": schools.pk, "version": opened})

    words = words_of(response)
    assert response.status_code == 422
    assert f"{people['lead'].name} changed this after you opened it" in words
    assert "It now stands: Out of scope: Adults alone." in words
    assert filings(suggestion) == []
