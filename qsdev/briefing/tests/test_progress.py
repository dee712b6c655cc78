"""Where a topic stands: its stage, what waits for whom, findings by area, the chart."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.briefing.charts import chart_of
from qsdev.briefing.checks.findings import Finding, Level
from qsdev.briefing.finding_groups import by_area
from qsdev.home.stages import stage_of
from qsdev.home.waiting import waiting_for
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import Round, RoundKind, RoundState
from qsdev.topics.tests.pages import address, count_queries, parsed, words_of
from stakeholders import actions

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def topic(person):
    return topic_actions.create_topic(slug="new-topic", title="New topic", by=person)


def add_round(topic, kind, starts, ends):
    """A round from so many days from now to so many."""
    now = timezone.now()
    return Round.objects.create(
        topic=topic, kind=kind, opens_at=now + starts * DAY, closes_at=now + ends * DAY
    )


def test_stages_follow_the_rounds(topic):
    names = [stage_of(topic).name]
    add_round(topic, RoundKind.ENGAGEMENT, 3, 17)
    names.append(stage_of(topic).name)
    Round.objects.update(opens_at=timezone.now() - DAY)
    names.append(stage_of(topic).name)
    Round.objects.update(closes_at=timezone.now() - DAY / 2)
    names.append(stage_of(topic).name)
    add_round(topic, RoundKind.CONSULTATION, -2, 5)
    names.append(stage_of(topic).name)
    Round.objects.update(closes_at=timezone.now() - DAY / 2)
    names.append(stage_of(topic).name)

    assert names == [
        "Topic overview",
        "Topic overview",
        "Topic engagement",
        "Triage and briefing paper",
        "Consultation",
        "Second committee meeting",
    ]


def test_round_that_was_skipped_counts_for_nothing_and_a_paused_one_says_so(topic):
    one = add_round(topic, RoundKind.ENGAGEMENT, -1, 5)
    Round.objects.filter(pk=one.pk).update(state=RoundState.PAUSED)
    assert stage_of(topic).reason == "The engagement exercise is paused."

    Round.objects.filter(pk=one.pk).update(state=RoundState.SKIPPED)
    assert stage_of(topic).name == "Topic overview"


def test_what_waits_is_for_the_person_alone(demonstration, people):
    lead, analyst = people["lead"], people["analyst"]
    chosen = demonstration.suggestions.filter(number__in=[3, 5])
    for suggestion in chosen:
        actions.take_back_to_triage(suggestion=suggestion, by=analyst)
    actions.assign_suggestions(topic=demonstration, suggestions=chosen, assignee=lead, by=analyst)
    actions.draw_sample(topic=demonstration, sorted_by=lead, size=4, by=analyst)
    allowed = demonstration.permissions_of(lead)

    assert [one.words for one in waiting_for(demonstration, lead, allowed)] == [
        "2 suggestions given to you to triage",
        "4 suggestions to sort a second time",
    ]
    assert list(waiting_for(demonstration, analyst, allowed)) == []


def test_chart_counts_a_suggestion_once_in_each_area(demonstration, people):
    suggestion = demonstration.suggestions.get(number=11)
    member, area = suggestion.stakeholder, suggestion.own_filing.area
    before = chart_of(demonstration).counts[member.pk, area.pk]
    words = suggestion.why_important.split()
    actions.split_suggestion(
        suggestion=suggestion, parts=[words[:1], words[1:2]], by=people["analyst"]
    )
    for part in suggestion.parts.current():
        actions.file_part(part=part, area=area, by=people["analyst"])

    assert chart_of(demonstration).counts[member.pk, area.pk] == before


def test_chart_draws_the_numbers_of_its_table(demonstration, client_as):
    page = parsed(client_as("analyst").get(address("briefing:topic_chart")))

    drawn = [int(text.text) for text in page.xpath("//*[@class='qs-chart__count']")]
    cells = [int(cell.text_content()) for cell in page.xpath("//tbody/tr/td[position()<last()]")]
    totals = [int(cell.text_content()) for cell in page.xpath("//tbody/tr/td[last()]")]
    assert drawn == [number for number in cells if number]
    assert (sum(totals), len(totals)) == (sum(drawn), 11)
    assert sum(drawn) == demonstration.suggestions.filter(filings__isnull=False).count()


def test_findings_are_counted_by_area(demonstration):
    area = demonstration.areas.first()
    finding = Finding("Paragraph 1 cites nothing.", "area", area.pk, level=Level.ERROR)

    (first, *others) = by_area([finding.as_json()], demonstration.areas.all(), {})

    assert (first.area, first.errors, first.warnings, first.notes) == (area, 1, 0, 0)
    assert sum(one.errors for one in others) == 0


def test_preview_is_the_section_with_the_paper_s_numbers(demonstration, client_as):
    areas = list(demonstration.areas.main())

    page = words_of(client_as("analyst").get(address("briefing:area_preview", areas[1].pk)))

    assert f"4.2 {areas[1].title}" in page
    assert "4.2.1 Summary of suggestions" in page
    assert areas[0].title not in page.replace(areas[1].title, "")


def test_preview_of_an_additional_area_is_where_it_is_printed(demonstration, client_as):
    area = demonstration.areas.additional().first()

    page = words_of(client_as("analyst").get(address("briefing:area_preview", area.pk)))

    assert "4.6 Additional areas" in page
    assert area.title in page


def test_area_page_says_what_cites_nothing_and_what_is_not_cited(demonstration, people, client_as):
    area = demonstration.areas.get(title="Supporting children in schools")
    summary = area.summaries.get()
    actions.write_summary(
        area=area,
        text="Schools matter [S9].\n\nThey do.",
        version=summary.version,
        by=people["analyst"],
    )

    page = words_of(client_as("analyst").get(address("briefing:area_detail", area.pk)))

    assert "Paragraph 2 cites no suggestion" in page
    assert "No summary here cites suggestions 10, 11" in page


def test_area_page_takes_as_many_queries_for_few_as_for_many(demonstration, people, client_as):
    client, by = client_as("analyst"), people["analyst"]
    area = topic_actions.add_area(topic=demonstration, title="Life story work", by=by)
    counted = []
    for numbers in ([1], range(1, 31)):
        actions.file_suggestions(
            topic=demonstration,
            suggestions=demonstration.suggestions.filter(number__in=numbers),
            area=area,
            by=by,
        )
        counted.append(count_queries(client, address("briefing:area_detail", area.pk)))

    assert counted[0] == counted[1]
