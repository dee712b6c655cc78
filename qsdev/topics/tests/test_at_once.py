"""What two people do to a topic at the same moment: both are done, or one is told why not."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from qsdev.accounts.roles import Role
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics import actions
from qsdev.topics.models import ImprovementArea, Topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def topic(administrator):
    return actions.create_topic(slug="attachment", title="Attachment", by=administrator)


def at_once(action, *arguments):
    """Does the action once with each of the arguments, all together; returns what was refused."""
    together, outcomes = threading.Barrier(len(arguments)), []

    def run(given):
        together.wait()
        try:
            action(**given)
        except Exception as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[given]) for given in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_areas_added_at_once_stand_one_after_the_other(topic, administrator):
    titles = ["Assessment", "Schools", "Parents", "Access"]
    given = [{"topic": topic, "title": title, "by": administrator} for title in titles]
    assert at_once(actions.add_area, *given) == []
    assert [area.position for area in topic.areas.all()] == [1, 2, 3, 4]


def test_sub_areas_added_at_once_stand_one_after_the_other(topic, administrator):
    area = actions.add_area(topic=topic, title="Assessment", by=administrator)
    titles = ["Early", "Late", "In care", "At home"]
    given = [{"area": area, "title": title, "by": administrator} for title in titles]
    assert at_once(actions.add_sub_area, *given) == []
    assert [each.position for each in area.sub_areas.all()] == [1, 2, 3, 4]


def test_area_sent_twice_is_added_once(topic, administrator):
    given = {"topic": topic, "title": "Assessment", "by": administrator}
    assert at_once(actions.add_area, given, given) == [RuleBroken.__name__]
    assert topic.areas.count() == 1


def test_topic_and_role_sent_twice_are_there_once(topic, administrator, person):
    role = {"topic": topic, "user": person, "role": Role.ANALYST, "by": administrator}
    assert at_once(actions.give_role, role, role) == [RuleBroken.__name__]
    new = {"slug": "another", "title": "Another", "by": administrator}
    assert at_once(actions.create_topic, new, new) == [RuleBroken.__name__]
    assert (topic.roles.count(), Topic.objects.count()) == (1, 2)


def rows_that_several_change(topic, by):
    """Each kind of row with the action that changes it and what is sent."""
    area = actions.add_area(topic=topic, title="Assessment", by=by)
    sub_area = actions.add_sub_area(area=area, title="Early", by=by)
    term = actions.define_term(topic=topic, term="Kin", definition="Family.", by=by)
    opens, closes = timezone.now(), timezone.now() + timedelta(days=1)
    new = actions.open_round(
        topic=topic, kind="engagement", opens_at=opens, closes_at=closes, by=by
    )
    framework = actions.define_framework(topic=topic, title="Outcomes", domains=[], by=by)
    section = actions.write_overview_section(topic=topic, kind="focus", text="It.", by=by)
    table = {"title": "Outcomes", "entries_heading": "Indicators", "domains": []}
    overview = {"topic": topic, "kind": "focus"}
    return {
        "topic": (topic, actions.change_topic, {"topic": topic}, "title"),
        "round": (new, actions.change_round, {"round": new}, "key_areas_each"),
        "area": (area, actions.change_area, {"area": area, "kind": "main"}, "title"),
        "sub-area": (sub_area, actions.change_sub_area, {"sub_area": sub_area}, "title"),
        "section": (section, actions.write_overview_section, overview, "text"),
        "term": (term, actions.change_term, {"glossary_term": term, "term": "Kin"}, "definition"),
        "framework": (
            framework,
            actions.change_framework,
            {"framework": framework, **table},
            "note",
        ),
    }


@pytest.mark.parametrize(
    "kind", ["topic", "round", "area", "sub-area", "section", "term", "framework"]
)
def test_of_writers_who_opened_the_same_version_one_saves(topic, administrator, kind):
    row, action, sent, name = rows_that_several_change(topic, administrator)[kind]
    values = ["11", "12", "13", "14"]
    common = {**sent, "version": 1, "by": administrator}
    given = [{**common, name: value} for value in values]

    refused = at_once(action, *given)

    assert refused == [EditCollision.__name__] * 3
    row = type(row).objects.get(pk=row.pk)
    assert str(getattr(row, name)) in values
    assert (row.version, row.changed_by) == (2, administrator)


def test_area_that_moved_while_it_was_renamed_keeps_both_changes(topic, administrator):
    first, second = (
        actions.add_area(topic=topic, title=title, by=administrator) for title in ("One", "Two")
    )
    opened = ImprovementArea.objects.get(pk=first.pk)
    actions.move_area(area=second, direction="up", by=administrator)
    actions.change_area(area=opened, title="1", kind="main", version=1, by=administrator)
    assert [area.title for area in topic.areas.all()] == ["Two", "1"]
