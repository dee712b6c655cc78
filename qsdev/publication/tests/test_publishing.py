"""Publishing freezes what was looked at; what is missing or changed is refused; withdrawal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from qsdev.audit.models import Event
from qsdev.documents.html import write_html
from qsdev.errors import EditCollision, RuleBroken
from qsdev.jobs import actions as jobs
from qsdev.jobs.models import Job
from qsdev.publication import actions
from qsdev.publication.builder.standard import standard_document
from qsdev.publication.content import hash_of, public_content
from qsdev.publication.models import STANDARD, PublishedStandard
from qsdev.publication.readiness import to_do_before
from qsdev.publication.tests.material import publish, write_whole_statement
from qsdev.topics.actions import create_topic
from qsdev.validation import actions as support
from qsdev.validation.models import SupportState
from stakeholders.models import Stakeholder
from statements import actions as drafting


def reworded(topic, people, text, number=1):
    """The statement with other words, as a later version."""
    statement = topic.statements.get(number=number)
    return drafting.write_statement(
        statement=statement,
        version=statement.version,
        text=text,
        reason="Clearer",
        by=people["analyst"],
    )


def removed(topic, people, number, replaced_by=None):
    statement = topic.statements.get(number=number)
    drafting.remove_statement(
        statement=statement,
        version=statement.version,
        reason="One statement covers both.",
        replaced_by=replaced_by and topic.statements.get(number=replaced_by),
        by=people["analyst"],
    )


def test_version_holds_each_statement_with_all_its_parts(standard):
    content = standard.content
    assert (content["reference"], content["title"]) == ("QS133", standard.topic.title)
    assert [one["number"] for one in content["statements"]] == [1, 2]
    assert all(one["measures"] and one["sources"] for one in content["statements"])
    rows = list(standard.statements.values_list("number", "statement_version__number"))
    assert rows == [(one.number, one.version) for one in standard.topic.statements.all()]


def test_published_words_stay_when_a_statement_changes(standard, people):
    before = standard.content
    reworded(standard.topic, people, "Children have something else.")
    assert PublishedStandard.objects.get(pk=standard.pk).content == before


def test_what_changed_since_the_preview_is_not_published(topic, people):
    seen = hash_of(public_content(topic))
    reworded(topic, people, "Children have something else.")
    with pytest.raises(RuleBroken, match="Something changed"):
        actions.publish_standard(topic=topic, note="First.", content_hash=seen, by=people["lead"])
    assert not topic.published_standards.exists()


def test_nothing_is_published_without_its_parts(topic, people):
    drafting.draft_statement(
        topic=topic,
        area=topic.areas.first(),
        short_title="Bare",
        exception_reason="Yes.",
        by=people["analyst"],
    )
    with pytest.raises(RuleBroken, match="Statement 3 lacks its words, a rationale, a measure"):
        publish(topic, people)


def test_nothing_is_published_without_a_plan(demonstration, people):
    write_whole_statement(demonstration, people["analyst"], 1)
    with pytest.raises(RuleBroken, match="Give the reference"):
        publish(demonstration, people)


def test_what_else_is_to_be_done_needs_a_reason_to_wait(topic, people):
    with pytest.raises(RuleBroken, match="say why it may wait"):
        actions.publish_standard(topic=topic, note="First.", by=people["lead"])
    standard = publish(topic, people)
    assert standard.reason_accepted == "To be tested."


def test_listed_supporters_appear_by_the_name_they_chose(topic, people):
    by = {"by": people["analyst"]}
    organisation = support.add_supporter(
        topic=topic, stakeholder=Stakeholder.objects.organisations().first(), **by
    )
    for state in (SupportState.INVITED, SupportState.AGREED, SupportState.LISTED):
        listed = {"printed_name": "The Society"} if state == SupportState.LISTED else {}
        support.change_supporter(
            organisation=organisation, version=organisation.version, state=state, **listed, **by
        )
    assert publish(topic, people).content["supporting_organisations"] == ["The Society"]


def test_next_version_follows_and_the_first_stays(standard, people):
    reworded(standard.topic, people, "Children have something else.")
    second = publish(standard.topic, people, note="Statement 1 is clearer.")
    assert second.version == 2
    assert list(PublishedStandard.objects.standing()) == [second]
    assert standard.topic.published_standards.count() == 2


def test_removed_statement_keeps_its_number_and_says_what_replaced_it(standard, people):
    removed(standard.topic, people, 1, replaced_by=2)
    second = publish(standard.topic, people)
    assert second.content["removed"] == [
        {
            "number": 1,
            "short_title": "Subject 1",
            "reason": "One statement covers both.",
            "replaced_by": 2,
        }
    ]
    assert [(one.number, one.is_removed) for one in second.statements.all()] == [
        (2, False),
        (1, True),
    ]


def test_statement_that_was_never_published_leaves_no_trace(topic, people):
    removed(topic, people, 1, replaced_by=2)
    assert publish(topic, people).content["removed"] == []


def test_title_of_a_removed_statement_is_the_one_that_was_published(standard, people):
    statement = standard.topic.statements.get(number=1)
    drafting.write_statement(
        statement=statement,
        version=statement.version,
        short_title="Never shown",
        reason="Tried",
        by=people["analyst"],
    )
    removed(standard.topic, people, 1)
    assert publish(standard.topic, people).content["removed"][0]["short_title"] == "Subject 1"


def test_title_that_stood_in_a_withdrawn_version_alone_is_not_said_again(standard, people):
    actions.withdraw_standard(standard=standard, reason="Too early.", by=people["lead"])
    removed(standard.topic, people, 1)
    second = publish(standard.topic, people)
    assert [(one["number"], one["short_title"]) for one in second.content["removed"]] == [(1, "")]
    assert "Subject 1" not in write_html(standard_document(second))


def test_errors_that_the_checks_find_are_to_be_mended_first(topic, people):
    words = [one.words for one in to_do_before(topic)]
    assert [one for one in words if "the checks find" in one] == []
    statement = topic.statements.get(number=1)
    drafting.choose_sources(
        statement=statement, version=statement.version, recommendations=[], by=people["analyst"]
    )
    words = [one.words for one in to_do_before(topic)]
    assert "Mend 1 error that the checks find in the statements." in words


def test_withdrawal_says_why_and_can_be_done_once(standard, people):
    actions.withdraw_standard(standard=standard, reason="A number is wrong.", by=people["lead"])
    assert not PublishedStandard.objects.standing().exists()
    with pytest.raises(RuleBroken, match="withdrawn already"):
        actions.withdraw_standard(standard=standard, reason="Again.", by=people["lead"])


def test_withdrawing_needs_a_reason(standard, people):
    with pytest.raises(RuleBroken, match="reason"):
        actions.withdraw_standard(standard=standard, reason=" ", by=people["lead"])


def test_earlier_version_is_withdrawn_and_the_last_stays(standard, people):
    reworded(standard.topic, people, "Children have something else.")
    second = publish(standard.topic, people)
    actions.withdraw_standard(standard=standard, reason="It named a child.", by=people["lead"])
    assert standard.is_withdrawn
    assert list(PublishedStandard.objects.standing()) == [second]


def test_what_stands_is_not_published_twice(standard, people):
    with pytest.raises(RuleBroken, match="as version 1: there is nothing new"):
        publish(standard.topic, people)
    actions.withdraw_standard(standard=standard, reason="Too early.", by=people["lead"])
    assert publish(standard.topic, people).version == 2


def test_reference_stays_once_published(standard, people):
    plan = standard.topic.publication_plan
    with pytest.raises(RuleBroken, match="keeps that reference"):
        actions.write_plan(
            topic=standard.topic,
            version=plan.version,
            reference="QS7",
            about="A.",
            by=people["lead"],
        )


def test_reference_belongs_to_one_topic(topic, people):
    other = create_topic(slug="other", title="Other", by=people["administrator"])
    with pytest.raises(RuleBroken, match="another topic"):
        actions.write_plan(topic=other, reference="qs133", about="A.", by=people["lead"])


def test_reference_has_its_form(demonstration, people):
    for reference in ("133", "QS0", "QS12345", "NG26", "QS1/2"):
        with pytest.raises(RuleBroken, match="as in QS133"):
            actions.write_plan(
                topic=demonstration, reference=reference, about="A.", by=people["lead"]
            )


def test_two_who_write_the_plan_lose_nothing(topic, people):
    plan, of = topic.publication_plan, {"topic": topic, "reference": "QS133"}
    actions.write_plan(version=plan.version, about="One.", by=people["lead"], **of)
    with pytest.raises(EditCollision):
        actions.write_plan(version=plan.version, about="Two.", by=people["analyst"], **of)
    plan.refresh_from_db()
    assert plan.about == "One."


def test_files_are_asked_for_once_and_kept(standard, people, build_files):
    build = build_files(standard)
    assert build.finished_at
    with pytest.raises(RuleBroken, match="built already"):
        actions.build_files(standard=standard, by=people["lead"])
    assert standard.topic.document_builds.about(STANDARD, standard.pk).count() == 1


def test_files_whose_worker_was_killed_are_made_once_by_the_next(standard, build_files):
    builds = standard.topic.document_builds.about(STANDARD, standard.pk)
    killed = jobs.claim(job_id=builds.get().job_id)
    Job.objects.filter(pk=killed.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    build = build_files(standard)
    assert (build.job.attempt, build.files.count(), builds.count()) == (2, 3, 1)


def test_publishing_and_withdrawing_are_in_the_history(standard, people):
    actions.withdraw_standard(standard=standard, reason="Wrong.", by=people["lead"])
    verbs = Event.objects.filter(subject_type="publication.publishedstandard")
    assert list(verbs.order_by("sequence").values_list("verb", flat=True)) == [
        "published_standard",
        "withdrew_standard",
    ]
