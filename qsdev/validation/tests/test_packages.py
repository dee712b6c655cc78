"""The second meeting's package: what it holds, and how it is issued and withdrawn."""

import pytest
from django.urls import reverse

from qsdev.builds.tests.sound import assert_sound, words_of_docx
from qsdev.consultation import actions as consultation
from qsdev.consultation.tests.material import new_version
from qsdev.documents.html import write_html
from qsdev.errors import EditCollision, RuleBroken
from qsdev.validation import actions
from qsdev.validation.builder import build_committee_package, gather
from qsdev.validation.models import CommitteeQuestion
from qsdev.validation.tests.material import build_without_files
from statements.actions import draft_statement, remove_statement


def considered(meeting, number):
    return next(one for one in gather(meeting).statements if one.number == number)


def test_statement_has_its_themes_with_their_numbers_and_response(theme, planned):
    (found,) = considered(planned, 1).themes
    assert (found.title, found.comments, found.response, found.is_agreed) == (
        *("Denominators", 2, "The denominator is narrowed."),
        True,
    )
    assert considered(planned, 3).themes == ()
    assert gather(planned).comments == 5


def test_comments_count_once_under_theme_own_response_or_neither(
    round, comments, theme, planned, people
):
    for number, theme_of, answer in ((1, theme, "To you alone."), (3, None, "")):
        comment = round.comments.get(number=number)
        consultation.answer_comment(
            comment=comment,
            theme=theme_of,
            version=comment.version,
            answer=answer,
            answer_state="agreed" if answer else "none",
            assignee=None,
            by=people["analyst"],
        )
    themes = [(one.title, one.comments) for one in considered(planned, 1).themes]
    assert themes == [
        ("Comments not gathered under a theme yet", 1),
        ("Comments with a response of their own", 1),
    ]


def test_changed_removed_and_new_statements_are_told_apart(round, planned, people):
    by = people["analyst"]
    new_version(round.topic, 1, "Children have subject 1 looked at soon.", by)
    gone = round.topic.statements.get(number=2)
    remove_statement(statement=gone, version=gone.version, reason="Said by another.", by=by)
    area = round.topic.areas.first()
    draft_statement(
        topic=round.topic, area=area, short_title="New", exception_reason="Asked for.", by=by
    )
    page = write_html(build_committee_package(round.topic, planned.pk))
    first, second, fifth = (considered(planned, number) for number in (1, 2, 5))
    assert [part.heading for part in first.parts] == ["Quality statement"]
    assert (second.is_removed, second.reason_removed) == (True, "Said by another.")
    assert not fifth.was_consulted_on
    assert "<strong> soon</strong>" in page
    assert "The statement was removed. Said by another." in page


def test_package_names_organisations_and_quotes_no_comment(theme, comments, planned, people):
    actions.add_question(meeting=planned, text="Is it measurable?", by=people["analyst"])
    page = write_html(build_committee_package(planned.topic, planned.pk))
    assert "Is it measurable?" in page
    for comment in comments:
        assert comment.stakeholder.name in page
        assert comment.text not in page


def test_gathering_takes_as_many_queries_for_any_number_of_comments(
    theme, planned, django_assert_max_num_queries
):
    with django_assert_max_num_queries(13):
        gather(planned)


def test_package_is_issued_as_it_was_built(theme, planned, people, client_as):
    lead = people["lead"]
    with pytest.raises(RuleBroken, match="Build the package first"):
        actions.issue_package(meeting=planned, by=lead)
    build_without_files(planned, lead)
    question = actions.add_question(meeting=planned, text="Is it clear?", by=lead)
    with pytest.raises(RuleBroken, match="Something changed"):
        actions.issue_package(meeting=planned, by=lead)
    build_without_files(planned, lead)
    package = actions.issue_package(meeting=planned, by=lead)
    for act in (
        lambda: actions.build_package(meeting=planned, by=lead),
        lambda: actions.remove_question(question=question, by=lead),
        lambda: actions.add_question(meeting=planned, text="Another?", by=lead),
    ):
        with pytest.raises(RuleBroken, match="so it stays"):
            act()
    consultation.change_theme(
        theme=theme,
        title="Renamed",
        version=theme.version,
        answer="Later words.",
        answer_state="agreed",
        assignee=None,
        by=lead,
    )
    here = reverse("validation:issued_package_detail", args=[planned.topic.slug])
    read = client_as("observer").get(here).content.decode()
    assert "The denominator is narrowed." in read
    assert "Later words." not in read
    assert package.version == 1


def test_withdrawn_package_is_read_no_more_and_the_next_has_the_next_version(
    theme, planned, people, client_as
):
    lead = people["lead"]
    build_without_files(planned, lead)
    package = actions.issue_package(meeting=planned, by=lead)
    with pytest.raises(RuleBroken, match="Give the reason"):
        actions.withdraw_package(package=package, reason=" ", by=lead)
    actions.withdraw_package(package=package, reason="A page is missing.", by=lead)
    with pytest.raises(RuleBroken, match="withdrawn already"):
        actions.withdraw_package(package=package, reason="Again.", by=lead)
    here = reverse("validation:issued_package_detail", args=[planned.topic.slug])
    assert client_as("observer").get(here).status_code == 404
    assert actions.issue_package(meeting=planned, by=lead).version == 2
    kept = client_as("analyst").get(reverse("validation:package_detail", args=[package.topic.slug]))
    assert "A page is missing." in kept.content.decode()


def test_package_is_of_the_second_meeting_and_of_an_issued_draft(demonstration, planned, people):
    with pytest.raises(RuleBroken, match="Issue the draft first"):
        actions.build_package(meeting=planned, by=people["analyst"])
    planned.kind = "first"
    with pytest.raises(RuleBroken, match="Choose the second"):
        actions.build_package(meeting=planned, by=people["analyst"])
    assert not demonstration.document_builds.exists()


def test_two_people_on_a_question_lose_nothing(round, planned, people):
    by = people["analyst"]
    question = actions.add_question(meeting=planned, text="Is it clear?", by=by)
    statement = round.topic.statements.get(number=2)
    actions.change_question(
        question=question, version=1, text="Is it clear now?", statement=statement, by=by
    )
    with pytest.raises(EditCollision):
        actions.change_question(question=question, version=1, text="Mine.", by=by)
    kept = CommitteeQuestion.objects.get()
    assert (kept.text, kept.statement) == ("Is it clear now?", statement)
    assert considered(planned, 2).questions == ("Is it clear now?",)


def test_package_is_sound_in_every_format(theme, round, planned, people, tmp_path):
    new_version(round.topic, 1, "Children have subject 1 looked at soon.", people["analyst"])
    actions.add_question(meeting=planned, text="Is it measurable?", by=people["analyst"])
    files = assert_sound(build_committee_package(round.topic, planned.pk), tmp_path)
    assert b"Is it measurable?" in words_of_docx(files["docx"])
