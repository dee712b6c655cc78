"""The pages of the topic itself: list, front matter, rounds, overview and glossary."""

import pytest
from django.urls import reverse

from qsdev.topics import actions
from qsdev.topics.models import Topic
from qsdev.topics.tests.pages import address, count_queries, errors_of, value_of, words_of

ROUND = {
    "state": "planned",
    "opens_on_day": "15",
    "opens_on_month": "1",
    "opens_on_year": "2016",
    "opens_time": "09:30",
    "closes_on_day": "5",
    "closes_on_month": "February",
    "closes_on_year": "2016",
    "closes_time": "17:00",
    "key_areas_each": "5",
    "stated_respondents": "12",
    "version": "1",
}


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


def front_matter(topic, **changes):
    kept = ("title", "reference", "directorate", "series", "output", "version")
    return {**{name: getattr(topic, name) for name in kept}, **changes}


def test_list_holds_the_topics_of_one_s_roles(client_as, administrator, demonstration):
    actions.create_topic(slug="other", title="Another topic", by=administrator)

    listed = {
        key: "Another topic" in words_of(client_as(key).get("/"))
        for key in ("analyst", "chair", "administrator")
    }

    assert listed == {"analyst": False, "chair": False, "administrator": True}
    assert "Children's attachment" in words_of(client_as("chair").get("/"))


def test_list_teaches_when_it_is_empty(client, person, administrator):
    client.force_login(person)
    assert "A lead or an administrator gives people their roles" in words_of(client.get("/"))
    client.force_login(administrator)
    assert "Create the first, then give its lead" in words_of(client.get("/"))


def test_same_number_of_queries_with_one_topic_and_with_many(client_as, administrator):
    pages = client_as("administrator")
    few = count_queries(pages, "/")
    for number in range(30):
        actions.create_topic(slug=f"topic-{number}", title=f"Topic {number}", by=administrator)

    assert count_queries(pages, "/") == few


def test_administrator_begins_a_topic_and_is_led_to_its_people(client_as):
    pages = client_as("administrator")
    create = reverse("topics:topic_create")

    answer = pages.post(create, {"title": "Asthma", "slug": "asthma"})

    assert answer["Location"] == address("topics:role_list", slug="asthma")
    for slug, error in [
        ("Asthma", "Address must be small letters, numbers and hyphens only"),
        ("asthma", "There is already a topic with the address “asthma”: choose another."),
        ("new", "There is already a topic with the address “new”: choose another."),
    ]:
        page = pages.post(create, {"title": "Asthma", "slug": slug})
        assert (page.status_code, errors_of(page)) == (422, [error])
    assert Topic.objects.count() == 2


def test_front_matter_is_saved(pages, demonstration):
    sent = front_matter(demonstration, reference="QS133")

    page = pages.post(address("topics:topic_edit"), sent, follow=True)

    demonstration.refresh_from_db()
    assert demonstration.reference == "QS133"
    assert not demonstration.shows_member_numbers  # the box was sent without its tick
    assert "The front matter is saved." in words_of(page)


def test_front_matter_with_errors_is_not_saved(pages, demonstration):
    sent = front_matter(demonstration, title="", committee_meeting_on_day="40")

    page = pages.post(address("topics:topic_edit"), sent)

    assert page.status_code == 422
    assert errors_of(page) == [
        "Enter the title",
        "Date of the committee meeting must include a month and a year",
    ]
    assert Topic.objects.get().title == demonstration.title


def test_collision_on_front_matter_shows_both_and_is_saved_again(pages, demonstration, people):
    sent = front_matter(demonstration, title="Mine")
    actions.change_topic(
        topic=demonstration, version=demonstration.version, title="Theirs", by=people["lead"]
    )

    page = pages.post(address("topics:topic_edit"), sent)

    assert "Theirs" in words_of(page, "//*[@class='qs-panel']")
    assert value_of(page, "title") == "Mine"
    pages.post(address("topics:topic_edit"), {**sent, "version": value_of(page, "version")})
    assert Topic.objects.get().title == "Mine"


def test_round_is_changed_to_the_minute(pages, demonstration):
    engagement = demonstration.engagement
    asked = pages.get(address("topics:round_edit", engagement.pk))
    assert value_of(asked, "opens_time") == "09:00"

    page = pages.post(address("topics:round_edit", engagement.pk), ROUND, follow=True)

    engagement.refresh_from_db()
    assert f"{engagement.opens_at:%d %H:%M}, {engagement.closes_at:%d %H:%M}" == (
        "15 09:30, 05 17:00"
    )
    assert "The round is saved." in words_of(page)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"closes_time": "5pm"}, "Closing time must be like 17:00"),
        (
            {"stated_respondents": "9" * 20},
            "Number of stakeholders said to have responded must be 1000000 or less",
        ),
        (
            {"closes_on_month": "1", "closes_on_day": "14"},
            "The closing date must be after the opening date",
        ),
    ],
)
def test_round_with_errors_is_not_changed(pages, demonstration, change, error):
    engagement = demonstration.engagement

    page = pages.post(address("topics:round_edit", engagement.pk), {**ROUND, **change})

    assert (page.status_code, errors_of(page)) == (422, [error])
    engagement.refresh_from_db()
    assert engagement.closes_at.day == 29


def test_form_of_a_new_round_can_be_sent_as_it_comes(pages, demonstration):
    time = value_of(pages.get(address("topics:round_create")), "closes_time")

    pages.post(
        address("topics:round_create"), {**ROUND, "kind": "consultation", "closes_time": time}
    )

    assert demonstration.rounds.get(kind="consultation").closes_at.hour == 17


def test_overview_is_written_and_a_collision_loses_nothing(pages, demonstration):
    edit = address("topics:overview_edit", "resource_impact")
    pages.post(edit, {"text": "Theirs.", "version": "0"})

    page = pages.post(edit, {"text": "Mine.", "version": "0"})

    assert page.status_code == 422
    assert "Theirs." in words_of(page, "//*[@class='qs-panel']")
    assert value_of(page, "text") == "Mine."
    pages.post(edit, {"text": "Both.", "version": value_of(page, "version")})
    assert demonstration.overview_sections.get(kind="resource_impact").text == "Both."
    assert errors_of(pages.post(edit, {"text": " "})) == ["Enter the text"]


def test_overview_lists_what_is_written_and_what_is_not(pages):
    words = words_of(pages.get(address("topics:overview_list")))

    assert words.count("Not written") == 3
    assert "Change Incidence and prevalence" in words
    assert pages.get(address("topics:overview_edit", "weather")).status_code == 404


def test_term_is_added_changed_and_removed(pages, demonstration):
    glossary = address("topics:glossary_edit")
    assert errors_of(pages.post(glossary, {"term": "Kin"})) == ["Enter the definition"]
    page = pages.post(glossary, {"term": "Kin", "definition": "Family."}, follow=True)
    assert "“Kin” is defined." in words_of(page)

    term = demonstration.glossary_terms.get(term="Kin")
    assert value_of(pages.get(f"{glossary}?term={term.pk}"), "definition") == "Family."

    page = pages.post(address("topics:term_remove", term.pk), follow=True)
    assert "“Kin” is removed." in words_of(page)
    assert demonstration.glossary_terms.count() == 9


def test_same_number_of_queries_with_few_and_many_terms_and_frameworks(
    pages, demonstration, people
):
    overview, glossary = address("topics:overview_list"), address("topics:glossary_edit")
    few = [count_queries(pages, overview), count_queries(pages, glossary)]
    for number in range(30):
        name, by = f"Name {number}", people["lead"]
        actions.define_term(topic=demonstration, term=name, definition="It.", by=by)
        entry = {"kind": "indicator", "text": "One"}
        domains = [("1", "First", [entry]), ("2", "Second", [entry])]
        actions.define_framework(topic=demonstration, title=name, domains=domains, by=by)

    assert [count_queries(pages, overview), count_queries(pages, glossary)] == few
