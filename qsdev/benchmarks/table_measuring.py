"""What both ways of taking a table in share: an empty database, a topic, the figures."""

import json
import resource
import time
from datetime import timedelta

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

django.setup()

from django.utils import timezone  # noqa: E402

from qsdev.benchmarks.memory import peak_kilobytes  # noqa: E402
from qsdev.benchmarks.tables import STAKEHOLDERS  # noqa: E402
from qsdev.topics import actions as topic_actions  # noqa: E402
from qsdev.topics.models import RoundKind  # noqa: E402
from stakeholders import actions  # noqa: E402
from stakeholders.models import Suggestion  # noqa: E402


def measure(work, path):
    """Run `work(path, topic)`, which returns how many rows it stored; print the figures as JSON."""
    topic = prepared_topic()
    before, began = processor_seconds(), time.perf_counter()
    count = work(path, topic)
    figures = {
        "seconds": round(processor_seconds() - before, 2),
        "elapsed": round(time.perf_counter() - began, 2),
        "megabytes": round(peak_kilobytes() / 1024),
        "child_megabytes": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }
    if count != Suggestion.objects.count():
        raise SystemExit(f"{Suggestion.objects.count()} rows were stored, not {count}.")
    print(json.dumps(figures))


def processor_seconds():
    """Of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def prepared_topic():
    """In an empty database, a topic with an exercise and the stakeholders whom the table names."""
    settings.MIGRATION_MODULES = {config.label: None for config in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)
    topic = topic_actions.create_topic(slug="benchmark", title="Benchmark", by=None)
    now = timezone.now()
    topic_actions.open_round(
        topic=topic,
        kind=RoundKind.ENGAGEMENT,
        opens_at=now,
        closes_at=now + timedelta(weeks=2),
        key_areas_each=32_767,
        by=None,
    )
    for number, name in enumerate(STAKEHOLDERS):
        actions.add_stakeholder(name=name, abbreviation=f"A{number}", by=None)
    return topic
