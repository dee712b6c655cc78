"""Two people merge areas at the same moment: one merger counts, and nothing falls between."""

import pytest

from qsdev.briefing.actions.merging import merge_areas
from qsdev.errors import RuleBroken
from qsdev.topics import actions as topic_actions
from qsdev.topics.tests.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_areas_merged_into_one_another_at_once_leave_one_that_stands(administrator):
    topic = topic_actions.create_topic(slug="attachment", title="Attachment", by=administrator)
    one, two = (
        topic_actions.add_area(topic=topic, title=title, by=administrator) for title in "AB"
    )
    topic_actions.add_sub_area(area=one, title="Of one", by=administrator)
    topic_actions.add_sub_area(area=two, title="Of two", by=administrator)
    given = [
        {"area": one, "into": two, "by": administrator},
        {"area": two, "into": one, "by": administrator},
    ]

    assert at_once(merge_areas, *given) == [RuleBroken.__name__]

    titles = {sub_area.title for sub_area in topic.areas.get().sub_areas.all()}
    assert titles == {"Of one", "Of two"}
