"""The command that imports a table, or a folder of engagement forms."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from qsdev.audit.models import Event
from qsdev.tests.shared_data import shared_data
from stakeholders.models import Import, Suggestion
from stakeholders.tests.conftest import table

ROW = ("Assessment", "Because", "Indeed", "NG26")
GOOD = [(1, "Middlesex University", *ROW), (2, "SCM1", *ROW)]


@pytest.fixture
def files(tmp_path):
    """Writes tables into a folder; returns the folder."""
    folder = tmp_path / "sent"
    folder.mkdir()

    def written(**tables):
        for name, rows in tables.items():
            (folder / f"{name}.tsv").write_bytes(table(*rows))
        return folder

    return written


def run(*arguments):
    """What the command prints, and what it says in refusing (or "")."""
    out, said = StringIO(), ""
    try:
        call_command("import_suggestions", *map(str, arguments), stdout=out, stderr=StringIO())
    except CommandError as error:
        said = str(error)
    return out.getvalue(), said


def counts():
    return Suggestion.objects.count(), Import.objects.count(), Event.objects.count()


def test_a_table_is_imported(topic, register, files):
    folder = files(one=GOOD)
    out, refusal = run("--topic", topic.slug, folder / "one.tsv")
    assert (out, refusal) == (
        "Read 2 rows by 2 contributors: 0 problems, 0 warnings; 2 imported.\n",
        "",
    )
    assert Suggestion.objects.count() == 2


def test_json_says_every_row(topic, register, files):
    folder = files(one=[*GOOD, (3, "", *ROW)])
    out, refusal = run("--topic", topic.slug, folder / "one.tsv", "--json")
    said = json.loads(out)
    assert said["rows"][1:] == [
        {"number": 2, "stakeholder": "SCM1", "area": "", "place": "line 3"},
        {"number": 3, "stakeholder": "", "area": "", "place": "line 4"},
    ]
    problem = {
        "place": "line 4, column 2",
        "code": "no_stakeholder",
        "message": "Enter the stakeholder’s name.",
    }
    assert (said["problems"], said["warnings"], said["imported"]) == ([problem], [], 0)
    assert refusal.splitlines() == [
        "line 4, column 2: Enter the stakeholder’s name.",
        "Nothing was imported.",
    ]


def test_a_refused_table_changes_nothing(topic, register, files, media):
    before = counts()
    run("--topic", topic.slug, files(one=[*GOOD, (3, "", *ROW)]) / "one.tsv")
    assert counts() == before
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_check_writes_nothing(topic, register, files, media):
    before = counts()
    out, refusal = run("--topic", topic.slug, files(one=GOOD) / "one.tsv", "--check")
    assert (out.endswith("nothing was written.\n"), refusal) == (True, "")
    assert counts() == before
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_problems_can_be_left_out(topic, register, files):
    folder = files(one=[*GOOD, (3, "", *ROW)])
    _, refusal = run("--topic", topic.slug, folder / "one.tsv", "--leave-out-problems")
    assert (refusal, Suggestion.objects.count()) == ("", 2)
    assert Import.objects.get().rows.left_out().count() == 1


def test_a_folder_is_imported_whole_or_not_at_all(topic, register, files):
    folder = files(one=GOOD, two=[(3, "SCM2", *ROW)])
    run("--topic", topic.slug, folder)
    assert (Suggestion.objects.count(), Import.objects.count()) == (3, 2)
    files(three=[(4, "", *ROW)], four=[(5, "SCM2", *ROW)])
    _, refusal = run("--topic", topic.slug, folder)
    assert "Enter the stakeholder’s name" in refusal
    assert (Suggestion.objects.count(), Import.objects.count()) == (3, 2)


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["--topic", "none", "."], "There is no topic “none”: create_topic makes one."),
        (
            ["--topic", "childrens-attachment", "/nowhere.xlsx"],
            "There is no file /nowhere.xlsx.",
        ),
    ],
)
def test_what_is_not_there_is_named(topic, arguments, refusal):
    assert run(*arguments) == ("", refusal)


def test_a_file_that_is_no_table_is_refused(topic, tmp_path):
    path = tmp_path / "page.csv"
    path.write_text("<html><body>Sign in</body></html>")
    out, refusal = run("--topic", topic.slug, path, "--json")
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["not_a_table"]
    assert refusal.endswith("Nothing was imported.")


def test_the_real_table_says_eleven_contributors(topic, register):
    path = shared_data("appendix-4-as-printed.docx")
    out, _ = run("--topic", topic.slug, path, "--check", "--json", "--leave-out-problems")
    said = json.loads(out)
    assert len({row["stakeholder"] for row in said["rows"]} - {""}) == 11
    assert [row["number"] for row in said["rows"]] == list(range(1, 51))
    assert [problem["code"] for problem in said["problems"]] == ["no_stakeholder"]
