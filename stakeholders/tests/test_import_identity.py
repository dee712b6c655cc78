"""Who SCM1 is does not come in with a table, however its stakeholder or its file is spelt."""

import re

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from qsdev.jobs import running
from qsdev.jobs.models import Job
from stakeholders.actions.uploads import name_to_show
from stakeholders.imports.names import pseudonym_in
from stakeholders.models import Import
from stakeholders.tests.conftest import codes, table
from stakeholders.views import imports as views

ROW = ("Assessment", "Because", "Indeed", "NG26")
NOT_KEPT = "[other words not kept]"


def models_holding(text):
    """The models of which a row holds the text in any of its columns."""
    models = [model for model in apps.get_models() if model.__name__ != "User"]
    return {
        model.__name__
        for model in models
        if any(text in repr(row) for row in model._base_manager.values())
    }


@pytest.mark.parametrize(
    ("spelling", "pseudonym"),
    [
        ("SC\u00adM1 Quentin", "SCM1"),
        ("S\u200bCM\u20601 Quentin", "SCM1"),
        ("S\u0336CM1 Quentin", "SCM1"),
        ("SCM1Quentin", "SCM1"),
        ("QuentinSCM1", "SCM1"),
        ("SCM no. 1 Quentin", "SCM1"),
        ("SCM №1 Quentin", "SCM1"),
        ("SCM number 1 Quentin", "SCM1"),
        ("SCM #1 Quentin", "SCM1"),
        ("S.C.M. 1 Quentin", "SCM1"),
        ("SCM 1a Quentin", "SCM1"),
        ("SCM One Quentin", "SCM"),
        ("1 SCM Quentin", "SCM"),
        ("SCM1234 Quentin", "SCM"),
        ("SCMQuentin", "SCM"),
        ("SCM_Quentin", "SCM"),
        ("Specialist Committee Member Quentin", "SCM"),
    ],
)
def test_name_beside_a_pseudonym_is_not_stored_however_it_is_spelt(start, spelling, pseudonym):
    import_record = start((1, spelling, *ROW))

    assert codes(import_record)[1][-1] == "scm_identity"
    assert import_record.rows.get().cells["stakeholder"] == f"{pseudonym} {NOT_KEPT}"
    assert models_holding("Quentin") == set()


@pytest.mark.parametrize(
    "spelling", ["SCM1", "scm 01", "SCM no. 1", "SC\u00adM1", "SCM #1", "SСМ1"]
)
def test_pseudonym_alone_is_understood_however_it_is_spelt(spelling):
    assert pseudonym_in(spelling) == ("SCM1", False)


@pytest.mark.parametrize("name", ["SCM", "Ascham School", "SCMA Ltd", "Women’s CMHT 2", "Member 1"])
def test_name_that_holds_no_pseudonym_is_a_name(name):
    assert pseudonym_in(name) == ("", False)


@pytest.mark.parametrize(
    ("file_name", "kept"),
    [
        ("SCM1 Jane Smith.csv", f"SCM1 {NOT_KEPT}.csv"),
        ("/home/jane/Jane_Smith_scm1.DOCX", f"SCM1 {NOT_KEPT}.DOCX"),
        ("SCM1.JSmith", f"SCM1 {NOT_KEPT}"),
        ("SCM1.csv", "SCM1.csv"),
        ("Suggestions of 2 May.xlsx", "Suggestions of 2 May.xlsx"),
    ],
)
def test_name_beside_a_pseudonym_is_left_out_of_the_file_s_name(file_name, kept):
    assert name_to_show(file_name) == kept


@pytest.mark.parametrize("largest_read_now", [10, 10**6])
def test_name_in_the_file_s_name_is_neither_stored_nor_shown_nor_logged(
    client, topic, register, analyst, monkeypatch, caplog, largest_read_now
):
    caplog.set_level(0)
    monkeypatch.setattr(views, "READ_NOW_BYTES", largest_read_now)
    client.force_login(analyst)
    file = SimpleUploadedFile("SCM1 Quentin Unheard.tsv", table((1, "SCM1", *ROW)))

    client.post(reverse("stakeholders:import_upload", args=[topic.slug]), {"files": [file]})
    for job in Job.objects.all():
        running.run(job.pk)
    page = client.get(reverse("stakeholders:import_list", args=[topic.slug])).content.decode()

    assert Import.objects.get().is_checking
    assert re.findall(r"SCM1 \[other words not kept\]\.tsv", page)
    assert models_holding("Quentin") == set()
    assert "Quentin" not in page + caplog.text
