"""Every hostile or broken file ends as its manifest says, as far as reading decides it."""

import functools
import json
import zipfile

import pytest

from qsdev.tables import RefusedFile, stream_tables
from qsdev.tables.tests.wanted import SUGGESTIONS, codes, read, refused
from qsdev.tests.shared_data import FOLDER, shared_data

LATER = {"unknown_stakeholder", "id_gap", "similar_stakeholder", "empty_suggestion",
         "personal_data"}  # fmt: skip


@functools.cache
def cases():
    path = FOLDER / "bad-inputs.zip"
    if not path.exists():
        return [{"file": "bad-inputs.zip", "expect": "missing", "scope": "", "code": ""}]
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("manifest.json"))["files"]


def content(case):
    with zipfile.ZipFile(shared_data("bad-inputs.zip")) as archive:
        return archive.read(case["file"])


def those(wanted):
    return pytest.mark.parametrize(
        "case", [case for case in cases() if wanted(case)], ids=lambda case: case["file"]
    )


@those(lambda case: case["expect"] == "reject" and case["scope"] != "row")
def test_refused_with_its_code_and_scope(case):
    refusal = refused(content(case), case["upload_name"])
    assert refusal is not None
    assert (refusal.code, refusal.scope) == (case["code"], case["scope"])
    assert bool(refusal.tables) == (case["scope"] == "mapping")
    assert refusal.message.startswith("“")
    assert refusal.message.endswith(".")


@those(lambda case: case["expect"] == "accept")
def test_accepted_without_a_warning(case):
    table_file = read(content(case), case["upload_name"])
    assert (len(table_file.rows), codes(table_file)) == (case["rows"], [])


@those(lambda case: case["expect"] == "warn")
def test_read_with_its_warning(case):
    table_file = read(content(case), case["upload_name"])
    assert len(table_file.rows) == case["rows"]
    assert case["code"] in LATER or case["code"] in codes(table_file)


@those(lambda case: case["scope"] == "row")
def test_rows_to_be_corrected_are_read(case):
    table_file = read(content(case), case["upload_name"])
    assert table_file.rows
    assert all(each.place is not None for row in table_file.rows for each in row.notices)


@those(lambda case: case.get("must_not_contain") and case["scope"] != "row")
def test_what_must_not_be_stored_is_nowhere(case):
    try:
        with stream_tables(
            content(case), file_name=case["upload_name"], columns=SUGGESTIONS
        ) as stream:
            everything = repr([list(stream.batches()), stream.columns, stream.notices])
    except RefusedFile as refusal:
        everything = repr(refusal)
    assert [word for word in case["must_not_contain"] if word in everything] == []


def test_a_cell_too_long_is_a_problem_of_its_row():
    with zipfile.ZipFile(shared_data("bad-inputs.zip")) as archive:
        table_file = read(archive.read("huge_cell.csv"), "huge_cell.csv")
    assert [(each.code, each.severity) for row in table_file.rows for each in row.notices] == [
        ("cell_too_long", "problem")
    ]
