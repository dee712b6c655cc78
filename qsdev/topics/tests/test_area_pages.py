"""The pages of the areas: the list, its order, and the forms that change it."""

import pytest

from qsdev.topics import actions
from qsdev.topics.tests.pages import (
    address,
    count_queries,
    errors_of,
    first_column,
    parsed,
    spaced,
    value_of,
    words_of,
)


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def first(demonstration):
    return demonstration.areas.main()[0]


def areas_listed(page):
    return [spaced(cell) for cell in parsed(page).xpath("//tbody/tr/th")]


def test_list_shows_both_kinds_each_numbered_from_one(pages):
    page = pages.get(address("topics:area_list"))

    assert first_column(page) == ["1", "2", "3", "4", "5", "1", "2", "3", "4"]
    assert areas_listed(page)[0] == "Assessment of attachment difficulties"
    assert areas_listed(page)[-1] == "EPAC forms"


def test_list_has_no_gap_where_an_area_was_removed(pages, demonstration, people):
    extra = [
        actions.add_area(topic=demonstration, title=title, by=people["lead"]) for title in "AB"
    ]

    pages.post(address("topics:area_remove", extra[0].pk))
    page = pages.get(address("topics:area_list"))

    assert first_column(page)[:6] == ["1", "2", "3", "4", "5", "6"]
    assert "“A” is removed." in words_of(page)


def test_area_is_moved_and_its_new_number_is_said(pages, demonstration, first):
    page = pages.post(address("topics:area_move", first.pk), {"down": "1"}, follow=True)

    assert areas_listed(page)[:2] == ["Supporting children in schools", first.title]
    assert f"“{first.title}” is now number 2." in words_of(page)


def test_ends_of_the_list_offer_no_move_beyond_them(pages):
    rows = parsed(pages.get(address("topics:area_list"))).xpath("//tbody/tr")

    offered = [[button.get("name") for button in row.xpath(".//button")] for row in rows]

    assert offered[:5] == [["down"], *[["up", "down"]] * 3, ["up"]]


def test_administrator_reads_the_list_without_buttons(client_as):
    page = client_as("administrator").get(address("topics:area_list"))

    assert parsed(page).xpath("//main//button | //main//a[@class='govuk-button']") == []


def test_same_number_of_queries_with_few_and_with_many(pages, demonstration, people):
    few = count_queries(pages, address("topics:area_list"))
    for number in range(30):
        area = actions.add_area(topic=demonstration, title=f"Area {number}", by=people["lead"])
        actions.add_sub_area(area=area, title="Part", by=people["lead"])

    assert count_queries(pages, address("topics:area_list")) == few


def test_new_topic_is_told_what_areas_are_for(client_as, administrator, people):
    topic = actions.create_topic(slug="new-topic", title="New topic", by=administrator)
    actions.give_role(topic=topic, user=people["analyst"], role="analyst", by=administrator)

    page = client_as("analyst").get(address("topics:area_list", slug="new-topic"))

    assert "Suggestions are gathered under improvement areas." in words_of(page)


def test_area_is_added_with_the_reason_that_its_kind_needs(pages, demonstration):
    sent = {"title": "Toys", "kind": "additional", "reason": "not_in_source"}

    page = pages.post(address("topics:area_create"), sent, follow=True)

    assert areas_listed(page)[-1] == "Toys"
    assert "“Toys” is added." in words_of(page)


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({"title": "", "kind": "main"}, "Enter the title"),
        ({"title": "X", "kind": "additional"}, "Choose the reason for not progressing this area"),
        (
            {"title": "Interventions for children", "kind": "main"},
            "There is already an area called “Interventions for children”: choose another title.",
        ),
    ],
)
def test_area_is_not_added_while_something_is_wrong(pages, demonstration, sent, error):
    page = pages.post(address("topics:area_create"), sent)

    assert page.status_code == 422
    assert errors_of(page) == [error]
    assert words_of(page, "//title").startswith("Error: Add an area")
    assert demonstration.areas.count() == 9


def test_collision_shows_both_texts_and_the_second_save_counts(pages, first, people):
    sent = {"title": "Mine", "kind": "main", "version": first.version}
    actions.change_area(
        area=first, title="Theirs", kind="main", version=first.version, by=people["lead"]
    )

    page = pages.post(address("topics:area_edit", first.pk), sent)

    assert page.status_code == 422
    assert "Theirs" in words_of(page, "//*[@class='qs-panel']")
    assert value_of(page, "title") == "Mine"
    again = {**sent, "version": value_of(page, "version")}
    assert pages.post(address("topics:area_edit", first.pk), again).status_code == 302
    first.refresh_from_db()
    assert first.title == "Mine"


def test_area_in_use_is_not_removed(pages, first, demonstration):
    page = pages.post(address("topics:area_remove", first.pk), follow=True)

    assert "still has suggestions, recommendations or texts" in words_of(page)
    assert first in demonstration.areas.all()


def test_sub_areas_are_kept_on_the_area_s_page(pages, demonstration):
    area = demonstration.areas.main()[1]
    create = address("topics:sub_area_create", area.pk)
    assert errors_of(pages.post(create, {"title": ""})) == ["Enter the title"]
    pages.post(create, {"title": "Early years"})
    assert errors_of(pages.post(create, {"title": "early years"})) == [
        "There is already a sub-area called “early years”: choose another title."
    ]
    sub_area = area.sub_areas.get()

    edit = address("topics:sub_area_edit", sub_area.pk)
    pages.post(edit, {"title": "Nurseries", "version": value_of(pages.get(edit), "version")})
    page = pages.get(address("topics:area_edit", area.pk))
    assert words_of(page, "//*[@id='sub-area-table']//tbody//th") == "Nurseries"

    pages.post(address("topics:sub_area_remove", sub_area.pk))
    assert not area.sub_areas.exists()
