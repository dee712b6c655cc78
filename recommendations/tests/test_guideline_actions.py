"""Guidelines are added, declared as sources, and their recommendations imported, all or none."""

import pytest

from qsdev.audit.models import Event
from qsdev.errors import RuleBroken
from recommendations import actions
from recommendations.imports import read_pasted_recommendations
from recommendations.models import DevelopmentSource, Guideline, Recommendation
from recommendations.tests.conftest import PRINTED


def test_guideline_is_added_once_an_edition(guideline, lead):
    with pytest.raises(RuleBroken, match=r"NG26 \(2015\) is there already"):
        actions.add_guideline(reference="ng26", edition=2015, title="Again", by=lead)

    assert Guideline.objects.count() == 1


def test_guideline_without_title_is_refused(lead):
    with pytest.raises(RuleBroken, match="full title"):
        actions.add_guideline(reference="NG26", edition=2015, title=" ", by=lead)

    assert not Guideline.objects.exists()


@pytest.mark.parametrize("reference", ["NG 26", "Guideline of the department"])
def test_reference_that_no_heading_can_name_is_refused(lead, reference):
    with pytest.raises(RuleBroken, match="in one word"):
        actions.add_guideline(reference=reference, edition=2015, title="Attachment", by=lead)

    assert not Guideline.objects.exists()


def test_source_is_declared_and_recorded(topic, guideline, lead):
    source = actions.declare_source(topic=topic, guideline=guideline, is_further=True, by=lead)

    event = Event.objects.get(verb="declared")
    assert source.is_further
    assert (event.topic_id, event.detail["guideline"]) == (topic.pk, guideline.pk)


def test_topic_uses_one_edition_of_a_guideline(topic, guideline, lead):
    actions.declare_source(topic=topic, guideline=guideline, by=lead)

    with pytest.raises(RuleBroken, match="uses one edition"):
        actions.declare_new_source(
            topic=topic, reference="NG26", edition=2020, title="Newer", by=lead
        )

    assert DevelopmentSource.objects.count() == Guideline.objects.count() == 1


def test_import_stores_text_flags_and_sections_in_the_guidelines_order(guideline, parsed, lead):
    actions.import_recommendations(guideline=guideline, parsed=parsed, by=lead)

    stored = [
        (each.section.title, each.number, each.strength, each.is_key_priority)
        for each in guideline.recommendations.select_related("section")
    ]
    assert stored == [
        ("Improving the stability of placements", "1.1.9", "consider", False),
        ("Assessing attachment difficulties", "1.3.1", "offer", True),
        ("Assessing attachment difficulties", "1.3.10", "offer", False),
    ]
    assert [section.position for section in guideline.sections.all()] == [1, 2]
    assert guideline.research_recommendations.get().title == "Screening assessment tools"


def test_importing_the_same_again_changes_nothing(guideline, parsed, lead):
    actions.import_recommendations(guideline=guideline, parsed=parsed, by=lead)
    before = list(Recommendation.objects.values())

    done = actions.import_recommendations(guideline=guideline, parsed=parsed, by=lead)

    assert (done.added, done.changed, len(done.unchanged)) == ((), (), 4)
    assert list(Recommendation.objects.values()) == before


def test_other_text_is_refused_and_nothing_is_imported(source, lead):
    other = PRINTED.replace("those who may become", "all").replace("1.3.10", "1.3.11")
    parsed = read_pasted_recommendations(other, reference="NG26")

    with pytest.raises(RuleBroken, match=r"1\.1\.9 is in NG26 \(2015\) already with another text"):
        actions.import_recommendations(guideline=source.guideline, parsed=parsed, by=lead)

    assert not Recommendation.objects.filter(number="1.3.11").exists()


def test_other_text_replaces_the_stored_one_when_asked(source, lead):
    parsed = read_pasted_recommendations(PRINTED.replace("become", "be"), reference="NG26")

    actions.import_recommendations(guideline=source.guideline, parsed=parsed, replace=True, by=lead)

    changed = Recommendation.objects.get(number="1.1.9")
    assert changed.text == "Consider a programme for those who may be carers."
    assert changed.version == 2


def test_later_import_puts_an_earlier_section_first(source, lead):
    text = "Principles of care\n\nNICE NG26 Recommendation 1.1.1\n\nBe kind.\n"
    parsed = read_pasted_recommendations(text, reference="NG26")

    actions.import_recommendations(guideline=source.guideline, parsed=parsed, by=lead)

    assert source.guideline.sections.first().title == "Principles of care"


def test_file_with_a_problem_is_not_imported(guideline, lead):
    parsed = read_pasted_recommendations(
        "NICE NG26 Recommendation 1.1.1\n\nBe kind.", reference="NG26"
    )

    with pytest.raises(RuleBroken, match="stands under no section"):
        actions.import_recommendations(guideline=guideline, parsed=parsed, by=lead)

    assert not Recommendation.objects.exists()
