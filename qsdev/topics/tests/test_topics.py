"""What can be done to a topic: begun, its front matter, rounds, overview and glossary kept."""

from datetime import UTC, datetime

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics import actions
from qsdev.topics.models import OverviewKind, RoundKind, RoundState, Topic
from qsdev.topics.tests.pages import history_length, last_event

MARCH, APRIL = datetime(2016, 3, 1, tzinfo=UTC), datetime(2016, 4, 1, tzinfo=UTC)


@pytest.fixture
def analyst(people):
    return people["analyst"]


def test_topic_is_begun(administrator):
    topic = actions.create_topic(slug="asthma", title="Asthma", by=administrator)

    assert Topic.objects.get() == topic
    assert last_event(topic) == ("created", administrator.pk, {})


@pytest.mark.parametrize("slug", ["asthma", "new"])
def test_address_that_is_taken_is_refused(administrator, slug):
    actions.create_topic(slug="asthma", title="Asthma", by=administrator)

    with pytest.raises(RuleBroken, match="choose another"):
        actions.create_topic(slug=slug, title="Other", by=administrator)

    assert [topic.title for topic in Topic.objects.all()] == ["Asthma"]


def test_front_matter_is_changed_once_for_each_version(demonstration, analyst):
    version = demonstration.version
    actions.change_topic(topic=demonstration, version=version, title="New title", by=analyst)
    assert last_event(demonstration) == ("changed", analyst.pk, {"fields": ["title"]})

    with pytest.raises(EditCollision) as collision:
        actions.change_topic(topic=demonstration, version=version, title="Mine", by=analyst)

    assert collision.value.current.title == "New title"
    assert Topic.objects.get(pk=demonstration.pk).title == "New title"


def test_later_engagement_is_the_one_that_suggestions_are_added_to(demonstration, analyst):
    new = actions.open_round(
        topic=demonstration,
        kind=RoundKind.ENGAGEMENT,
        opens_at=MARCH,
        closes_at=APRIL,
        by=analyst,
    )
    assert demonstration.engagement == new
    assert last_event(demonstration) == ("opened_round", analyst.pk, {"kind": "engagement"})

    actions.change_round(round=new, version=new.version, state=RoundState.SKIPPED, by=analyst)

    assert demonstration.engagement.opens_at.month == 1


def test_round_does_not_close_before_it_opens(demonstration, analyst):
    length = history_length(demonstration)
    engagement = demonstration.engagement

    with pytest.raises(RuleBroken, match="closes after it opens"):
        actions.open_round(
            topic=demonstration,
            kind=RoundKind.CONSULTATION,
            opens_at=APRIL,
            closes_at=MARCH,
            by=analyst,
        )
    with pytest.raises(RuleBroken, match="closes after it opens"):
        actions.change_round(round=engagement, version=1, opens_at=APRIL, by=analyst)

    engagement.refresh_from_db()
    assert demonstration.rounds.get() == engagement
    assert engagement.opens_at.month == 1
    assert history_length(demonstration) == length


def test_round_names_its_first_day_where_nice_is(demonstration):
    engagement = demonstration.engagement
    engagement.opens_at = datetime(2016, 6, 30, 23, 30, tzinfo=UTC)

    assert str(engagement) == "Engagement exercise from 1 July 2016"


def test_overview_is_written_once_for_each_version(demonstration, analyst):
    kind = OverviewKind.RESOURCE_IMPACT
    first = actions.write_overview_section(
        topic=demonstration, kind=kind, text="First.", by=analyst
    )
    assert last_event(demonstration) == ("wrote_overview", analyst.pk, {"kind": str(kind)})

    for version in (0, first.version + 1):
        with pytest.raises(EditCollision) as collision:
            actions.write_overview_section(
                topic=demonstration, kind=kind, text="Mine.", version=version, by=analyst
            )
        assert collision.value.current.text == "First."

    actions.write_overview_section(
        topic=demonstration, kind=kind, text="Second.", version=first.version, by=analyst
    )
    assert demonstration.overview_sections.get(kind=kind).text == "Second."


def test_framework_is_defined_once(demonstration, analyst):
    domains = [("1", "Living longer", [{"kind": "indicator", "text": "Mortality"}])]
    framework = actions.define_framework(
        topic=demonstration, title="Local outcomes", domains=domains, by=analyst
    )
    assert framework.domains.get().entries.get().text == "Mortality"
    assert last_event(demonstration)[:2] == ("defined_framework", analyst.pk)

    with pytest.raises(RuleBroken, match="has the framework"):
        actions.define_framework(
            topic=demonstration, title="Local outcomes", domains=[], by=analyst
        )
    assert demonstration.frameworks.filter(title="Local outcomes").count() == 1


def test_term_is_defined_changed_and_removed(demonstration, analyst):
    term = actions.define_term(topic=demonstration, term="Kin", definition="Family.", by=analyst)
    assert last_event(demonstration)[:2] == ("defined_term", analyst.pk)
    said = {"term": "Kinship", "definition": "By blood.", "by": analyst}
    actions.change_term(glossary_term=term, version=term.version, **said)
    assert demonstration.glossary_terms.get(term="Kinship").definition == "By blood."
    assert last_event(demonstration)[:2] == ("changed_term", analyst.pk)

    actions.remove_term(term=term, by=analyst)

    assert not demonstration.glossary_terms.filter(term="Kinship").exists()
    assert last_event(demonstration)[:2] == ("removed_term", analyst.pk)


def test_term_that_the_glossary_has_is_not_written_over(demonstration, analyst):
    first = demonstration.glossary_terms.first()
    other = actions.define_term(topic=demonstration, term="Kin", definition="It.", by=analyst)
    length = history_length(demonstration)
    said = {"term": first.term.upper(), "definition": "Mine.", "by": analyst}

    with pytest.raises(RuleBroken, match="The glossary has"):
        actions.define_term(topic=demonstration, **said)
    with pytest.raises(RuleBroken, match="The glossary has"):
        actions.change_term(glossary_term=other, version=other.version, **said)

    assert demonstration.glossary_terms.get(pk=first.pk).definition == first.definition
    assert history_length(demonstration) == length
