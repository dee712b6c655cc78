"""A topic with as many suggestions as one likes, to measure pages with: no two runs differ."""

from datetime import timedelta
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from qsdev.accounts.actions import create_user
from qsdev.accounts.roles import Role
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import RoundKind
from stakeholders.actions import add_stakeholder
from stakeholders.actions.bulk_rows import database_time, insert_rows
from stakeholders.models import Filing, Import, Suggestion

EMAIL, SLUG = "benchmark@example.org", "benchmark"
WORDS = (
    *("attachment", "children", "care", "school", "training"),
    *("video", "feedback", "assessment", "health", "parents"),
)
RARE, COMMON = "xylophone", "attachment"
AREAS, STAKEHOLDERS, FILED_EVERY, RARE_EVERY = 8, 40, 3, 5_000
SUGGESTION = (
    *("topic", "round", "import_record", "number", "id_in_table", "stakeholder", "kind"),
    *("heading_in_table", "key_area", "why_important", "why_key_area", "supporting_information"),
    *("reason_not_used", "state", "out_of_scope_reason", "version", "created_at"),
)


@transaction.atomic
def build_topic(rows):
    """Build the topic with so many suggestions, a third of them filed; returns it and its analyst.

    One area, one stakeholder and one kind have few suggestions, so that their filters are sparse.
    """
    person = create_user(email=EMAIL, name="A Benchmark", password=None, by=None)
    topic = topic_actions.create_topic(slug=SLUG, title="Benchmark", by=person)
    topic_actions.give_role(topic=topic, user=person, role=Role.ANALYST, by=person)
    now = timezone.now()
    opened = topic_actions.open_round(
        topic=topic,
        kind=RoundKind.ENGAGEMENT,
        opens_at=now,
        closes_at=now + timedelta(weeks=2),
        by=person,
    )
    insert_rows(Suggestion, SUGGESTION, suggestion_rows(topic, opened, rows, person))
    insert_rows(
        Filing,
        ("suggestion", "number", "area", "is_own", "filed_by", "filed_at"),
        filing_rows(topic, rows, person),
    )
    return topic, person


def suggestion_rows(topic, opened, rows, person):
    """Yield the values of each suggestion, in the order of `SUGGESTION`."""
    record = Import.objects.create(
        topic=topic, round=opened, file_name="benchmark.csv", sha256="0" * 64, size=1
    )
    names = [f"Association {number}" for number in range(STAKEHOLDERS)]
    made = [add_stakeholder(name=name, abbreviation=name, by=person) for name in names]
    random, now = Random(1), database_time(timezone.now())
    for number in range(1, rows + 1):
        words = " ".join(random.choice(WORDS) for _ in range(40))
        rare = f" {RARE}" if number % RARE_EVERY == 7 else ""
        by = made[-1] if number % 2_500 == 0 else made[number % (STAKEHOLDERS - 1)]
        kind = "key_area" if number % 500 else "evidence_source"
        state = "to_triage" if number % FILED_EVERY else "filed"
        texts = (f"Key area {number}: {words[:40]}", words + rare, words[:100], f"See {number}.")
        yield (
            *(topic.pk, opened.pk, record.pk, number, str(number), by.pk, kind, ""),
            *texts,
            *("", state, "", 1, now),
        )


def filing_rows(topic, rows, person):
    """Yield the filings of every third suggestion, hardly any in the last area."""
    areas = [
        topic_actions.add_area(topic=topic, title=f"Area {number}", by=person)
        for number in range(1, AREAS + 1)
    ]
    keys = dict(topic.suggestions.order_by().values_list("number", "pk"))
    now = database_time(timezone.now())
    for number in range(FILED_EVERY, rows + 1, FILED_EVERY):
        place = -1 if number % 9_999 == 999 else number // FILED_EVERY % (AREAS - 1)
        yield keys[number], number, areas[place].pk, True, person.pk, now


def analyse():
    """Let the database gather the statistics by which it plans, as both do in daily use."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
