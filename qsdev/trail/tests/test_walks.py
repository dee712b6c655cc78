"""From a statement to the raw cells and back, step by step, on the demonstration's rows."""

from datetime import date

import pytest
from django.utils import timezone

from qsdev.briefing.actions.merging import merge_areas
from qsdev.publication.models import PublishedStandard, PublishedStatement
from qsdev.topics.tests.pages import address, words_of
from qsdev.trail import walks
from qsdev.trail.links import Page
from qsdev.trail.tests.pages import facts_under, links_of, step_of, titles, trail_of
from qsdev.validation.models import AgreedChange, ChairAgreement, ValidationStep
from stakeholders.actions import put_out_of_scope
from statements import actions as statements

pytestmark = pytest.mark.django_db


def test_person_clicks_from_a_statement_to_a_raw_cell_and_back(changed, client_as):
    client = client_as("analyst")
    statement = links_of(client.get(address("trail:trail_list")))[str(changed)]
    detail = address("statements:statement_detail", changed.number)
    assert links_of(client.get(detail))["Trail"] == statement
    assert "Trail" not in links_of(client_as("chair").get(detail))
    links = links_of(client.get(statement))
    cells = links[cells_of(changed, 4)]
    page = client.get(cells)

    row = changed.topic.suggestions.get(number=4).import_row
    assert [text for text in row.cells.values() if spaced(text) not in words_of(page)] == []
    assert cells.endswith("#raw-cells")
    assert links_of(page)[str(changed)] == statement
    history = links_of(client.get(links_of(page)["Every step of triage"]))
    assert history["What became of it"] == cells.removesuffix("#raw-cells")


def spaced(text):
    return " ".join(text.split())


def cells_of(statement, number):
    """The words of the link to a suggestion's raw cells."""
    row = statement.topic.suggestions.get(number=number).import_row
    return f"Suggestion {number}: {row.import_record.file_name}, {row.place}"


def test_suggestions_stand_with_their_cells_and_the_decision_with_who_when_and_why(changed):
    trail = trail_of(changed)
    filed = changed.topic.suggestions.filed_in(changed.area).order_by("number")
    assert titles(trail, "Suggestions") == [
        f"Suggestion {one.number}, {one.stakeholder.abbreviation}" for one in filed
    ]
    assert titles(trail, "Raw cells") == [cells_of(changed, one.number) for one in filed]
    record = filed[0].import_row.import_record
    assert ("SHA-256 of the file", record.sha256) in facts_under(trail, "Imported files")
    decision = changed.area.decisions.get()
    said = dict(facts_under(trail, "Decision and minutes"))
    assert said["Why"] == "Services differ."
    assert said["Who decided"].startswith("The committee, 4 of 4 voting members present")
    assert decision.recorded_by.name in said["Recorded"]
    minutes = step_of(trail, "Decision and minutes").links[-1]
    assert (minutes.title, minutes.page.name) == (
        f"Minutes: {decision.meeting}",
        "committee:minutes_detail",
    )


def test_comments_stand_with_the_change_that_they_led_to(changed):
    trail = trail_of(changed)
    names = [comment.stakeholder.name for comment in changed.topic.comments.order_by("number")]
    assert titles(trail, "Comments that changed it") == [
        f"Comment 1, {names[0]}, on Statement 1",
        "Theme “Who assesses”, 1 comment",
        f"Comment 3, {names[2]}, on Statement 1",
    ]
    said = facts_under(trail, "Comments that changed it")
    last = changed.version
    assert (
        said.count(
            ("Changed the wording", f"Narrowed the population. (statement 1, version {last})")
        )
        == 1
    )
    assert ("Comment", "Say who is to assess.") in said
    assert step_of(trail, "Comments that changed it").remark.text == "2 comments"


def test_recommendations_lead_to_their_guideline_and_back(changed, client_as):
    recommendation = changed.sources.first().recommendation
    trail = trail_of(changed)
    assert str(recommendation) in titles(trail, "Recommendations")
    assert titles(trail, "Guideline") == [
        f"NICE {recommendation.guideline}: {recommendation.guideline.title}"
    ]
    page = client_as("lead").get(address("trail:recommendation_trail", recommendation.pk))
    assert links_of(page)[str(changed)] == address("trail:statement_trail", 1)


def publish(statement, by, version=1):
    """The statement as it is now, published as a version of QS133."""
    standard = PublishedStandard.objects.create(
        topic=statement.topic,
        reference="QS133",
        version=version,
        title="Children’s attachment",
        content={},
        content_hash="",
        note="First.",
        published_by=by,
    )
    latest = statement.latest
    PublishedStatement.objects.create(
        standard=standard,
        statement_version=latest,
        number=statement.number,
        position=1,
        title=latest.title,
        text=latest.text,
    )
    return standard


def test_published_sentence_comes_first_and_leads_to_its_public_page(changed, people, client_as):
    before = trail_of(changed).steps[0]
    assert (before.links, before.missing) == ((), "Not published yet")
    publish(changed, people["lead"])
    newer = publish(changed, people["lead"], version=2)
    overview = words_of(client_as("analyst").get(address("trail:trail_list")))
    assert overview.count("Published") == 1
    links = links_of(client_as("analyst").get(address("trail:statement_trail", 1)))
    assert links[f"{newer}: {changed.short_title}"].startswith("/standards/QS133/")
    first, second = trail_of(changed).steps[0].links
    assert first.page == Page("publication:published_statement_detail", ("QS133", 1))
    assert (first.facts[0].text, second.page) == (changed.text, None)
    PublishedStandard.objects.filter(pk=newer.pk).update(
        withdrawn_at=timezone.now(), withdrawn_by=people["lead"], reason_withdrawn="Wrong."
    )
    assert [link.page for link in trail_of(changed).steps[0].links] == [None, None]


def test_removed_statement_leads_to_what_replaced_it(changed, people, client_as):
    other = changed.topic.statements.get(number=2)
    statements.remove_statement(
        statement=changed,
        version=changed.version,
        reason="Said twice.",
        replaced_by=other,
        by=people["analyst"],
    )
    page = client_as("analyst").get(address("trail:statement_trail", 1))
    words = "Trail of statement 2, which replaced it"
    assert links_of(page)[words] == address("trail:statement_trail", 2)
    assert "Removed" in words_of(client_as("analyst").get(address("trail:trail_list")))


def test_merged_area_keeps_its_decision_and_its_statement_on_the_trail(changed, people):
    area, into = changed.area, changed.topic.areas.main()[1]
    before = trail_of(changed)
    merge_areas(area=area, into=into, by=people["analyst"])
    trail = trail_of(changed)
    for heading in ("Decision and minutes", "Comments that changed it"):
        assert titles(trail, heading) == titles(before, heading)
    assert set(titles(trail, "Suggestions")) > set(titles(before, "Suggestions"))
    suggestion = changed.topic.suggestions.get(number=4)
    assert str(changed) in titles(walks.suggestion_trail(changed.topic, suggestion), "Statements")


def test_stakeholder_sees_what_became_of_each_suggestion_and_comment(changed, client_as):
    comment = changed.topic.comments.get(number=1)
    who = comment.stakeholder
    trail = walks.stakeholder_trail(changed.topic, who)
    numbers = who.suggestions.filter(topic=changed.topic).values_list("number", flat=True)
    assert titles(trail, "Suggestions") == [
        f"Suggestion {number}, {who.abbreviation}" for number in sorted(numbers)
    ]
    said = facts_under(trail, "Suggestions")
    assert ("Statement", str(changed)) in said
    assert any(label == "Committee" and "Prioritised" in text for label, text in said)
    assert titles(trail, "Comments")[0] == f"Comment 1, {who.name}, on Statement 1"
    assert titles(trail, "Wording that they changed") == [
        f"Statement 1, version {changed.version}: Narrowed the population."
    ]
    page = client_as("analyst").get(address("trail:stakeholder_trail", who.pk))
    assert "1 of them with a change of wording" in words_of(page)


def test_suggestion_out_of_scope_says_why_and_where_it_ends(changed, people):
    suggestion = changed.topic.suggestions.get(number=12)
    put_out_of_scope(suggestion=suggestion, reason="Adults alone.", by=people["analyst"])
    suggestion.refresh_from_db()
    trail = walks.suggestion_trail(changed.topic, suggestion)
    said = facts_under(trail, "Suggestion")
    assert ("Out of scope", "Adults alone.") in said
    assert [text for label, text in said if label == "Filed"] == []
    suggestion.citations.all().delete()
    trail = walks.suggestion_trail(changed.topic, suggestion)
    assert step_of(trail, "Areas").lines == ("Filed under no area",)
    assert titles(trail, "Statements") == []


def test_what_was_agreed_after_consultation_stands_above_the_versions(changed, people):
    meeting, by = changed.area.decisions.get().meeting, people["lead"]
    about = {"topic": changed.topic, "recorded_by": by}
    AgreedChange.objects.create(
        **about,
        statement=changed,
        meeting=meeting,
        outcome="changed",
        statement_version=changed.latest,
        reason="Services can do it.",
    )
    ChairAgreement.objects.create(
        topic=changed.topic, statement_version=changed.latest, agreed_by=people["chair"]
    )
    ValidationStep.objects.create(
        **about,
        kind="guidance_executive",
        body="Guidance Executive",
        taken_on=date(2016, 8, 23),
        outcome="approved",
    )
    found = titles(trail_of(changed), "Agreed and validated")
    assert [title.split(",")[0] for title in found] == [
        "Guidance Executive: approved",
        f"Wording of version {changed.version} agreed by the chair",
        "Change agreed",
    ]
