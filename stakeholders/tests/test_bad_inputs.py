"""Hostile and broken files: each ends as the manifest that came with them says."""

import json
import zipfile

import pytest
from django.apps import apps
from django.db import models

from qsdev.tests.shared_data import FOLDER, shared_data
from stakeholders import actions
from stakeholders.models import ImportState

ARCHIVE = FOLDER / "bad-inputs.zip"
#: The manifest does not count these.
UNCOUNTED = {"too_many_key_areas"}


def manifest():
    with zipfile.ZipFile(ARCHIVE) as archive:
        return json.loads(archive.read("manifest.json"))


ENTRIES = manifest()["files"] if ARCHIVE.exists() else []


@pytest.fixture
def register(topic, analyst):
    """The register that the manifest asks for."""
    told = manifest()
    for name in told["register"]:
        actions.add_stakeholder(name=name, abbreviation=name[:40], by=analyst)
    count = len(told["specialist_members"])
    actions.add_specialist_members(topic=topic, count=count, by=analyst)


def test_every_file_of_the_archive_is_tried():
    with zipfile.ZipFile(shared_data("bad-inputs.zip")) as archive:
        names = {name for name in archive.namelist() if name != "manifest.json"}
    assert {entry["file"] for entry in ENTRIES} == names
    assert len(ENTRIES) == 142


@pytest.fixture
def imported(request, start):
    entry = request.param
    with zipfile.ZipFile(ARCHIVE) as archive:
        content = archive.read(entry["file"])
    return entry, start(file=content, file_name=entry["upload_name"])


def ends(expectation):
    entries = [entry for entry in ENTRIES if expectation(entry)]
    return pytest.mark.parametrize(
        "imported", entries, ids=[entry["file"] for entry in entries], indirect=True
    )


def all_findings(import_record):
    rows = import_record.rows.exclude(findings=[]).values_list("findings", flat=True)
    return [*import_record.notices, *(each for findings in rows for each in findings)]


def codes_of(import_record, severities):
    found = all_findings(import_record)
    return {each["code"] for each in found if each["severity"] in severities} - UNCOUNTED


@ends(lambda entry: entry["expect"] == "accept")
def test_a_sound_file_is_ready_without_a_word(imported):
    entry, import_record = imported
    assert import_record.state == ImportState.CHECKING
    assert import_record.rows.ready().count() == entry["rows"]
    assert codes_of(import_record, {"problem", "warning"}) == set()


@ends(lambda entry: entry["expect"] == "warn")
def test_a_doubtful_file_is_read_and_says_so(imported):
    entry, import_record = imported
    assert import_record.state == ImportState.CHECKING
    assert import_record.rows.count() == entry["rows"]
    assert entry["code"] in codes_of(import_record, {"problem", "warning"})


@ends(lambda entry: entry["expect"] == "reject" and entry["scope"] == "row")
def test_a_wrong_row_is_a_problem_of_its_own(imported):
    entry, import_record = imported
    assert import_record.state == ImportState.CHECKING
    assert entry["code"] in codes_of(import_record, {"problem"})


@ends(lambda entry: entry["expect"] == "reject" and entry["scope"] != "row")
def test_a_bad_file_is_refused_and_says_what_to_do(imported, media):
    entry, import_record = imported
    is_for_good = entry["scope"] == "file"
    assert import_record.state == (ImportState.REFUSED if is_for_good else ImportState.MATCHING)
    assert [notice["code"] for notice in import_record.notices] == [entry["code"]]
    assert import_record.rows.count() == 0
    assert bool(import_record.tables) != is_for_good


def stored_text():
    """Every text that the database holds, in one."""
    texts = []
    for model in apps.get_models():
        fields = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
        ]
        for row in model._base_manager.values_list(*fields) if fields else ():
            texts.extend(json.dumps(value, ensure_ascii=False) for value in row)
    return "\n".join(texts)


@ends(lambda entry: entry["must_not_contain"])
def test_what_nobody_asked_for_is_stored_nowhere(imported):
    entry, import_record = imported
    text = stored_text()
    assert import_record.file_name in text
    assert [secret for secret in entry["must_not_contain"] if secret in text] == []


@ends(lambda entry: entry["must_not_contain"])
def test_what_nobody_asked_for_is_shown_nowhere(imported, client, analyst, topic):
    entry, import_record = imported
    client.force_login(analyst)
    page = client.get(f"/topics/{topic.slug}/imports/{import_record.pk}/?show=all", follow=True)
    html = page.content.decode()
    assert import_record.file_name in html
    assert [secret for secret in entry["must_not_contain"] if secret in html] == []
