"""Reads pages back, and the history: what tests of the topics' and later pages assert with."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from qsdev.audit.models import Event

SLUG = "childrens-attachment"


def address(name, *more, slug=SLUG):
    """The address of a topic's page, the demonstration's if none is named: "topics:area_list"."""
    return reverse(name, args=[slug, *more])


def parsed(page):
    return html.fromstring(page.content.decode())


def spaced(element):
    """An element's words, with single spaces."""
    return " ".join(" ".join(element.itertext()).split())


def words_of(page, path="//main"):
    """The words of the first element that an XPath finds."""
    return spaced(parsed(page).xpath(path)[0])


def errors_of(page):
    """The sentences of the summary of errors."""
    found = parsed(page).xpath("//*[contains(@class,'govuk-error-summary__list')]/li")
    return [spaced(item) for item in found]


def first_column(page):
    """The words of each row's first cell, of all tables."""
    return [spaced(row[0]) for row in parsed(page).xpath("//tbody/tr")]


def value_of(page, name):
    """What the form's field of this name now holds."""
    field = parsed(page).xpath(f"//*[@name='{name}']")[0]
    return field.text.lstrip("\n") if field.tag == "textarea" else field.get("value")


def last_event(topic):
    """The newest event of the topic's history: the verb, who did it, the detail."""
    event = Event.objects.filter(topic_id=topic.pk).order_by("sequence").last()
    return event.verb, event.actor_id, event.detail


def history_length(topic):
    return Event.objects.filter(topic_id=topic.pk).count()


def count_queries(client, page_address):
    """How many queries a page takes; the first visit is not counted."""
    client.get(page_address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page_address).status_code == 200
    return len(queries)
