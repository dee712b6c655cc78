"""The list of suggestions: its filters, its pages, and what it costs."""

from itertools import chain

import pytest

from qsdev.topics.actions import create_topic, give_role
from qsdev.topics.tests.pages import address, count_queries, first_column, parsed, words_of
from stakeholders import actions
from stakeholders.models import Stakeholder
from stakeholders.tests.conftest import table

LIST = "stakeholders:suggestion_list"


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def add_suggestions(demonstration, people):
    """Imports so many more suggestions, filed nowhere."""

    def add(count):
        rows = [["", "iHV", f"A suggestion of number {number}"] for number in range(count)]
        import_record = actions.start_import(
            topic=demonstration,
            round=demonstration.engagement,
            file=table(*rows),
            file_name="more.tsv",
            by=people["analyst"],
        )
        actions.confirm_import(
            import_record=import_record, version=import_record.version, by=people["analyst"]
        )

    return add


def numbers(page):
    return [int(number) for number in first_column(page)]


def links(page):
    """The addresses of the earlier and later pages, by their relation."""
    return {link.get("rel"): link.get("href") for link in parsed(page).xpath("//a[@rel]")}


def test_list_holds_every_suggestion_by_number(demonstration, pages):
    page = pages.get(address(LIST))

    assert numbers(page) == list(range(1, 51))
    assert "50 suggestions: every one has its place." in words_of(page)
    assert links(page) == {}


def test_list_is_filtered_by_area_and_stakeholder(demonstration, pages):
    area = demonstration.areas.get(title="Supporting children in schools")
    member = Stakeholder.objects.get(topic=demonstration, name="SCM2")
    expected = [
        one.number
        for one in demonstration.suggestions.order_by("number")
        if one.stakeholder == member and one.filings.filter(area=area).exists()
    ]

    page = pages.get(f"{address(LIST)}?area={area.pk}&stakeholder={member.pk}")

    assert numbers(page) == expected != []
    assert f"The filters show {len(expected)} suggestion" in words_of(page)
    chosen = parsed(page).xpath("//option[@selected]/text()")
    assert [one for one in chosen if not one.startswith(("Every", "Any"))] == [
        "Supporting children in schools",
        "SCM2",
    ]


def test_suggestion_that_supports_an_area_is_listed_there_once(demonstration, pages):
    area = demonstration.areas.get(title="Access to mental health services")

    shown = numbers(pages.get(f"{address(LIST)}?area={area.pk}"))

    assert shown.count(13) == 1


@pytest.mark.parametrize(
    "query",
    [
        "area=x",
        "area=²",
        "area=" + "9" * 40,
        "area=999999999",
        "stakeholder=-1",
        "after=no",
        "after=" + "9" * 5000,
    ],
)
def test_filters_that_mean_nothing_are_passed_over(demonstration, pages, query):
    assert numbers(pages.get(f"{address(LIST)}?{query}")) == list(range(1, 51))


@pytest.mark.parametrize("query", ["state=later", "words=xylophone", "after=50"])
def test_list_without_rows_says_so(demonstration, pages, query):
    page = pages.get(f"{address(LIST)}?{query}")

    assert page.status_code == 200
    assert "No suggestion to show Choose other filters." in words_of(page)


def test_new_topic_is_told_where_suggestions_come_from(pages, administrator, people):
    topic = create_topic(slug="new-topic", title="New topic", by=administrator)
    give_role(topic=topic, user=people["analyst"], role="analyst", by=administrator)

    words = words_of(pages.get(address(LIST, slug="new-topic")))

    assert "They come in with the stakeholder table" in words


def test_long_list_goes_on_and_back_with_its_filters(demonstration, pages, add_suggestions):
    add_suggestions(105)
    first = pages.get(f"{address(LIST)}?state=to_triage")
    second = pages.get(f"{address(LIST)}{links(first)['next']}")
    third = pages.get(f"{address(LIST)}{links(second)['next']}")

    pieces = [numbers(page) for page in (first, second, third)]
    assert [len(piece) for piece in pieces] == [50, 50, 5]
    assert list(chain.from_iterable(pieces)) == list(range(51, 156))

    assert list(links(third)) == ["prev"]
    back = pages.get(f"{address(LIST)}{links(third)['prev']}")
    assert numbers(back) == pieces[1]
    again = pages.get(f"{address(LIST)}{links(back)['prev']}")
    assert (numbers(again), list(links(again))) == (pieces[0], ["next"])


def test_same_number_of_queries_with_one_row_and_with_fifty(demonstration, pages, add_suggestions):
    few = count_queries(pages, f"{address(LIST)}?after=49")
    add_suggestions(60)

    assert count_queries(pages, f"{address(LIST)}?after=49") == few
    assert count_queries(pages, address(LIST)) == few - 1  # no page before the first


def test_suggestions_open_to_the_team_alone(demonstration, client_as, client, person):
    pages = [address(LIST), address("stakeholders:suggestion_detail", 13)]
    keys = ("analyst", "lead", "administrator", "chair", "specialist_member", "observer", None)

    opened = [[client_as(key).get(page).status_code for page in pages] for key in keys]

    assert opened == [[200, 200]] * 2 + [[403, 403]] * 4 + [[302, 302]]
    client.force_login(person)
    assert [client.get(page).status_code for page in pages] == [404, 404]
