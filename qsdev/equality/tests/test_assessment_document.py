"""The assessment as a document: stage by stage, sound in three formats, and built on its page."""

from django.urls import reverse

from qsdev.builds.tests.sound import assert_sound
from qsdev.documents.blocks import Table
from qsdev.documents.reading import walk
from qsdev.equality import actions
from qsdev.equality.builder import ASSESSMENT, build_assessment
from qsdev.equality.models import Stage
from qsdev.equality.tests.material import DONE, WORDS
from qsdev.topics.tests.pages import address


def begun(assessment):
    """One stage closed, the next with a later issue and one that was withdrawn."""
    earlier = assessment.issue()
    assessment.answer()
    assessment.complete()
    later = assessment.issue(Stage.DEVELOPMENT, continues=earlier, who="Babies", response="")
    gone = assessment.issue(Stage.DEVELOPMENT, description="Something else.")
    actions.withdraw_issue(issue=gone, version=1, reason="Said twice.", by=assessment.analyst)
    return later


def test_assessment_is_a_sound_document(assessment, demonstration, people, tmp_path):
    begun(assessment)
    files = assert_sound(build_assessment(demonstration, 0), tmp_path)
    page = files["html"].decode()

    places = [page.rindex(f">{stage.label}") for stage in Stage]
    assert places == sorted(places)
    for expected in (WORDS, DONE, "Babies", "Continues issue 1", "Said twice.", "Not answered."):
        assert expected in page
    assert f"Completed and approved by {people['lead'].name}" in page


def test_document_has_a_table_of_stages_one_of_groups_and_one_of_issues_a_stage(
    assessment, demonstration
):
    begun(assessment)
    document = build_assessment(demonstration, 0)

    tables = [one for one in walk(document) if isinstance(one, Table)]
    assert [table.caption for table in tables] == [
        "Stages of the assessment",
        "Issues by protected characteristic and other disadvantage",
        "Issues: Topic overview and engagement",
        "Issues: Development, before consultation",
        "Withdrawn issues: Development, before consultation",
    ]
    assert all(table.columns[0].names_row for table in tables)
    assert [section.heading for section in document.sections][1:] == list(Stage.labels)


def test_document_of_an_empty_assessment_says_so(demonstration):
    document = build_assessment(demonstration, 0)
    assert (document.date, document.footer) == (None, "Not complete yet")


def test_document_prints_closed_stages_as_they_were_closed(assessment, demonstration):
    area = demonstration.areas.first()
    assessment.issue(area=area)
    assessment.answer()
    assessment.complete()
    before = build_assessment(demonstration, 0)
    demonstration.areas.filter(pk=area.pk).update(title="Renamed")

    assert build_assessment(demonstration, 0) == before


def test_document_is_asked_for_on_its_page_by_the_team(assessment, demonstration, client_as):
    page, build = address("equality:assessment_detail"), address("equality:assessment_build")
    assert "has not been built yet" in client_as("chair").get(page).content.decode()
    assert client_as("chair").post(build).status_code == 403
    client_as("analyst").post(build)

    assert demonstration.document_builds.get().kind == ASSESSMENT
    assert "Being built" in client_as("chair").get(page).content.decode()
    file = reverse("equality:assessment_download", args=[demonstration.slug, "pdf"])
    assert client_as("chair").get(file).status_code == 404
