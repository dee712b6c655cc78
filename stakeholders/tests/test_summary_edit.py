"""The summary of an area: its citations become rows, and two people lose no text."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions import add_area, create_topic, give_role
from qsdev.topics.tests.pages import (
    address,
    count_queries,
    errors_of,
    history_length,
    last_event,
    value_of,
    words_of,
)
from stakeholders import actions
from stakeholders.models import SummaryCitation

EDIT = "stakeholders:summary_edit"


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def area(demonstration, lead):
    """A new area without a summary."""
    return add_area(topic=demonstration, title="Life story work", by=lead)


@pytest.fixture
def assessment(demonstration):
    return demonstration.areas.get(title="Assessment of attachment difficulties")


def cited(summary):
    return [(c.paragraph, c.suggestion.number) for c in summary.citations.all()]


def test_citations_are_found_paragraph_by_paragraph(demonstration, area, lead):
    summary = actions.write_summary(
        area=area, text="One [S2, S1].\n\nTwo [S2], and again [S2].\n\nThree.", by=lead
    )

    assert cited(summary) == [(1, 1), (1, 2), (2, 2)]
    assert last_event(demonstration) == ("wrote_summary", lead.pk, {"citations": 3})

    again = actions.write_summary(area=area, text="Now [S3].", version=summary.version, by=lead)
    assert cited(again) == [(1, 3)]


def test_summary_that_breaks_a_rule_changes_nothing(demonstration, area, assessment, lead):
    actions.write_summary(area=area, text="Kept [S1].", by=lead)
    before = (SummaryCitation.objects.count(), history_length(demonstration))
    sub_area = assessment.sub_areas.first()
    wrong = [
        ({"text": "No [S998, S999]."}, "no suggestion S998, S999"),
        ({"text": " "}, "Write the summary"),
        ({"text": "X", "sub_area": sub_area}, "is not a part of"),
    ]

    for values, sentence in wrong:
        with pytest.raises(RuleBroken, match=sentence):
            actions.write_summary(area=area, version=1, by=lead, **values)

    assert area.summaries.get().text == "Kept [S1]."
    assert (SummaryCitation.objects.count(), history_length(demonstration)) == before


@pytest.mark.parametrize("version", [None, 0, 7])
def test_summary_written_meanwhile_is_not_overwritten(area, lead, version):
    actions.write_summary(area=area, text="Theirs [S1].", by=lead)

    with pytest.raises(EditCollision) as collision:
        actions.write_summary(area=area, text="Mine [S2].", version=version, by=lead)

    assert collision.value.current.text == "Theirs [S1]."
    assert cited(area.summaries.get()) == [(1, 1)]


def test_page_writes_the_first_summary_and_the_next(area, pages):
    edit = address(EDIT, area.pk)
    first = {"text": "One [S1].", "version": value_of(pages.get(edit), "version") or ""}

    page = pages.post(edit, first, follow=True)
    assert "The summary of “Life story work” is saved." in words_of(page)

    second = {"text": "Two [S2].", "version": value_of(pages.get(edit), "version")}
    assert pages.post(edit, second).status_code == 302
    assert area.summaries.get().text == "Two [S2]."


def test_page_writes_the_sub_area_that_its_address_names(assessment, pages):
    sub_area = assessment.sub_areas.last()
    edit = f"{address(EDIT, assessment.pk)}?sub_area={sub_area.pk}"
    page = pages.get(edit)
    summary = assessment.summaries.get(sub_area=sub_area)
    assert (value_of(page, "text"), sub_area.title in words_of(page, "//h1")) == (
        summary.text,
        True,
    )

    pages.post(edit, {"text": "New [S3].", "version": summary.version})

    summary.refresh_from_db()
    assert (summary.text, assessment.summaries.count()) == ("New [S3].", 2)


def test_page_names_the_number_that_is_wrong(area, pages):
    page = pages.post(address(EDIT, area.pk), {"text": "One [S51].", "version": ""})

    assert page.status_code == 422
    assert errors_of(page) == ["This topic has no suggestion S51: correct the number in the text."]
    assert value_of(page, "text") == "One [S51]."


def test_collision_shows_both_texts_and_is_saved_again(area, pages, lead):
    actions.write_summary(area=area, text="Theirs [S1].", by=lead)
    edit = address(EDIT, area.pk)

    page = pages.post(edit, {"text": "Mine [S2].", "version": ""})

    assert page.status_code == 422
    assert f"The text as it now stands, by {lead.name} Theirs [S1]." in words_of(page)
    assert value_of(page, "text") == "Mine [S2]."
    pages.post(edit, {"text": "Both [S1, S2].", "version": value_of(page, "version")})
    assert cited(area.summaries.get()) == [(1, 1), (1, 2)]


def test_same_number_of_queries_with_few_and_many_suggestions(demonstration, area, pages, lead):
    suggestions = list(demonstration.suggestions.all())
    actions.support_area(suggestion=suggestions[0], area=area, by=lead)
    few = count_queries(pages, address(EDIT, area.pk))
    for suggestion in suggestions[1:40]:
        actions.support_area(suggestion=suggestion, area=area, by=lead)

    assert count_queries(pages, address(EDIT, area.pk)) == few


def test_area_and_sub_area_of_another_place_are_not_found(
    area, assessment, pages, administrator, people
):
    other = create_topic(slug="other", title="Other", by=administrator)
    give_role(topic=other, user=people["analyst"], role="analyst", by=administrator)
    sub_area = assessment.sub_areas.first()

    for page in (
        address(EDIT, area.pk, slug="other"),
        f"{address(EDIT, area.pk)}?sub_area={sub_area.pk}",
        f"{address(EDIT, area.pk)}?sub_area=999999999",
    ):
        assert pages.get(page).status_code == 404


@pytest.mark.parametrize(
    ("key", "status"),
    [("analyst", 200), ("lead", 200), ("administrator", 403), ("chair", 403), (None, 302)],
)
def test_summary_is_the_team_s_to_write(assessment, client_as, key, status):
    assert client_as(key).get(address(EDIT, assessment.pk)).status_code == status
