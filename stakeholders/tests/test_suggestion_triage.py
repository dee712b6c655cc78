"""The workbench: one decision after the other, under filters that survive each of them."""

import pytest
from django.urls import reverse

from stakeholders import actions
from stakeholders.models import Filing, Suggestion, SuggestionState
from stakeholders.models.standing import standing_of

pytestmark = pytest.mark.django_db
SLUG = "childrens-attachment"
HTMX = {"HX-Request": "true", "HX-Target": "suggestion-desk"}


@pytest.fixture
def waiting(demonstration):
    """The demonstration with the suggestions from 41 on back in triage."""
    Filing.objects.filter(number__gt=40).delete()
    Suggestion.objects.filter(number__gt=40).update(state=SuggestionState.TO_TRIAGE)
    return demonstration


@pytest.fixture
def client(client_as):
    return client_as("analyst")


@pytest.fixture
def schools(demonstration):
    return demonstration.areas.get(title="Supporting children in schools")


def address(number, query="state=to_triage"):
    return f"{reverse('stakeholders:suggestion_triage', args=[SLUG, number])}?{query}"


def start(query=""):
    return f"{reverse('stakeholders:triage', args=[SLUG])}?{query}"


def sent(suggestion, decision, **more):
    return {"decision": decision, "version": suggestion.version, **more}


def state_of(topic, number):
    return topic.suggestions.get(number=number).state


def test_triage_begins_at_the_first_that_waits(waiting, client):
    response = client.get(start())

    assert response["Location"] == address(41)


def test_triage_begins_with_what_the_filters_show(waiting, client, schools):
    member = waiting.suggestions.get(number=46).stakeholder
    query = f"state=waiting&stakeholder={member.pk}"

    assert client.get(start(query))["Location"] == address(46, query)


def test_every_state_is_said_in_the_address(waiting, client):
    assert client.get(start("state="))["Location"] == address(1, "state=")


def test_nothing_to_triage_leads_on(demonstration, client):
    page = client.get(start()).content.decode()

    assert "Every suggestion has its place" in page
    assert reverse("topics:area_list", args=[SLUG]) in page


def test_what_was_left_for_later_is_offered_last(waiting, client, people):
    for suggestion in waiting.suggestions.filter(state=SuggestionState.TO_TRIAGE):
        actions.leave_for_later(suggestion=suggestion, by=people["analyst"])

    page = client.get(start()).content.decode()

    assert "10 suggestions wait." in page
    assert f"{reverse('stakeholders:triage', args=[SLUG])}?state=later" in page


def test_filters_that_let_none_through_say_so(waiting, client):
    assert "No suggestion to show" in client.get(start("words=xylophone")).content.decode()


def test_filing_goes_on_to_the_next_under_the_same_filters(waiting, client, schools):
    suggestion = waiting.suggestions.get(number=42)
    query = "words=&state=waiting&assignee=nobody"

    response = client.post(
        address(42, query), sent(suggestion, "file", place=schools.pk, reason="Schools.")
    )

    assert response["Location"] == address(43, "state=waiting&assignee=nobody") + "&done=42"
    own = Filing.objects.get(suggestion=suggestion, is_own=True)
    step = waiting.triage_steps.last()
    assert (own.area, step.reason, state_of(waiting, 42)) == (schools, "Schools.", "filed")


def test_after_the_last_the_first_follows(waiting, client, schools):
    suggestion = waiting.suggestions.get(number=50)

    response = client.post(address(50), sent(suggestion, "file", place=schools.pk))

    assert response["Location"] == address(41) + "&done=50"


def test_sub_area_is_chosen_with_its_area(waiting, client, demonstration):
    area = demonstration.areas.get(title="Assessment of attachment difficulties")
    sub_area = area.sub_areas.first()
    suggestion = waiting.suggestions.get(number=41)

    client.post(address(41), sent(suggestion, "file", place=f"{area.pk}.{sub_area.pk}"))

    filing = suggestion.filings.get()
    assert (filing.area, filing.sub_area) == (area, sub_area)


def test_later_out_of_scope_and_back(waiting, client):
    suggestion = waiting.suggestions.get(number=41)
    states = []
    for decision, more in (
        ("later", {}),
        ("out_of_scope", {"out_of_scope_reason": "Adults alone."}),
        ("take_back", {}),
    ):
        suggestion.refresh_from_db()
        client.post(address(41), sent(suggestion, decision, **more))
        states.append(state_of(waiting, 41))

    assert states == ["later", "out_of_scope", "to_triage"]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        ("file", "Choose the area that is its own"),
        ("out_of_scope", "Give the reason why it is out of scope"),
        ("sing", "Choose"),
        ("", "decision"),
    ],
)
def test_decision_that_lacks_something_changes_nothing(waiting, client, decision, words):
    suggestion = waiting.suggestions.get(number=41)
    before = standing_of(suggestion)

    response = client.post(address(41), sent(suggestion, decision, note="Kept."))

    page = response.content.decode()
    assert (response.status_code, words in page, ">\nKept.</textarea>" in page) == (422, True, True)
    assert standing_of(suggestion) == before


def test_area_of_another_topic_is_not_on_offer(waiting, client, people):
    suggestion = waiting.suggestions.get(number=41)

    response = client.post(address(41), sent(suggestion, "file", place="999999"))

    assert (response.status_code, state_of(waiting, 41)) == (422, "to_triage")


def test_note_stays_with_the_suggestion(waiting, client, schools):
    suggestion = waiting.suggestions.get(number=41)

    client.post(address(41), sent(suggestion, "file", place=schools.pk, note="Compare 36."))

    assert [note.text for note in suggestion.notes.all()] == ["Compare 36."]


def test_second_person_is_told_who_did_what_and_keeps_what_they_typed(
    waiting, client, people, schools
):
    opened = waiting.suggestions.get(number=41)
    actions.put_out_of_scope(suggestion=opened, reason="Adults alone.", by=people["lead"])

    response = client.post(
        address(41), sent(opened, "file", place=schools.pk, note="Schools, I think.")
    )

    page = " ".join(response.content.decode().split())
    assert response.status_code == 422
    assert f"{people['lead'].name} changed this after you opened it" in page
    assert "Out of scope: Adults alone." in page
    assert "Schools, I think." in page
    assert f'value="{schools.pk}" checked' in page
    assert state_of(waiting, 41) == "out_of_scope"
    opened.refresh_from_db()
    assert f'name="version" value="{opened.version}"' in page


def test_heading_of_the_table_is_shown_and_never_chosen(waiting, client):
    page = client.get(address(42)).content.decode()

    heading = waiting.suggestions.get(number=42).heading_in_table
    assert heading
    assert heading in page
    assert " checked" not in page


def test_swap_is_the_desk_alone_and_says_its_address(waiting, client):
    response = client.get(address(42) + "&done=41", headers=HTMX)

    page = response.content.decode()
    assert page.lstrip().startswith('<div id="suggestion-desk"')
    assert response["HX-Push-Url"] == address(42)
    assert 'data-done="41" data-stays="yes"' in page


def test_list_marks_the_suggestion_in_hand_and_pages_by_number(waiting, client):
    page = client.get(address(42, "state=")).content.decode()

    assert page.count('<li class="qs-row"') == 50
    assert page.count('42/triage/?state=" aria-current="true"') == 1


def test_empty_cells_say_so(waiting, client):
    suggestion = waiting.suggestions.get(number=41)
    Suggestion.objects.filter(pk=suggestion.pk).update(supporting_information="")

    assert "Not given by the stakeholder" in client.get(address(41)).content.decode()


def test_numbers_that_are_none_do_no_harm(waiting, client):
    for query in ("from=abc", "from=99999999999", "done=x", "area=x&assignee=0&import_record=-1"):
        assert client.get(address(41, query)).status_code == 200


@pytest.mark.parametrize("key", ["administrator", "chair", "specialist_member", "observer"])
def test_workbench_is_the_team_s(waiting, client_as, key):
    assert client_as(key).get(address(41)).status_code == 403


def test_suggestion_of_another_topic_is_not_found(waiting, client):
    assert client.get(address(51)).status_code == 404


# Steps undone from the page


def undo(client, step, **sent):
    return client.post(reverse("stakeholders:step_undo", args=[SLUG, step.pk]), sent, follow=True)


def test_undo_leads_back_to_the_suggestion(waiting, client, people, schools):
    suggestion = waiting.suggestions.get(number=44)
    step = actions.file_suggestion(suggestion=suggestion, area=schools, by=people["analyst"])

    response = undo(client, step, query="state=to_triage")

    assert response.redirect_chain[0][0] == address(44)
    assert "Undone: Suggestion 44 is filed under" in response.content.decode()
    assert state_of(waiting, 44) == "to_triage"


def test_undo_that_would_lose_a_decision_is_refused_with_the_reason(
    waiting, client, people, schools
):
    suggestion = waiting.suggestions.get(number=44)
    step = actions.file_suggestion(suggestion=suggestion, area=schools, by=people["analyst"])
    actions.put_out_of_scope(suggestion=suggestion, reason="Adults alone.", by=people["lead"])

    assert "suggestion 44 was changed since" in undo(client, step).content.decode()
    assert state_of(waiting, 44) == "out_of_scope"


def test_undo_leads_nowhere_else(waiting, client, people, schools):
    suggestion = waiting.suggestions.get(number=44)
    step = actions.file_suggestion(suggestion=suggestion, area=schools, by=people["analyst"])

    response = undo(client, step, next="//evil.example.org/")

    assert response.redirect_chain[0][0].startswith(f"/topics/{SLUG}/")
