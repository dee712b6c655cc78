"""A table that is pasted instead of uploaded."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from qsdev.topics.tests.pages import errors_of
from stakeholders.models import Import, Suggestion
from stakeholders.tests.conftest import table

GOOD = table((1, "Middlesex University", "Assessment", "Because", "Indeed", "NG26"))


@pytest.fixture
def send(client, analyst, topic, register):
    client.force_login(analyst)

    def sent(**form):
        return client.post(reverse("stakeholders:import_upload", args=[topic.slug]), form)

    return sent


def test_pasted_table_is_shown_before_it_is_imported(send):
    send(text=GOOD.decode())

    import_record = Import.objects.get()
    assert import_record.file_name == "pasted text.txt"
    assert import_record.rows.get().cells["stakeholder"] == "Middlesex University"
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"text": ""}, "Choose a file, or paste a table below"),
        ({"text": "  \n"}, "Choose a file, or paste a table below"),
        (
            {"text": "words", "files": [SimpleUploadedFile("table.tsv", GOOD)]},
            "Give files or pasted text, not both at once",
        ),
    ],
)
def test_one_of_files_and_text_is_asked_for(send, form, error):
    page = send(**form)

    assert (page.status_code, errors_of(page)) == (422, [error])
    assert not Import.objects.exists()
