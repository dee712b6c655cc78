"""One suggestion's page: its words to the letter, its origin, where it is filed and used."""

import pytest

from qsdev.topics.actions import create_topic, give_role
from qsdev.topics.tests.pages import address, count_queries, last_event, parsed, words_of
from stakeholders import actions
from stakeholders.models import WORDS

DETAIL = "stakeholders:suggestion_detail"


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


def test_words_stand_there_to_the_letter(demonstration, pages):
    for number in (1, 13, 36, 45):
        suggestion = demonstration.suggestions.get(number=number)
        page = words_of(pages.get(address(DETAIL, number)))

        for word in WORDS:
            assert " ".join(getattr(suggestion, word).split()) in page


def test_empty_part_is_said_to_be_empty(demonstration, pages):
    page = words_of(pages.get(address(DETAIL, 13)))

    assert "Supporting information Not given by the stakeholder" in page


def test_correction_tells_what_became_what_and_why(demonstration, pages):
    page = words_of(pages.get(address(DETAIL, 13)))

    assert "Stakeholder: an empty cell became “PIP UK” (Ada Ledgerwood," in page
    assert "PIP UK confirmed that it sent this row together with row 12." in page


def test_use_in_the_paper_is_linked_to_the_area(demonstration, pages):
    area = demonstration.areas.get(title="Access to mental health services")

    page = pages.get(address(DETAIL, 13))

    assert "Summary of Access to mental health services , paragraph 2" in words_of(page)
    assert parsed(page).xpath(f"//a[@href='{address('briefing:area_detail', area.pk)}']")


def test_reason_not_used_is_asked_for_only_where_nothing_cites_it(demonstration, pages, people):
    lead = people["lead"]
    explain = address("stakeholders:suggestion_explain", 13)
    assert not parsed(pages.get(address(DETAIL, 13))).xpath(f"//a[@href='{explain}']")
    for area in demonstration.areas.all():
        for summary in area.summaries.all():
            actions.write_summary(
                area=area,
                sub_area=summary.sub_area,
                text="Nothing cited.",
                version=summary.version,
                by=lead,
            )

    page = pages.get(address(DETAIL, 13))

    assert parsed(page).xpath(f"//a[@href='{explain}']")
    assert "No summary cites it yet." in words_of(page)


def test_administrator_reads_and_changes_nothing(demonstration, client_as):
    page = parsed(client_as("administrator").get(address(DETAIL, 13)))

    assert page.xpath("//main//form | //main//a[contains(@href, '/file/')]") == []


def test_page_costs_the_same_however_often_a_suggestion_is_used(demonstration, pages, people):
    lead = people["lead"]
    few = count_queries(pages, address(DETAIL, 13))
    suggestion = demonstration.suggestions.get(number=13)
    for area in demonstration.areas.exclude(filings__suggestion=suggestion):
        actions.support_area(suggestion=suggestion, area=area, by=lead)
    actions.redact_passage(
        suggestion=suggestion, field="key_area", passage="Foster", reason="X.", by=lead
    )
    area = demonstration.areas.get(title="Supporting children in schools")
    summary = area.summaries.get()
    text = "\n\n".join(["One [S13]."] * 30)
    actions.write_summary(area=area, text=text, version=summary.version, by=lead)

    assert count_queries(pages, address(DETAIL, 13)) == few


def test_reason_is_given_and_taken_back(demonstration, pages, people):
    explain = address("stakeholders:suggestion_explain", 13)
    suggestion = demonstration.suggestions.get(number=13)
    assert pages.post(explain, {"reason": " ", "version": suggestion.version}).status_code == 422

    pages.post(explain, {"reason": "Out of scope.", "version": suggestion.version})
    suggestion.refresh_from_db()
    assert suggestion.reason_not_used == "Out of scope."
    detail = {"has_reason": True}
    assert last_event(demonstration) == ("explained_unused", people["analyst"].pk, detail)

    pages.post(explain, {"reason": "", "version": suggestion.version})
    suggestion.refresh_from_db()
    assert suggestion.reason_not_used == ""


def test_reason_changed_meanwhile_is_shown_beside_one_s_own(demonstration, pages, people):
    suggestion = demonstration.suggestions.get(number=13)
    sent = {"reason": "Mine.", "version": suggestion.version}
    actions.explain_unused(suggestion=suggestion, reason="Theirs.", by=people["lead"])

    page = pages.post(address("stakeholders:suggestion_explain", 13), sent)

    assert page.status_code == 422
    assert "The reason as it now stands Theirs." in words_of(page)
    assert "Mine." in words_of(page, "//textarea")


@pytest.mark.parametrize("name", ["detail", "file", "support", "explain", "redact"])
def test_suggestion_is_reached_through_its_own_topic_alone(pages, administrator, people, name):
    other = create_topic(slug="other", title="Other", by=administrator)
    give_role(topic=other, user=people["analyst"], role="analyst", by=administrator)

    page = address(f"stakeholders:suggestion_{name}", 13, slug="other")

    assert pages.get(page).status_code == 404
    assert pages.get(address(f"stakeholders:suggestion_{name}", 13)).status_code == 200
