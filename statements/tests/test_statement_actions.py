"""Drafting statements: for prioritised areas, every change a version, numbers never used again."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions import remove_term
from qsdev.topics.models import GlossaryTerm
from recommendations.models import Guideline, GuidelineSection, Recommendation
from statements import actions
from statements.content import content_of
from statements.models import QualityMeasure, QualityStatement, StatementVersion


def draft(topic, area, by, title="Another", **more):
    return actions.draft_statement(topic=topic, area=area, short_title=title, by=by, **more)


def process(**more):
    return {
        "kind": "process",
        "text": "Proportion of children who have an assessment.",
        "numerator": "The number in the denominator who have an assessment.",
        "denominator": "The number of children.",
        "data_source": "Local data collection.",
    } | more


def test_statement_is_drafted_for_a_prioritised_area(drafted):
    version = StatementVersion.objects.get()

    assert (drafted.number, drafted.position, drafted.version) == (1, 1, 1)
    assert (version.number, version.reason, version.title) == (1, "Drafted", drafted.short_title)


def test_area_that_is_not_prioritised_needs_a_recorded_reason(demonstration, people, prioritised):
    other = demonstration.areas.exclude(pk=prioritised.pk).first()
    with pytest.raises(RuleBroken, match="is not prioritised by the committee"):
        draft(demonstration, other, people["analyst"])
    made = draft(demonstration, other, people["analyst"], exception_reason="The chair asked.")

    assert list(QualityStatement.objects.all()) == [made]
    assert made.exception_reason == "The chair asked."


def test_numbers_are_never_used_again(drafted, demonstration, people, prioritised):
    by = people["analyst"]
    second = draft(demonstration, prioritised, by)
    actions.remove_statement(
        statement=second, version=1, reason="Part of statement 1.", replaced_by=drafted, by=by
    )
    third = draft(demonstration, prioritised, by)

    assert (second.number, second.replaced_by, third.number, third.position) == (2, drafted, 3, 2)
    assert [one.number for one in demonstration.statements.current()] == [1, 3]


def test_removal_says_why_and_names_a_statement_that_stands(drafted, demonstration, people):
    by = people["analyst"]
    with pytest.raises(RuleBroken, match="Say why"):
        actions.remove_statement(statement=drafted, version=1, reason=" ", by=by)
    with pytest.raises(RuleBroken, match="another statement"):
        actions.remove_statement(
            statement=drafted, version=1, reason="Old.", replaced_by=drafted, by=by
        )
    assert not demonstration.statements.removed().exists()


def test_every_change_is_a_version_with_its_reason(drafted, write, people):
    write(drafted, reason="First words", text="Children have an assessment.")
    write(drafted, reason="Plainer", text="Children have a full assessment.")
    versions = drafted.versions.order_by("number")

    assert [(one.number, one.reason) for one in versions] == [
        (1, "Drafted"),
        (2, "First words"),
        (3, "Plainer"),
    ]
    assert [one.text for one in versions] == [
        "",
        "Children have an assessment.",
        "Children have a full assessment.",
    ]


def test_change_without_a_reason_is_refused(drafted, write):
    with pytest.raises(RuleBroken, match="Say why you change"):
        write(drafted, reason=" ", text="Anything.")
    assert StatementVersion.objects.count() == 1


def test_second_of_two_writers_is_told_and_nothing_is_lost(drafted, write):
    write(drafted, text="One.")
    with pytest.raises(EditCollision):
        write(drafted, version=1, text="Two.")

    drafted.refresh_from_db()
    assert (drafted.text, StatementVersion.objects.count()) == ("One.", 2)


def test_measures_are_added_lettered_moved_changed_and_removed(drafted, people):
    by = {"by": people["analyst"]}
    for version, text in enumerate(("Proportion A.", "Proportion B."), start=1):
        actions.add_measure(statement=drafted, version=version, **by, **process(text=text))
    actions.add_measure(
        statement=drafted, version=3, kind="structure", text="Evidence of arrangements.", **by
    )
    lettered = [(m["kind"], m["letter"], m["text"]) for m in content_of(drafted)["measures"]]
    first, second = drafted.measures.filter(kind="process")
    actions.move_measure(measure=second, version=4, direction="up", **by)
    moved = [m["text"] for m in content_of(drafted)["measures"]]
    first.refresh_from_db()
    actions.change_measure(measure=first, version=5, **by, **process(text="Proportion C."))
    actions.remove_measure(measure=second, version=6, **by)

    assert lettered == [
        ("structure", "", "Evidence of arrangements."),
        ("process", "a", "Proportion A."),
        ("process", "b", "Proportion B."),
    ]
    assert moved == ["Evidence of arrangements.", "Proportion B.", "Proportion A."]
    assert [m["text"] for m in content_of(drafted)["measures"]][1:] == ["Proportion C."]
    assert drafted.versions.count() == 7


def test_only_a_process_is_a_proportion(drafted, people):
    with pytest.raises(RuleBroken, match="Only a process"):
        actions.add_measure(
            statement=drafted, version=1, by=people["analyst"], **process(kind="outcome")
        )
    assert not QualityMeasure.objects.exists()


def test_sources_are_quoted_from_the_guideline(drafted, people, demonstration):
    guideline = demonstration.development_sources.get().guideline
    chosen = list(guideline.recommendations.filter(number__in=["1.3.2", "1.2.3"]))
    actions.choose_sources(
        statement=drafted, version=1, recommendations=chosen, by=people["analyst"]
    )
    sources = content_of(drafted)["sources"]

    assert [(one["guideline"], one["number"]) for one in sources] == [
        ("NG26", "1.2.3"),
        ("NG26", "1.3.2"),
    ]
    assert sources[1]["text"] == guideline.recommendations.get(number="1.3.2").text


def test_recommendation_of_another_guideline_is_no_source(drafted, people):
    other = Guideline.objects.create(reference="NG1", edition=2015, title="Other")
    section = GuidelineSection.objects.create(guideline=other, title="One", position=1)
    foreign = Recommendation.objects.create(
        guideline=other, section=section, number="1.1.1", sort_key="001001001", text="Offer."
    )
    with pytest.raises(RuleBroken, match="development source"):
        actions.choose_sources(
            statement=drafted, version=1, recommendations=[foreign], by=people["analyst"]
        )


def test_terms_are_defined_by_the_glossary_or_by_the_statement(drafted, people, demonstration):
    by = {"by": people["analyst"]}
    term = demonstration.glossary_terms.get(term="Carer")
    actions.add_definition(statement=drafted, version=1, glossary_term=term, **by)
    actions.add_definition(
        statement=drafted, version=2, term="Assessment", definition="A look at needs.", **by
    )
    with pytest.raises(RuleBroken, match="defined already"):
        actions.add_definition(
            statement=drafted, version=3, term="carer", definition="Anyone.", **by
        )

    assert [one["term"] for one in content_of(drafted)["definitions"]] == ["Assessment", "Carer"]
    with pytest.raises(RuleBroken, match="stays there"):
        remove_term(term=term, **by)
    assert GlossaryTerm.objects.filter(pk=term.pk).exists()


def test_earlier_version_is_restored_whole_as_a_new_one(drafted, write, people, demonstration):
    by = {"by": people["analyst"]}
    guideline = demonstration.development_sources.get().guideline
    write(drafted, text="Children have an assessment.")
    actions.add_measure(statement=drafted, version=2, **by, **process())
    chosen = [guideline.recommendations.get(number="1.3.2")]
    actions.choose_sources(statement=drafted, version=3, recommendations=chosen, **by)
    good = drafted.versions.get(number=4)
    write(drafted, text="Something else.")
    actions.choose_sources(statement=drafted, version=5, recommendations=[], **by)
    actions.remove_measure(measure=drafted.measures.get(), version=6, **by)
    restored = actions.restore_version(statement_version=good, version=7, **by)

    assert restored.content == good.content
    assert (restored.number, restored.restored_from) == (8, good)
    assert drafted.versions.get(number=7).content["measures"] == []


def test_statements_change_places(drafted, demonstration, people, prioritised):
    second = draft(demonstration, prioritised, people["analyst"])
    actions.move_statement(statement=second, direction="up", by=people["analyst"])

    assert [one.number for one in demonstration.statements.current()] == [2, 1]


def test_removed_statement_is_not_written_any_more(drafted, write, people):
    actions.remove_statement(
        statement=drafted, version=1, reason="No longer needed.", by=people["analyst"]
    )
    with pytest.raises(RuleBroken, match="was removed"):
        write(drafted, text="Again.")
