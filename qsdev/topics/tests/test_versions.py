"""Two people on one page: the second is told who changed what, sees both texts and loses none."""

import pytest

from qsdev.topics import actions
from qsdev.topics.tests.pages import address, errors_of, value_of, words_of
from qsdev.topics.tests.test_topic_pages import ROUND


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def lead(people):
    return people["lead"]


def test_collision_on_a_round_shows_both_and_is_saved_again(pages, demonstration, lead):
    engagement = demonstration.engagement
    edit = address("topics:round_edit", engagement.pk)
    actions.change_round(round=engagement, version=1, stated_respondents=7, by=lead)

    page = pages.post(edit, ROUND)

    assert page.status_code == 422
    assert errors_of(page)[0].startswith(f"{lead.name} changed this after you opened it.")
    assert words_of(page, "//*[@class='qs-panel']").endswith("Said to have responded 7")
    assert value_of(page, "stated_respondents") == "12"
    pages.post(edit, {**ROUND, "version": value_of(page, "version")})
    assert demonstration.engagement.stated_respondents == 12


def test_collision_on_a_sub_area_shows_both_and_is_saved_again(pages, demonstration, lead):
    sub_area = demonstration.areas.first().sub_areas.first()
    edit = address("topics:sub_area_edit", sub_area.pk)
    sent = {"title": "Mine", "version": sub_area.version}
    actions.change_sub_area(sub_area=sub_area, version=1, title="Theirs", by=lead)

    page = pages.post(edit, sent)

    assert errors_of(page)[0].startswith(f"{lead.name} changed this")
    assert words_of(page, "//*[@class='qs-panel']") == "As it now stands Title Theirs"
    assert value_of(page, "title") == "Mine"
    pages.post(edit, {**sent, "version": value_of(page, "version")})
    sub_area.refresh_from_db()
    assert (sub_area.title, sub_area.version) == ("Mine", 3)


def test_collision_on_a_term_shows_both_and_is_saved_again(pages, demonstration, lead):
    term = demonstration.glossary_terms.first()
    edit = address("topics:glossary_edit") + f"?term={term.pk}"
    sent = {"term": term.term, "definition": "Mine.", "version": term.version}
    actions.change_term(
        glossary_term=term, version=1, term=term.term, definition="Theirs.", by=lead
    )

    page = pages.post(edit, sent)

    assert errors_of(page)[0].startswith(f"{lead.name} changed this")
    assert words_of(page, "//*[@class='qs-panel']").endswith("Definition Theirs.")
    assert value_of(page, "definition") == "Mine."
    pages.post(edit, {**sent, "version": value_of(page, "version")})
    term.refresh_from_db()
    assert term.definition == "Mine."


def test_new_term_does_not_write_over_another(pages, demonstration):
    term = demonstration.glossary_terms.first()

    page = pages.post(address("topics:glossary_edit"), {"term": term.term, "definition": "Mine."})

    assert errors_of(page) == [f"The glossary has “{term.term}” already: change that term instead."]
    assert demonstration.glossary_terms.get(pk=term.pk).definition == term.definition


def test_collision_on_a_framework_names_who_and_shows_all_of_it(pages, demonstration, lead):
    framework = demonstration.frameworks.first()
    edit = address("topics:framework_edit", framework.pk)
    opened = pages.get(edit)
    sent = {
        name: value_of(opened, name)
        for name in ("title", "entries_heading", "domains", "note", "version")
    }
    theirs = {"title": "Theirs", "entries_heading": "Measures", "note": "A note."}
    actions.change_framework(framework=framework, domains=[], version=1, by=lead, **theirs)

    page = pages.post(edit, sent)

    assert errors_of(page)[0].startswith(f"{lead.name} changed this")
    assert "Title Theirs Heading of the second column Measures" in words_of(
        page, "//*[@class='qs-panel']"
    )
    assert value_of(page, "domains") == sent["domains"]
