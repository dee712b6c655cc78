"""The draft goes to consultation with its questions, frozen as it stood."""

import pytest
from django.test import Client
from django.urls import reverse

from qsdev.builds.tests.sound import assert_sound
from qsdev.consultation import actions
from qsdev.consultation.builder.draft import draft_standard
from qsdev.consultation.models import STANDARD_QUESTIONS
from qsdev.consultation.tests.material import new_version, say_about, submit
from qsdev.errors import RuleBroken
from qsdev.jobs import running
from qsdev.topics.actions import open_round
from qsdev.topics.models import RoundKind
from stakeholders.models import Stakeholder


def planned(round, people, kind=RoundKind.CONSULTATION):
    """Another round of the same topic, without a draft."""
    return open_round(
        topic=round.topic,
        kind=kind,
        opens_at=round.opens_at,
        closes_at=round.closes_at,
        by=people["lead"],
    )


def test_draft_holds_the_statements_and_the_standard_questions(round):
    statements = round.consultation_draft.statements.all()
    assert [one.number for one in statements] == [1, 2, 3, 4]
    assert [one.is_standard for one in round.questions.all()] == [True] * 3


def test_issued_words_stay_when_the_statement_changes(round, people):
    before = round.consultation_draft.statements.get(number=1).text
    new_version(round.topic, 1, "Something else.", people["analyst"])
    assert round.consultation_draft.statements.get(number=1).text == before


def test_draft_is_issued_once(round, people):
    with pytest.raises(RuleBroken, match="issued already"):
        actions.issue_draft(round=round, by=people["lead"])


def test_engagement_exercise_has_no_draft(round, people):
    engagement = planned(round, people, RoundKind.ENGAGEMENT)
    with pytest.raises(RuleBroken, match="Choose a consultation"):
        actions.issue_draft(round=engagement, by=people["lead"])


def test_own_questions_follow_the_standard_ones(round, people):
    other, by = planned(round, people), people["analyst"]
    actions.add_question(round=other, text="Is it clear?", by=by)
    last = actions.add_question(round=other, text="Is it short?", by=by)
    actions.remove_question(question=other.questions.get(number=4), by=by)
    last.refresh_from_db()
    assert (last.number, other.questions.count()) == (4, 4)


def test_standard_question_stays(round, people):
    other = planned(round, people)
    actions.add_question(round=other, text="Is it clear?", by=people["analyst"])
    with pytest.raises(RuleBroken, match="every consultation"):
        actions.remove_question(question=other.questions.get(number=1), by=people["analyst"])
    assert other.questions.count() == 4


def test_questions_stay_once_the_draft_is_issued(round, people):
    with pytest.raises(RuleBroken, match="stay as they are"):
        actions.add_question(round=round, text="Is it clear?", by=people["analyst"])
    assert round.questions.count() == 3


def test_draft_is_a_sound_document_with_its_questions(round, tmp_path):
    files = assert_sound(draft_standard(round.consultation_draft), tmp_path)
    page = files["html"].decode()
    assert "Children have subject 4 looked at." in page
    assert STANDARD_QUESTIONS[0] in page


def test_organisation_reads_the_whole_draft_with_its_code(round, people, settings, client_as):
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction
    running.run(round.topic.document_builds.get().job_id)
    stakeholder = Stakeholder.objects.organisations().first()
    _, words = actions.make_code(
        round=round, stakeholder=stakeholder, kind="colleague", by=people["lead"]
    )
    client = Client()
    client.post(reverse("consultation:response_enter"), {"code": words})
    assert "subject 4" in client.get(reverse("consultation:response_draft")).content.decode()
    file = client.get(reverse("consultation:response_draft_download", args=["pdf"]))
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    here = reverse("consultation:draft_detail", args=[round.topic.slug])
    assert "subject 4" in client_as("observer").get(here).content.decode()


def withdraw(round, people, reason="A statement was missing."):
    return actions.withdraw_draft(draft=round.consultation_draft, reason=reason, by=people["lead"])


def test_draft_is_withdrawn_and_issued_again_as_it_stands_by_then(round, people, client_as):
    with pytest.raises(RuleBroken, match="Give the reason"):
        withdraw(round, people, reason=" ")
    first = withdraw(round, people)
    assert (first.round, first.withdrawn_from, first.statements.count()) == (None, round, 4)
    assert not round.topic.document_builds.under_way().exists()
    with pytest.raises(RuleBroken, match="withdrawn already"):
        actions.withdraw_draft(draft=first, reason="Twice.", by=people["lead"])
    round = type(round).objects.get(pk=round.pk)
    actions.add_question(round=round, text="Is it clear?", by=people["lead"])
    new_version(round.topic, 1, "People get it soon.", people["analyst"])
    draft = actions.issue_draft(round=round, by=people["lead"])
    assert draft.statements.get(number=1).text == "People get it soon."
    here = reverse("consultation:consultation_detail", args=[round.topic.slug])
    assert "A statement was missing." in client_as("analyst").get(here).content.decode()
    assert "A statement was missing." not in client_as("observer").get(here).content.decode()


def test_draft_stays_once_somebody_commented_or_began_to(round, people, client_as):
    stakeholder = Stakeholder.objects.organisations().first()
    code, words = actions.make_code(
        round=round, stakeholder=stakeholder, kind="lead", by=people["lead"]
    )
    first = withdraw(round, people)
    with pytest.raises(RuleBroken, match="The draft was withdrawn"):
        actions.use_code(words=words, address=None)
    round = type(round).objects.get(pk=round.pk)
    actions.issue_draft(round=round, by=people["lead"])
    assert first.statements.exists()
    actions.use_code(words=words, address=None)
    here = reverse("consultation:draft_withdraw", args=[round.topic.slug])
    page = client_as("lead").post(here, {"reason": "To be changed."})
    assert (page.status_code, round.topic.consultation_drafts.count()) == (422, 2)
    assert f"{stakeholder.name} has begun its response" in page.content.decode()
    actions.draft_comment(code=code, text="We agree.")
    say_about(code, interest="")
    submit(code)
    with pytest.raises(RuleBroken, match="1 comment has come in"):
        withdraw(round, people)


def test_organisation_is_told_of_a_draft_that_was_withdrawn(round, people):
    stakeholder = Stakeholder.objects.organisations().first()
    code, _ = actions.make_code(
        round=round, stakeholder=stakeholder, kind="lead", by=people["lead"]
    )
    withdraw(round, people)
    client = Client()
    session = client.session
    session["organisation_code"] = code.pk
    session.save()
    page = client.get(reverse("consultation:response_detail"), follow=True).content.decode()
    assert "The draft was withdrawn" in page
