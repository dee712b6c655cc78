"""What the cells of a comment mean: when it came, whose it is, on what, what it discloses."""

import datetime as dt
import io

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from qsdev.consultation import actions
from qsdev.consultation.imports.checking import moment_of
from qsdev.consultation.models import OrganisationResponse
from qsdev.consultation.tests.material import organisations
from qsdev.consultation.tests.test_comment_import import codes, confirm


def table(*rows, head="Organisation,Statement,Comment"):
    """A table of rows of the first organisation."""
    return "\n".join([head, *(f"{organisations()[0]},{row}" for row in rows)]) + "\n"


@pytest.mark.parametrize(
    "words",
    [
        "2016-03-10 17:01",
        "2016-03-10T17:01:00",
        "2016-03-10T17:01:00Z",
        "2016-03-10T17:01:00.000Z",
        "2016-03-10T18:01:00+01:00",
        "10/03/2016 17:01",
        "10/03/2016 17:01:00",
        "10 March 2016 17:01",
        "10 March 2016, 17:01",
        "10 Mar 2016 17:01",
        "10.03.2016 17:01",
    ],
)
def test_moment_is_read_to_the_minute(words):
    assert moment_of(words) == dt.datetime(2016, 3, 10, 17, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "words", ["2016-03-10", "10/03/2016", "10/03/16", "10 March 2016", "2016-03-10 00:00:00"]
)
def test_day_without_a_time_is_a_day(words):
    assert moment_of(words) == dt.date(2016, 3, 10)


def test_time_is_londons_in_summer():
    assert moment_of("10 June 2016 17:01") == dt.datetime(2016, 6, 10, 16, 1, tzinfo=dt.UTC)


def test_late_dates_of_a_spreadsheet_are_refused(imports, round):
    closed = timezone.localtime(round.closes_at).replace(tzinfo=None, second=0, microsecond=0)
    sheet = openpyxl.Workbook()
    sheet.active.append(["Organisation", "Comment", "Date submitted"])
    for minutes in (-2, 2):
        at = closed + dt.timedelta(minutes=minutes)
        sheet.active.append([organisations()[0], f"{minutes} minutes.", at])
    file = io.BytesIO()
    sheet.save(file)
    assert codes(imports(file.getvalue(), "comments.xlsx")) == {2: "late"}


def test_date_that_cannot_be_read_is_asked_for(imports, people):
    head = "Organisation,Statement,Comment,Date submitted"
    import_record = imports(table("1,Good.,the day before", head=head))
    assert codes(import_record) == {1: "date_unread"}
    row = import_record.rows.get()
    row = actions.correct_row(row=row, corrections={"submitted": ""}, by=people["analyst"])
    assert not row.has_problem


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("No", {1: "individual"}),
        ("an individual", {1: "individual"}),
        ("Individual response", {1: "individual"}),
        ("As an individual", {1: "individual"}),
        ("personal", {1: "individual"}),
        ("Yes", {}),
        ("Organisation, not individual", {}),
        ("", {}),
    ],
)
def test_individuals_are_refused(imports, said, found):
    head = "Organisation,Statement,Comment,Represents an organisation"
    assert codes(imports(table(f'1,Good.,"{said}"', head=head))) == found


def test_answer_that_was_wrong_is_corrected(imports, people, client_as):
    head = "Organisation,Statement,Comment,Represents an organisation"
    import_record = imports(table("1,Good.,No", head=head))
    row = import_record.rows.get()
    assert row.problems[0]["column"] == "on_behalf"
    here = reverse("consultation:comment_row_correct", args=[import_record.topic.slug, row.pk])
    client_as("analyst").post(here, {"on_behalf": "Yes"})
    row.refresh_from_db()
    assert not row.has_problem


def test_problem_names_the_cell_that_has_the_words(imports):
    head = "Organisation,Statement,Section,Comment"
    import_record = imports(
        table("Question 9,Process measure,Good.", ",Statement 9,Good.", head=head)
    )
    problems = [row.problems[0] for row in import_record.rows.order_by("position")]
    assert [one["column"] for one in problems] == ["statement", "section"]
    assert "no question “Question 9”" in problems[0]["message"]
    assert "no statement “Statement 9”" in problems[1]["message"]


def test_numbers_in_words_and_several_statements_are_understood(imports, round, people):
    rows = ('"Statements 1 and 2",One.', "statement two,Two.", "Question three,Three.")
    confirm(imports(table(*rows)), people["analyst"])
    places = [comment.place for comment in round.comments.order_by("number")]
    assert places == ["Statements 1 and 2", "Statement 2", "Question 3"]


def disclosed(imports, people, *rows):
    head = "Organisation,Statement,Comment,Has tobacco links,Tobacco link details"
    confirm(imports(table(*rows, head=head)), people["analyst"])
    response = OrganisationResponse.objects.get()
    return response.has_tobacco_links, response.tobacco_links


def test_link_that_any_row_discloses_is_disclosed(imports, people):
    rows = ("1,One.,No,", "1,Two.,Yes,We hold shares.", "2,Three.,No,None")
    assert disclosed(imports, people, *rows) == (True, "We hold shares.")


def test_links_are_denied_where_every_row_denies_them(imports, people):
    assert disclosed(imports, people, "1,One.,No,n/a", "1,Two.,,") == (False, "")


def test_links_are_not_said_where_no_row_says(imports, people):
    assert disclosed(imports, people, "1,One.,,") == (None, "")


def test_row_that_comes_later_adds_what_it_discloses(imports, round, people):
    head = "Organisation,Statement,Comment,Has tobacco links,Tobacco link details"
    rows = ("1,One.,No,", "9,Two.,Yes,We hold shares.")
    import_record, by = imports(table(*rows, head=head)), people["analyst"]
    confirm(import_record, by)
    row = import_record.rows.get(is_refused=True)
    row = actions.correct_refused_row(row=row, corrections={"statement": "2"}, by=by)
    actions.import_refused_row(row=row, by=by)
    assert round.organisation_responses.get().tobacco_words == "We hold shares."


def test_rows_are_counted_once_by_what_they_are_refused_for(imports, client_as, people):
    rows = ("9,One.", "Question 9,Two.", "1,Three.")
    import_record = imports(table(*rows))
    confirm(import_record, people["analyst"])
    slug = import_record.topic.slug
    here = reverse("consultation:comment_import_detail", args=[slug, import_record.pk])
    page = client_as("analyst").get(here).content.decode()
    assert page.count("Could not be placed: refuse 2 rows for good") == 1
    settle = reverse("consultation:comment_import_settle", args=[slug, import_record.pk])
    page = client_as("analyst").get(f"{settle}?code=unplaced")
    assert len(page.context["form"].initial["rows"]) == 2
