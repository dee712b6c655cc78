"""Reading an issued paper area by area, with one's own answers and private notes beside it."""

import pytest

from qsdev.briefing.actions import issue_paper, withdraw_paper
from qsdev.committee import actions
from qsdev.committee.models import PaperReading, PrivateNote
from qsdev.errors import EditCollision
from qsdev.topics.actions import change_area
from qsdev.topics.tests.pages import address, count_queries, words_of


@pytest.fixture
def first(issued):
    return issued.areas.first()


def area_page(area):
    return address("committee:area_read", area.pk)


def test_member_reads_one_area_with_all_that_supports_it(first, member_client, issued):
    page = words_of(member_client("lay_two").get(area_page(first)))

    for expected in (
        "Area 1 of 9",
        "Summary of suggestions",
        "Selected recommendations from development source",
        "NICE NG26 Recommendation 1.3.2",
        "comprehensive assessment",
        "Current UK practice",
        "Suggestions in full",
        "SCM1",
        f"Next: {issued.areas.all()[1].title}",
    ):
        assert expected in page


def test_additional_area_is_read_with_its_reason(issued, member_client):
    last = issued.areas.last()
    page = words_of(member_client("lay_two").get(area_page(last)))

    assert "EPAC forms" in page
    assert "The source guidance has no recommendation on this area" in page


def test_reader_finds_own_interest_and_rating_beside_the_area(
    first, open_round, rate, member_client, demonstration, members
):
    round = open_round()
    actions.declare_nothing(topic=demonstration, areas=[first.area], by=members["lay_two"])
    before = words_of(member_client("lay_two").get(area_page(first)))
    rate(round, 0, "lay_two", 8)
    after = words_of(member_client("lay_two").get(area_page(first)))

    assert "Your interest Nothing to declare" in before
    assert "Rate this area" in before
    assert "You gave 8 overall" in after
    observer = words_of(member_client("observer").get(area_page(first)))
    assert "Your interest" not in observer
    assert "Rate this area" not in observer


def test_note_is_kept_for_its_writer_alone(first, member_client, members):
    client = member_client("lay_two")
    client.post(area_page(first), {"text": "Ask about data.", "version": "0"})
    note = PrivateNote.objects.get()

    assert (note.writer, note.text) == (members["lay_two"], "Ask about data.")
    assert "Ask about data." in client.get(area_page(first)).content.decode()
    for key in ("chair", "lay_three", "lead", "analyst", "observer"):
        assert "Ask about data." not in member_client(key).get(area_page(first)).content.decode()


def test_note_of_another_window_is_not_overwritten(first, demonstration, members):
    note = {"topic": demonstration, "area": first.area, "by": members["lay_two"]}
    actions.write_private_note(text="One.", **note)
    with pytest.raises(EditCollision):
        actions.write_private_note(text="Two.", **note)
    actions.write_private_note(text="Three.", version=1, **note)
    with pytest.raises(EditCollision):
        actions.write_private_note(text="", version=1, **note)

    assert PrivateNote.objects.get().text == "Three."
    actions.write_private_note(text=" ", version=2, **note)
    assert not PrivateNote.objects.exists()


def test_contents_say_what_the_reader_has_done(issued, member_client, demonstration, members):
    actions.declare_nothing(
        topic=demonstration, areas=[issued.areas.first().area], by=members["lay_two"]
    )
    page = words_of(member_client("lay_two").get(address("committee:paper_read")))

    assert page.count("Interest answered") == 1
    assert page.count("Interest to answer") == 8
    assert PaperReading.objects.get().reader == members["lay_two"]


def test_what_changed_since_the_version_that_was_read(
    issued, member_client, demonstration, people, build_quickly
):
    client = member_client("lay_two")
    client.get(address("committee:paper_read"))
    withdraw_paper(paper=issued, reason="A title is wrong.", by=people["lead"])
    area = demonstration.areas.first()
    change_area(area=area, title="Better title", kind="main", version=1, by=people["analyst"])
    issue_paper(build=build_quickly(), by=people["lead"], reason_errors_accepted="Known.")
    page = words_of(client.get(address("committee:paper_read")))
    news = words_of(client.get(address("committee:paper_news")))

    assert "You read version 1 before." in page
    assert "Better title" in news
    assert member_client("lay_three").get(address("committee:paper_news")).status_code == 404


def test_nothing_is_read_before_a_paper_is_issued(demonstration, client_as):
    page = words_of(client_as("lay_member").get(address("committee:paper_read")))

    assert "There is no paper to read now" in page
    assert client_as("lay_member").get(address("committee:area_read", 1)).status_code == 404


def test_reading_takes_as_many_queries_with_notes_and_answers_as_without(
    issued, member_client, demonstration, members
):
    client = member_client("lay_two")
    page = area_page(issued.areas.first())
    few = count_queries(client, page)
    for area in demonstration.areas.all():
        actions.write_private_note(
            topic=demonstration, area=area, text="Note.", by=members["lay_two"]
        )
        actions.declare_nothing(topic=demonstration, areas=[area], by=members["lay_two"])

    assert count_queries(client, page) == few
