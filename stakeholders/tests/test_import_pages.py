"""The pages by which tables come in, as an administrator of files walks through them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.formats import date_format

from qsdev.jobs.models import Job
from stakeholders.forms.imports import ImportUploadForm
from stakeholders.models import Import, ImportState, Suggestion
from stakeholders.tests.conftest import HEADER, table

ROW = ("Assessment", "Because", "Indeed", "NG26")
GOOD = [(1, "Middlesex University", *ROW), (2, "SCM1", *ROW)]
WITHOUT_NAME = (3, "", "Foster carers", "They need it", "", "")


@pytest.fixture
def signed_in(client, analyst):
    client.force_login(analyst)
    return client


@pytest.fixture
def visit(signed_in, topic):
    """Opens a page of imports by its name, or sends a form to it."""

    def opened(name, *args, send=None):
        address = reverse(f"stakeholders:{name}", args=[topic.slug, *args])
        if send is None:
            return signed_in.get(address, follow=True)
        return signed_in.post(address, send, follow=True)

    return opened


def upload(visit, *contents):
    files = [SimpleUploadedFile(f"table-{n}.tsv", content) for n, content in enumerate(contents)]
    return visit("import_upload", send={"files": files})


def words(response):
    """The page's text without its tags, with single spaces."""
    text = re.sub(r"<[^>]*>", " ", response.content.decode())
    return " ".join(text.split())


def test_the_button_says_what_will_happen(visit, register):
    response = upload(visit, table(*GOOD, WITHOUT_NAME))
    assert "<title>Error: Check rows of table-0.tsv" in response.content.decode()
    assert "1 row cannot be imported" in words(response)
    assert "Row 3: Enter the stakeholder’s name." in words(response)
    assert "Import 2 rows and leave out 1" in words(response)
    assert Suggestion.objects.count() == 0


def test_a_problem_is_corrected_where_it_is_shown(visit, register):
    response = upload(visit, table(*GOOD, WITHOUT_NAME))
    row = Import.objects.get().rows.get(position=3)
    assert f'id="stakeholder-{row.pk}"' in response.content.decode()
    response = visit("import_row_correct", row.pk, send={"stakeholder": "PIP UK"})
    assert "Import 3 rows" in words(response)
    assert "cannot be imported" not in words(response).split("Nothing is imported yet")[0]


def test_confirming_shows_what_happened(visit, register):
    upload(visit, table(*GOOD, WITHOUT_NAME))
    import_record = Import.objects.get()
    response = visit("import_confirm", import_record.pk, send={"version": import_record.version})
    assert "2 suggestions of this file are in Children’s attachment" in words(response)
    assert "1 row, to be settled" in words(response)
    assert Suggestion.objects.count() == 2


def test_a_stale_form_goes_back_to_the_rows(visit, register):
    upload(visit, table(*GOOD))
    import_record = Import.objects.get()
    response = visit("import_confirm", import_record.pk, send={"version": 0})
    assert "Something changed since these rows were checked" in words(response)
    assert "Check the rows" in words(response)
    assert Suggestion.objects.count() == 0


def test_a_row_left_out_is_corrected_and_imported_from_the_result(visit, confirm):
    import_record = confirm(*GOOD, WITHOUT_NAME)
    row = import_record.rows.left_out().get()
    send = {"stakeholder": "PIP UK", "number": "3", "heading": "", "reason": "They told us."}
    response = visit("import_row_correct", row.pk, send=send)
    assert "Import this row" in words(response)
    response = visit("import_row_import", row.pk, send={})
    assert "The row is imported as suggestion 3." in words(response)
    assert "An analyst: They told us." in words(response) or "They told us." in words(response)


def test_a_row_left_out_is_settled_with_a_reason(visit, confirm):
    import_record = confirm(*GOOD, WITHOUT_NAME)
    row = import_record.rows.left_out().get()
    response = visit("import_row_settle", row.pk, send={"reason": ""})
    assert response.status_code == 422
    response = visit("import_row_settle", row.pk, send={"reason": "Nobody knows."})
    assert "line 4: Nobody knows." in words(response)


def test_several_files_become_an_import_each(visit, register):
    response = upload(visit, table(GOOD[0]), table(GOOD[1]))
    assert "2 files were uploaded" in words(response)
    assert sorted(Import.objects.values_list("file_name", "state")) == [
        ("table-0.tsv", ImportState.CHECKING),
        ("table-1.tsv", ImportState.CHECKING),
    ]


def test_a_refused_file_says_why(visit, register):
    response = upload(visit, b"<html><body>Sign in</body></html>")
    assert "“table-0.tsv”" in words(response)
    assert Import.objects.get().refusal in words(response)


def test_unknown_columns_are_matched_by_hand(visit, register):
    header = ("Nr", "Wer", "Was", "Warum", "Wieso", "Woher")
    response = upload(visit, table((4, "SCM1", *ROW), header=header))
    assert "Match the columns in your file" in words(response)
    import_record = Import.objects.get()
    send = {
        "version": import_record.version,
        "table": "0",
        "header_row": "1",
        "column_0": "number",
        "column_1": "stakeholder",
        "column_2": "key_area",
    }
    response = visit("import_columns", import_record.pk, send=send)
    assert "Import 1 row" in words(response)


def test_a_matching_that_lacks_the_stakeholder_is_shown_again(visit, register):
    upload(visit, table(*GOOD))
    import_record = Import.objects.get()
    send = {"version": import_record.version, "column_2": "key_area"}
    response = visit("import_columns", import_record.pk, send=send)
    assert response.status_code == 422
    assert "Choose the column that holds “Stakeholder”." in words(response)


def test_an_unknown_stakeholder_is_registered_from_its_row(visit, register):
    upload(visit, table((1, "Unheard Of Trust", *ROW)))
    row = Import.objects.get().rows.get()
    send = {"what": "new", "name": "Unheard Of NHS Trust", "abbreviation": "UOT"}
    response = visit("import_row_register", row.pk, send=send)
    assert "Import 1 row" in words(response)
    assert "“Unheard Of Trust” was matched to Unheard Of NHS Trust" in words(response)


def test_what_a_new_organisation_needs_is_not_called_optional(visit, register):
    upload(visit, table((1, "Unheard Of Trust", *ROW)))
    page = visit("import_row_register", Import.objects.get().rows.get().pk)
    assert "Abbreviation" in words(page)
    assert "(optional)" not in words(page)


def test_without_an_exercise_one_is_told_who_opens_it(visit, topic, administrator, client):
    topic.rounds.all().delete()
    assert "Open the round first." in words(visit("import_upload"))
    client.force_login(administrator)
    told = words(visit("import_upload"))
    assert "Ask an analyst or a lead of the topic to open the round" in told
    assert "Open the round" not in told


def test_the_exercise_is_named_with_its_date(visit, topic):
    day = date_format(timezone.localtime(topic.engagement.opens_at), "j F Y")
    assert f"the engagement exercise that opened on {day}." in words(visit("import_upload"))


def test_another_spelling_is_kept_from_its_row(visit, register):
    upload(visit, table((1, "Royal College of Psychiatrist", *ROW)))
    row = Import.objects.get().rows.get()
    send = {"what": "known", "known": row.proposals[0]}
    assert "Import 1 row" in words(visit("import_row_register", row.pk, send=send))


def test_leaving_out_and_putting_back(visit, register):
    upload(visit, table(*GOOD))
    row = Import.objects.get().rows.first()
    assert "Import 1 row and leave out 1" in words(visit("import_row_leave_out", row.pk, send={}))
    response = visit("import_row_leave_out", row.pk, send={"put_back": "1"})
    assert "Import 2 rows" in words(response)


def test_undoing_asks_first(visit, confirm):
    import_record = confirm(*GOOD)
    assert "This takes back 2 suggestions" in words(visit("import_undo", import_record.pk))
    assert Suggestion.objects.count() == 2
    response = visit("import_undo", import_record.pk, send={})
    assert "The import of table.tsv is undone." in words(response)
    assert Suggestion.objects.count() == 0


def test_abandoning_asks_first(visit, start):
    import_record = start(*GOOD)
    assert "Nothing of table.tsv is imported" in words(visit("import_abandon", import_record.pk))
    visit("import_abandon", import_record.pk, send={})
    import_record.refresh_from_db()
    assert import_record.state == ImportState.ABANDONED


def test_what_a_file_says_is_escaped(visit, register):
    payload = "<script>alert(1)</script>"
    response = upload(visit, table((1, payload, payload, "x", "y", "z")))
    assert payload not in response.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in response.content.decode()


def test_a_name_beside_a_pseudonym_is_not_on_the_page(visit, register):
    response = upload(visit, table((1, "SCM1 (Dr Jane Doe)", *ROW)))
    assert "Other words stood beside SCM1" in words(response)
    assert "Jane" not in response.content.decode()


@pytest.mark.parametrize("name", ["import_list", "import_upload"])
def test_pages_need_a_role_in_the_topic(name, client, topic, person):
    address = reverse(f"stakeholders:{name}", args=[topic.slug])
    assert client.get(address).status_code == 302
    client.force_login(person)
    assert client.get(address).status_code == 404


def test_an_import_whose_rows_are_being_checked_is_not_read_anew(visit, register):
    upload(visit, table((1, "Nobody", *ROW), (2, "SCM1", *ROW)))
    import_record = Import.objects.get()
    row = import_record.rows.first()
    visit("import_row_correct", row.pk, send={"stakeholder": "SCM2", "number": "1"})
    assert visit("import_read", import_record.pk, send={}).status_code == 404
    assert not Job.objects.exists()


def test_a_file_that_is_too_large_is_not_kept(media):
    file = SimpleUploadedFile("table.tsv", table(*GOOD))
    file.size = 50 * 1024 * 1024 + 1
    form = ImportUploadForm({}, MultiValueDict({"files": [file]}))
    assert form.errors["files"] == ["table.tsv is larger than 50 MB."]


def test_a_row_of_another_topic_is_not_found(visit, confirm, administrator, signed_in):
    import_record = confirm(*GOOD, WITHOUT_NAME)
    row = import_record.rows.left_out().get()
    signed_in.force_login(administrator)
    address = reverse("stakeholders:import_row_correct", args=["another", row.pk])
    assert signed_in.get(address).status_code == 404


def queries(visit, name, *args):
    with CaptureQueriesContext(connection) as captured:
        visit(name, *args)
    return len(captured)


def test_rows_take_the_same_number_of_queries_with_1_and_30(visit, start):
    few = start((1, "", *ROW))
    many = start(*[(n, "", *ROW) for n in range(1, 31)])
    visit("import_list")  # the session's first request writes it
    assert queries(visit, "import_rows", few.pk) == queries(visit, "import_rows", many.pk)


def test_the_list_takes_the_same_number_of_queries_with_1_and_10(visit, start):
    start(*GOOD)
    visit("import_list")
    first = queries(visit, "import_list")
    for _ in range(9):
        start(*GOOD)
    assert queries(visit, "import_list") == first


def test_the_result_takes_the_same_number_of_queries_with_2_and_30(visit, confirm):
    few = confirm(*GOOD)
    many = confirm(*[(n, "SCM1", *ROW) for n in range(3, 33)])
    visit("import_list")
    assert queries(visit, "import_detail", few.pk) == queries(visit, "import_detail", many.pk)


def test_headings_without_an_area_are_named(visit, register):
    header = (*HEADER[:5], "Heading")
    response = upload(visit, table((1, "SCM1", "a", "b", "c", "Schools"), header=header))
    assert "No area has this title: rows stay unfiled" in words(response)


def test_an_earlier_import_of_the_same_file_is_noticed(visit, confirm):
    confirm(*GOOD)
    response = upload(visit, table(*GOOD))
    assert "Priya Shah imported this very file on" in words(response)
    assert Suggestion.objects.count() == 2
