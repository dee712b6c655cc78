"""Rules that hold whatever comes before: numbers, reasons, whole versions, nothing overwritten."""

import pytest
from django.db import IntegrityError, transaction

from qsdev.committee.actions import record_decision
from qsdev.committee.models import Decision, Outcome
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions import add_area, create_topic, remove_term
from qsdev.topics.tests.pages import history_length
from statements import actions
from statements.content import TEXTS, content_of
from statements.models import QualityStatement, StatementVersion
from statements.tests.test_statement_actions import draft, process


@pytest.fixture
def full(drafted, write, demonstration, people):
    """The statement with all texts, a measure of each kind, sources, two kinds of definition."""
    by = {"by": people["analyst"]}
    write(drafted, kind="developmental", **{name: f"About {name}." for name, _ in TEXTS})
    for version, kind in enumerate(("outcome", "structure"), start=2):
        actions.add_measure(statement=drafted, version=version, kind=kind, text=f"A {kind}.", **by)
    actions.add_measure(statement=drafted, version=4, **process(), **by)
    chosen = list(demonstration.development_sources.get().guideline.recommendations.all()[:2])
    actions.choose_sources(statement=drafted, version=5, recommendations=chosen, **by)
    term = demonstration.glossary_terms.get(term="Carer")
    actions.add_definition(statement=drafted, version=6, glossary_term=term, **by)
    actions.add_definition(statement=drafted, version=7, term="Plan", definition="Words.", **by)
    return drafted


def empty(statement, people):
    """Take every part of a statement away, and write other words."""
    by = {"by": people["analyst"]}
    for measure in statement.measures.all():
        statement.refresh_from_db()
        actions.remove_measure(measure=measure, version=statement.version, **by)
    for one in statement.definitions.all():
        statement.refresh_from_db()
        actions.remove_definition(statement_definition=one, version=statement.version, **by)
    statement.refresh_from_db()
    actions.choose_sources(statement=statement, version=statement.version, recommendations=[], **by)
    texts = {name: "" for name, _ in TEXTS} | {"short_title": "Other", "kind": "placeholder"}
    actions.write_statement(
        statement=statement, version=statement.version, reason="Emptied", **by, **texts
    )


def test_every_part_comes_back_when_a_version_is_restored(full, people):
    good = full.latest
    empty(full, people)
    emptied = full.latest.content
    restored = actions.restore_version(
        statement_version=good, version=full.version, by=people["analyst"]
    )

    assert not any(emptied[part] for part in ("text", "measures", "sources", "definitions"))
    assert restored.content == good.content == content_of(full)
    assert restored.number == full.version == good.number + 8
    assert [len(good.content[part]) for part in ("measures", "sources", "definitions")] == [3, 2, 2]


def test_parts_that_a_version_did_not_have_are_gone_when_it_is_restored(full, people):
    by = {"by": people["analyst"]}
    good, first = full.latest, full.versions.get(number=1)
    empty_again = actions.restore_version(statement_version=first, version=good.number, **by)
    full_again = actions.restore_version(statement_version=good, version=good.number + 1, **by)
    over_itself = actions.restore_version(statement_version=good, version=good.number + 2, **by)

    assert empty_again.content == first.content
    assert full_again.content == over_itself.content == good.content


def test_version_with_a_term_that_is_gone_is_not_restored_in_part(full, demonstration, people):
    by = {"by": people["analyst"]}
    good = full.latest
    empty(full, people)
    before, events = content_of(full), history_length(demonstration)
    term = demonstration.glossary_terms.get(term="Carer")
    remove_term(term=term, **by)
    with pytest.raises(RuleBroken, match="is gone"):
        actions.restore_version(statement_version=good, version=full.version, **by)

    assert content_of(full) == before
    assert history_length(demonstration) == events + 1  # the term's removal alone


LATE = {
    "write_statement": {"text": "Late.", "reason": "Late"},
    "add_measure": {"kind": "structure", "text": "Late."},
    "choose_sources": {"recommendations": []},
    "add_definition": {"term": "Late", "definition": "Late."},
    "remove_statement": {"reason": "Late."},
    "change_measure": {"kind": "structure", "text": "Late."},
    "move_measure": {"direction": "down"},
    "remove_measure": {},
    "remove_definition": {},
    "restore_version": {},
}


def test_whoever_comes_second_changes_nothing(full, demonstration, people):
    by = {"by": people["analyst"]}
    actions.add_measure(statement=full, version=full.version, **process(text="Second."), **by)
    measure = {"measure": full.measures.filter(kind="process").first()}
    subjects = {
        **dict.fromkeys(("change_measure", "move_measure", "remove_measure"), measure),
        "remove_definition": {"statement_definition": full.definitions.first()},
        "restore_version": {"statement_version": full.versions.first()},
    }

    def standing():
        versions = StatementVersion.objects.count()
        removed = QualityStatement.objects.get().is_removed
        return content_of(full), versions, removed, history_length(demonstration)

    before = standing()
    for action, words in LATE.items():
        subject = subjects.get(action, {"statement": full})
        with pytest.raises(EditCollision):
            getattr(actions, action)(version=full.version - 1, **subject, **words, **by)
        assert (action, standing()) == (action, before)


def test_number_of_the_last_statement_is_not_used_again_when_all_are_removed(
    drafted, demonstration, people, prioritised
):
    by = people["analyst"]
    for title in ("Second", "Third"):
        draft(demonstration, prioritised, by, title)
    for statement in demonstration.statements.all():
        actions.remove_statement(
            statement=statement, version=statement.version, reason="Begun anew.", by=by
        )
    made = draft(demonstration, prioritised, by, "Fourth")

    assert (made.number, made.position) == (4, 1)
    assert list(demonstration.statements.removed().values_list("number", flat=True)) == [1, 2, 3]


def test_database_refuses_a_number_that_a_removed_statement_keeps(
    drafted, demonstration, people, prioritised
):
    actions.remove_statement(statement=drafted, version=1, reason="Old.", by=people["analyst"])
    taken = {"topic": demonstration, "area": prioritised, "position": 9, "short_title": "Again"}
    with pytest.raises(IntegrityError), transaction.atomic():
        QualityStatement.objects.create(number=drafted.number, **taken)
    assert QualityStatement.objects.create(number=2, **taken).number == 2


def test_numbers_of_another_topic_are_its_own(drafted, people):
    other = create_topic(slug="other", title="Other", by=people["administrator"])
    area = add_area(topic=other, title="Sleep", by=people["analyst"])
    made = draft(other, area, people["analyst"], exception_reason="To be tested.")

    assert (made.number, drafted.number) == (1, 1)
    with pytest.raises(RuleBroken, match="area of this topic"):
        draft(other, drafted.area, people["analyst"], exception_reason="To be tested.")
    with pytest.raises(RuleBroken, match="another statement of this standard"):
        actions.remove_statement(
            statement=drafted, version=1, reason="Old.", replaced_by=made, by=people["analyst"]
        )


def test_blanks_are_no_reason_and_nothing_is_drafted(demonstration, people, prioritised):
    other = demonstration.areas.exclude(pk=prioritised.pk).first()
    events = history_length(demonstration)
    with pytest.raises(RuleBroken, match=f"“{other.title}” is not prioritised"):
        draft(demonstration, other, people["analyst"], exception_reason=" \n ")

    assert not QualityStatement.objects.exists()
    assert history_length(demonstration) == events


def test_reason_is_not_kept_where_none_is_needed(demonstration, people, prioritised):
    made = draft(demonstration, prioritised, people["analyst"], exception_reason="Just in case.")
    assert made.exception_reason == ""


def test_area_that_is_prioritised_no_longer_needs_a_reason(demonstration, people, prioritised):
    standing = Decision.objects.get()
    record_decision(
        meeting=standing.meeting,
        issued_area=standing.issued_area,
        outcome=Outcome.DEFERRED,
        reason="More evidence is wanted.",
        supersedes=standing,
        by=people["chair"],
    )
    with pytest.raises(RuleBroken, match="is not prioritised by the committee"):
        draft(demonstration, prioritised, people["analyst"])
    assert not QualityStatement.objects.exists()
