"""What the tests of the consultation share: organisations, draft statements, tables."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from qsdev.consultation import actions
from qsdev.topics.models import Round
from stakeholders.models import Stakeholder
from statements.actions import draft_statement, write_statement

FIVE = """Organisation,Statement,Comment
{0},Statement 1,The denominator counts too many children.
{0},2,We welcome this statement.
{1},Statement 1: rationale,Say who is to assess.
{1},Question 2,Data on this is not collected anywhere.
{2},General,The draft is clear.
"""


def organisations(count=3):
    """The names of the first organisations in the register."""
    names = Stakeholder.objects.organisations().order_by("name").values_list("name", flat=True)
    return list(names[:count])


def five_comments():
    """A table of five comments by three organisations, one of them on a question."""
    return FIVE.format(*organisations())


def draft_statements(topic, by):
    """Four statements on the topic's first area, each with its words."""
    for number in (1, 2, 3, 4):
        statement = draft_statement(
            topic=topic,
            area=topic.areas.first(),
            short_title=f"Subject {number}",
            exception_reason="To be tested.",
            by=by,
        )
        new_version(topic, statement.number, f"Children have subject {number} looked at.", by)


def new_version(topic, number, text, by):
    """A later version of a statement, with other words."""
    statement = topic.statements.get(number=number)
    write_statement(
        statement=statement, version=statement.version, text=text, reason="To be tested.", by=by
    )
    return topic.statements.get(number=number).latest


def close(round):
    """Let the consultation close a minute ago."""
    closed = timezone.now() - timedelta(minutes=1)
    Round.objects.filter(pk=round.pk).update(closes_at=closed)


def response_of(code):
    """The response that a code opens, as it now stands."""
    return code.round.organisation_responses.get(stakeholder=code.stakeholder)


def say_about(code, **said):
    """Say what holds for the whole response: no tobacco links, unless something else is given."""
    about = {"has_tobacco_links": False, "tobacco_links": "", "interest": "yes"} | said
    actions.say_about_response(code=code, version=response_of(code).version, **about)


def submit(code, name="Ada Lead"):
    """Submit the response as it now stands."""
    state = response_of(code).drafted_state
    return actions.submit_response(code=code, name=name, drafted_state=state)


def uploaded(client, round, content, name="comments.csv"):
    """Upload a table of comments by its page, received today; returns the answer."""
    today = timezone.localdate()
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(
        reverse("consultation:comment_import_upload", args=[round.topic.slug]),
        {
            "file": SimpleUploadedFile(name, data),
            "received_on_day": today.day,
            "received_on_month": today.month,
            "received_on_year": today.year,
        },
    )
