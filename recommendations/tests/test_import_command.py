"""`manage.py import_recommendations`: what a script can rely on."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from recommendations.models import Guideline, Recommendation
from recommendations.tests.conftest import PRINTED

NEW = ("--edition", "2015", "--title", "Attachment difficulties")
OTHER_TEXT = PRINTED.replace("Refer to", "Send to")


@pytest.fixture
def run(tmp_path, db):
    """Runs the command on a file with this text; returns what it printed."""

    def command(text, *options):
        file = tmp_path / "ng26.txt"
        file.write_text(text)
        out = io.StringIO()
        call_command(
            "import_recommendations", str(file), "--guideline", "NG26", *options, stdout=out
        )
        return out.getvalue()

    return command


def test_new_guideline_is_added_with_its_recommendations(run):
    assert run(PRINTED, *NEW) == (
        "Imported 3 recommendations and 1 research recommendations of NG26: 4 new, 0 with other "
        "text, 0 as stored.\n"
    )
    assert Guideline.objects.get().recommendations.count() == 3


def test_unknown_guideline_without_title_is_refused(run):
    with pytest.raises(CommandError, match="--title"):
        run(PRINTED)

    assert not Guideline.objects.exists()


STATED = f"Attachment difficulties in care. NICE guideline NG26 (2015).\n\n{PRINTED}"


def test_new_guideline_is_added_under_the_title_that_the_file_states(run):
    run(STATED)

    guideline = Guideline.objects.get()
    assert (guideline.edition, guideline.title) == (2015, "Attachment difficulties in care")
    assert guideline.recommendations.count() == 3


def test_title_that_the_file_states_is_not_given_to_another_edition(run):
    with pytest.raises(CommandError, match="--title"):
        run(STATED, "--edition", "2021")


def test_file_that_states_two_titles_does_not_say_which(run):
    with pytest.raises(CommandError, match="--title"):
        run(f"Another title. NICE guideline NG26 (2015).\n\n{STATED}")


def test_new_guideline_can_be_checked_before_its_title_is_known(run):
    assert run(PRINTED, "--check").startswith("Read 3 recommendations")
    assert not Guideline.objects.exists()


def test_check_writes_nothing(run):
    printed = json.loads(run(PRINTED, *NEW, "--check", "--json"))

    assert [row["number"] for row in printed["recommendations"]] == [
        "1.1.9",
        "1.3.1",
        "1.3.10",
        "1",
    ]
    assert (printed["problems"], printed["imported"]) == ([], 0)
    assert not Guideline.objects.exists()


def test_refused_file_changes_nothing(run, guideline):
    with pytest.raises(CommandError, match="Nothing was imported"):
        run(PRINTED + "\nNICE NG26 Recommendation x\n")

    assert not Recommendation.objects.exists()


def test_json_tells_problems_with_their_places(source, tmp_path):
    file, out = tmp_path / "ng26.txt", io.StringIO()
    file.write_text(OTHER_TEXT)

    with pytest.raises(CommandError, match=r"line 16: Recommendation 1\.3\.10 is in NG26 \(2015\)"):
        call_command(
            "import_recommendations", str(file), "--guideline", "NG26", "--json", stdout=out
        )

    (problem,) = json.loads(out.getvalue())["problems"]
    assert (problem["code"], problem["place"]) == ("differs_from_stored", "line 16")


def test_other_text_replaces_the_stored_one_when_asked(run, source):
    run(OTHER_TEXT, "--replace")

    assert Recommendation.objects.get(number="1.3.10").text.startswith("Send to")


def test_one_of_several_editions_must_be_named(run, source, lead):
    Guideline.objects.create(reference="NG26", edition=2020, title="Newer")

    with pytest.raises(CommandError, match=r"--edition \(2020, 2015\)"):
        run(PRINTED)

    assert run(PRINTED, "--edition", "2020").startswith("Imported 3")


def test_known_guideline_under_another_title_is_refused(run, source):
    with pytest.raises(CommandError, match="has another title here: Attachment difficulties"):
        run(PRINTED, "--title", "Something else")


def test_missing_file_is_refused(db):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("import_recommendations", "/nowhere.txt", "--guideline", "NG26", *NEW)
