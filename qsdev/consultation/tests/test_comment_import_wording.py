"""Answers, places, dates and disclosures of a table of comments, in whatever words they come."""

import io

import openpyxl
import pytest
from django.urls import reverse

from qsdev.consultation import actions
from qsdev.consultation.imports.checking import is_individual
from qsdev.consultation.imports.places import Draft
from qsdev.consultation.models import CodeKind
from qsdev.consultation.tests.material import organisations, say_about
from qsdev.consultation.tests.test_comment_import import codes, confirm
from stakeholders.models import Stakeholder

DRAFT = Draft({1: "Early help", 2: "Carers", 3: "Review"}, {1: "Is it right?", 2: "Is it kept?"})
LINKS = "Organisation,Statement,Comment,Has tobacco links,Tobacco link details\n"


def workbook(*rows, title="Sheet"):
    """A workbook of rows on statement 1, by the first organisation; "#REF!" is an error."""
    book = openpyxl.Workbook()
    book.active.title = title
    book.active.append(["Organisation", "Statement", "Comment", "Section", "Date submitted"])
    for row in rows:
        book.active.append([organisations()[0], *row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "words", ["9999-12-31T23:59:59-10:00", "0001-01-01T00:00:00+10:00", "10 March 0206", "21st"]
)
def test_date_that_cannot_be_meant_is_asked_for(imports, words):
    table = f"Organisation,Comment,Date submitted\n{organisations()[0]},Good.,{words}\n"
    assert codes(imports(table)) == {1: "date_unread"}


@pytest.mark.parametrize(
    "words",
    [
        "As a private person",
        "Individuals",
        "Individual, not on behalf of an organisation",
        "My personal view, not my organisation's",
        "No, I do not represent an organisation",
        "Not an organisation",
        "Yes, as an individual",
    ],
)
def test_answer_that_speaks_of_a_person_is_an_individuals(words):
    assert is_individual(words)


@pytest.mark.parametrize(
    "words",
    ["", "Y", "TRUE", "Organisation", "Yes, on behalf of our organisation, not personal", "N/A"],
)
def test_answer_of_an_organisation_is_no_individuals(words):
    assert not is_individual(words)


@pytest.mark.parametrize(
    "words",
    [
        "Statements 1 and 2",
        "Statements 1-3 rationale",
        "Statements 1/2",
        "Statement 1 and 2",
        "Statement one and two",
        "Statement 1, 2",
        "Statement 1 and statement 2",
        "Statement 1 and question 2",
        "Questions 1 and 2",
    ],
)
@pytest.mark.parametrize("column", ["statement", "section", "question"])
def test_several_places_in_one_row_are_kept_in_words(column, words):
    place = DRAFT.place_of({column: words})
    assert (place.kind, place.section, place.wrong) == ("section", words, "")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Statement two", 2),
        ("Statement 1: 24-hour care", 1),
        ("Statement 1, 24-hour care", 1),
        ("Statement 2 (see statements 1 and 3)", 2),
    ],
)
def test_title_after_a_number_leaves_the_statement_alone(words, number):
    place = DRAFT.place_of({"statement": words})
    assert (place.kind, place.number) == ("statement", number)


@pytest.fixture
def disclosed(round, people):
    """What the first organisation disclosed on the web, before a table came in."""
    first = Stakeholder.objects.get(name=organisations()[0])
    about = {"round": round, "stakeholder": first, "kind": CodeKind.LEAD, "by": people["analyst"]}
    code = actions.use_code(words=actions.make_code(**about)[1], address=None)
    say_about(code, has_tobacco_links=True, tobacco_links="We own shares.")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("No,", "We own shares."),
        (",", "We own shares."),
        ("Yes,We own shares.", "We own shares."),
        ("Yes,We hold bonds.", "We own shares.\nWe hold bonds."),
    ],
)
def test_links_disclosed_on_the_web_stay_disclosed(
    round, disclosed, imports, people, answer, words
):
    confirm(imports(f"{LINKS}{organisations()[0]},1,Good.,{answer}\n"), people["analyst"])
    response = round.organisation_responses.get()
    assert (response.is_submitted, response.has_tobacco_links) == (True, True)
    assert response.tobacco_words == words


def test_row_that_comes_later_adds_its_links_to_those_disclosed(round, imports, people):
    name, by = organisations()[0], people["analyst"]
    rows = (f"{name},1,One.,Yes,We own shares.", f"{name},9,Two.,Yes,We hold bonds.")
    import_record = imports(LINKS + "\n".join(rows) + "\n")
    confirm(import_record, by)
    row = import_record.rows.get(is_refused=True)
    row = actions.correct_refused_row(row=row, corrections={"statement": "2"}, by=by)
    actions.import_refused_row(row=row, by=by)
    response = round.organisation_responses.get()
    assert response.tobacco_words == "We own shares.\nWe hold bonds."


def test_problems_that_are_no_reasons_are_counted_and_settled_together(imports, client_as, people):
    rows = (("1", "One.", "#REF!"), ("1", "Two.", "", "the day before"), ("1", "Three."))
    import_record = imports(workbook(*rows), "comments.xlsx")
    assert codes(import_record) == {1: "error_cell", 2: "date_unread"}
    confirm(import_record, people["analyst"])
    words, client = (import_record.topic.slug, import_record.pk), client_as("analyst")
    page = client.get(reverse("consultation:comment_import_detail", args=words))
    assert page.context["unsettled_codes"] == [("other", "Not imported as it stood", 2)]
    settle = reverse("consultation:comment_import_settle", args=words)
    page = client.get(f"{settle}?code=other")
    assert len(page.context["form"].initial["rows"]) == 2


def test_sheet_keeps_the_capitals_of_its_name_where_rows_are_settled(imports, client_as, people):
    rows = (("9", "One."), ("1", "Two."))
    import_record = imports(workbook(*rows, title="Comments by NICE"), "comments.xlsx")
    confirm(import_record, people["analyst"])
    words = (import_record.topic.slug, import_record.pk)
    page = client_as("analyst").get(reverse("consultation:comment_import_settle", args=words))
    labels = [label for _, label in page.context["form"].fields["rows"].choices]
    assert [label.split(", ")[0] for label in labels] == ["Sheet “Comments by NICE”"]
