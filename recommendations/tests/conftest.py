"""A small topic on a small guideline, built by the actions."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qsdev.accounts.actions import create_user
from qsdev.accounts.roles import Role
from qsdev.topics.actions import add_area, add_sub_area, create_topic, give_role
from recommendations import actions
from recommendations.imports import read_pasted_recommendations

PRINTED = """Improving the stability of placements

NICE NG26 Recommendation 1.1.9

Consider a programme for those who may become carers.

Assessing attachment difficulties

NICE NG26 Recommendation 1.3.1 (key priority for implementation)

Train key workers in:

- assessing
- referring.

NICE NG26 Recommendation 1.3.10

Refer to a service that knows attachment.

Research recommendations

NICE NG26 Research Recommendation 1: Screening assessment tools

Create tools that everyday services can use.
"""


@pytest.fixture
def lead(db):
    return create_user(email="lead@example.org", name="Lena Lead", by=None)


@pytest.fixture
def another_lead(topic):
    """A colleague who works on the same topic."""
    user = create_user(email="other@example.org", name="Olu Other", by=None)
    give_role(topic=topic, user=user, role=Role.LEAD, by=None)
    return user


@pytest.fixture
def topic(lead):
    """A topic with the area "Assessment", its sub-area "Assessing", and the area "Schools"."""
    topic = create_topic(slug="attachment", title="Attachment", by=lead)
    give_role(topic=topic, user=lead, role=Role.LEAD, by=None)
    area = add_area(topic=topic, title="Assessment", by=lead)
    add_sub_area(area=area, title="Assessing", by=lead)
    add_area(topic=topic, title="Schools", by=lead)
    return topic


@pytest.fixture
def area(topic):
    return topic.areas.get(title="Assessment")


@pytest.fixture
def sub_area(area):
    return area.sub_areas.get()


@pytest.fixture
def guideline(lead):
    return actions.add_guideline(
        reference="NG26", edition=2015, title="Attachment difficulties", by=lead
    )


@pytest.fixture
def parsed():
    return read_pasted_recommendations(PRINTED, reference="NG26")


@pytest.fixture
def source(topic, guideline, parsed, lead):
    """The guideline with its recommendations, as the topic's development source."""
    actions.import_recommendations(guideline=guideline, parsed=parsed, by=lead)
    return actions.declare_source(topic=topic, guideline=guideline, by=lead)


@pytest.fixture
def recommendation(source):
    return source.guideline.recommendations.get(number="1.3.1")


@pytest.fixture
def research(source):
    return source.guideline.research_recommendations.get()


@pytest.fixture
def evidence(topic, lead):
    """The evidence source that findings cite as [@ons-2015]."""
    return actions.add_evidence_source(
        topic=topic, key="ons-2015", author="ONS", year=2015, title="Well-being", by=lead
    )


@pytest.fixture
def pages(client, lead):
    """A browser without JavaScript in which the topic's lead is signed in."""
    client.force_login(lead)
    return client


@pytest.fixture
def outsider_pages(db):
    """One in which somebody is signed in who has no role in the topic."""
    client = Client()
    client.force_login(create_user(email="out@example.org", name="Otto Outsider", by=None))
    return client


@pytest.fixture
def administrator_pages(db):
    client = Client()
    client.force_login(
        create_user(email="admin@example.org", name="Ada", is_administrator=True, by=None)
    )
    return client


@pytest.fixture
def count_queries():
    """How many queries a page takes; the first visit is not counted."""

    def count(pages, address):
        pages.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert pages.get(address).status_code == 200
        return len(queries)

    return count
