"""The topic's page and the areas' pages: where it stands, and all that supports an area."""

from django.urls import reverse

from qsdev.briefing.tests.test_paper_pages import text_of
from qsdev.consultation.tests import whole
from qsdev.home.finishing import drafting_tasks
from qsdev.home.stages import stage_of
from qsdev.home.standing import tasks_of
from qsdev.home.steps import DONE, NOT_BEGUN, WAITING
from qsdev.publication.tests.material import make_publishable, publish
from qsdev.topics.actions import add_area, create_topic
from qsdev.topics.models import Topic
from qsdev.topics.tests.pages import address
from stakeholders.actions import unfile_suggestion

TEAM = {
    "topics.change_topic",
    "topics.view_areas",
    "recommendations.view_recommendations",
    "stakeholders.import_suggestions",
    "stakeholders.file_suggestion",
    "briefing.view_area",
    "briefing.view_paper",
}


def tasks(topic):
    return all_tasks(topic, TEAM)


def all_tasks(topic, allowed):
    return {task.name: task for _, found in tasks_of(topic, allowed) for task in found}


def test_new_topic_waits_for_everything(person):
    topic = create_topic(slug="new-topic", title="New topic", by=person)
    states = {name: task.state for name, task in tasks(topic).items()}
    assert states == {
        "Front matter": WAITING,
        "Overview": NOT_BEGUN,
        "Development sources": NOT_BEGUN,
        "Imports": NOT_BEGUN,
        "Rows that were left out": DONE,
        "Triage": NOT_BEGUN,
        "Areas": NOT_BEGUN,
        "Paper": NOT_BEGUN,
        "Issue to the committee": NOT_BEGUN,
    }


def test_demonstration_is_done_but_for_the_paper(demonstration):
    waiting = {name for name, task in tasks(demonstration).items() if not task.is_done}
    assert waiting == {"Paper", "Issue to the committee"}


def test_what_is_undone_waits_again(demonstration, people):
    unfile_suggestion(suggestion=demonstration.suggestions.get(number=1), by=people["analyst"])
    area = add_area(topic=demonstration, title="A sixth area", by=people["analyst"])
    found = tasks(demonstration)
    assert found["Triage"].words == "49 of 50 suggestions placed"
    assert found["Summaries"].state == WAITING
    assert found["Summaries"].words.endswith("next: A sixth area")
    assert found["Summaries"].href == address("briefing:area_detail", area.pk)


def test_built_and_issued_paper_is_done(issued):
    found = tasks(Topic.objects.get(pk=issued.topic_id))
    assert found["Issue to the committee"].words.startswith("Version 1, ")
    assert found["Issue to the committee"].state == DONE


def test_topic_page_leads_to_each_task(client_as, demonstration):
    answer = client_as("analyst").get(address("home:topic_detail"))
    page = answer.content.decode()
    for href in (
        reverse("topics:topic_edit", args=[demonstration.slug]),
        reverse("topics:overview_list", args=[demonstration.slug]),
        reverse("stakeholders:import_list", args=[demonstration.slug]),
        address("briefing:paper_detail"),
    ):
        assert f'href="{href}"' in page
    assert "10 March 2016" in page
    assert "15 January 2016 to 29 January 2016" in page
    assert "Last change on " in page


def test_area_page_shows_all_that_supports_the_area(client_as, demonstration):
    area = demonstration.areas.get(kind="main", position=1)
    answer = client_as("analyst").get(address("briefing:area_detail", area.pk))
    page, words = answer.content.decode(), text_of(answer)
    assert "Area 1 of 5" in words
    assert "9 from 6 stakeholders" in words
    assert "NICE NG26 Recommendation 1.3.2" in words
    suggestion = reverse("stakeholders:suggestion_detail", args=[demonstration.slug, 1])
    assert f'[<a href="{suggestion}">S1</a>' in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


def test_area_page_shows_the_findings_of_its_area_alone(client_as, built, demonstration):
    client = client_as("analyst")
    found = "says “A number of stakeholders” and cites suggestions of one contributor"
    shown = [
        area.title
        for area in demonstration.areas.all()
        if found in text_of(client.get(address("briefing:area_detail", area.pk)))
    ]
    assert shown == ["Access to mental health services"]


def test_additional_area_says_why_it_is_not_progressed(client_as, demonstration):
    area = demonstration.areas.additional().first()
    words = text_of(client_as("lead").get(address("briefing:area_detail", area.pk)))
    assert "Additional area 1 of 4" in words
    assert area.get_reason_display() in words


def test_area_of_another_topic_is_not_found(client_as, person):
    other = create_topic(slug="other", title="Other", by=person)
    area = add_area(topic=other, title="Elsewhere", by=person)
    assert client_as("analyst").get(address("briefing:area_detail", area.pk)).status_code == 404


def test_pages_take_a_bounded_number_of_queries(
    client_as, built, demonstration, django_assert_max_num_queries
):
    client = client_as("analyst")
    with django_assert_max_num_queries(37):
        client.get(address("home:topic_detail"))
    first = demonstration.areas.first()
    client.get(address("briefing:area_detail", first.pk))  # asks for hints, once
    for area in demonstration.areas.all():
        with django_assert_max_num_queries(25):
            client.get(address("briefing:area_detail", area.pk))


def test_script_in_a_summary_stays_text(client_as, demonstration):
    area = demonstration.areas.get(kind="main", position=1)
    summary = area.summaries.first()
    summary.text = (
        '<script>alert(1)</script> [x](javascript:alert(1)) [y](http://e.org "[S1]") [S1]'
    )
    summary.save()
    page = client_as("analyst").get(address("briefing:area_detail", area.pk)).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert 'href="javascript:' not in page
    assert 'title="[S1]"' in page


def test_consultation_stands_among_the_tasks_and_comments_wait(demonstration, people, client_as):
    whole.begin(demonstration, people)
    demonstration.comments.update(assignee=people["analyst"])
    allowed = {"consultation.view_draft", "consultation.answer_comments"}
    found = {one.name: one for _, rows in tasks_of(demonstration, allowed) for one in rows}
    assert found["Draft for consultation"].is_done
    assert found["Comments"].words == "0 of 1 comment answered"
    page = client_as("analyst").get(reverse("home:topic_detail", args=[demonstration.slug]))
    assert "1 comment to answer" in page.content.decode()


def test_published_standard_is_the_last_stage(demonstration, people, client_as):
    make_publishable(demonstration, people)
    allowed = {"publication.view_publication", "validation.view_validation"}
    found = {one.name: one for _, rows in tasks_of(demonstration, allowed) for one in rows}
    assert (found["Publication"].words, found["Validation"].state) == ("Not published", WAITING)
    publish(demonstration, people)
    found = {one.name: one for _, rows in tasks_of(demonstration, allowed) for one in rows}
    assert found["Publication"].is_done
    assert stage_of(demonstration).name == "Published"
    page = client_as("lead").get(reverse("home:topic_detail", args=[demonstration.slug]))
    assert "QS133, version 1 was published" in page.content.decode()


def test_page_says_what_comes_next(demonstration, people, client_as):
    page = client_as("lead").get(address("home:topic_detail")).content.decode()
    paper = address("briefing:paper_detail")
    assert f'<strong>Next:</strong> <a href="{paper}">Paper</a>. Not built yet.' in page
    assert "Next:" not in text_of(client_as("administrator").get(address("home:topic_detail")))


def test_consultation_is_to_be_planned_once_statements_are_drafted(demonstration, people):
    assert drafting_tasks(demonstration)[0].words == "None drafted yet"
    assert "Consultation" not in all_tasks(demonstration, {"consultation.view_draft"})
    make_publishable(demonstration, people)
    found = all_tasks(demonstration, {"consultation.view_draft"})["Consultation"]
    assert (found.words, found.state) == ("Not planned yet", NOT_BEGUN)
