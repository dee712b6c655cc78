"""Writing what a paper says before the suggestions: overview, frameworks and glossary."""

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions.areas import hold
from qsdev.topics.models import (
    Framework,
    FrameworkDomain,
    FrameworkEntry,
    GlossaryTerm,
    OverviewSection,
)


@transaction.atomic
def write_overview_section(*, topic, kind, text, by, version=0):
    """Write a section of the overview; `version` is that of the text it replaces, 0 if none."""
    if version:
        unchanged = OverviewSection.objects.filter(topic=topic, kind=kind, version=version)
        if not unchanged.update(text=text, version=F("version") + 1):
            raise EditCollision(OverviewSection.objects.filter(topic=topic, kind=kind).first())
    else:
        create_section(topic, kind, text)
    section = OverviewSection.objects.get(topic=topic, kind=kind)
    record("wrote_overview", section, by=by, kind=str(kind))
    return section


def create_section(topic, kind, text):
    """Add the section, unless somebody else wrote it first."""
    try:
        with transaction.atomic():
            OverviewSection.objects.create(topic=topic, kind=kind, text=text)
    except IntegrityError as error:
        current = OverviewSection.objects.get(topic=topic, kind=kind)
        raise EditCollision(current) from error


@transaction.atomic
def define_framework(*, topic, title, domains, by, entries_heading="Indicators", note=""):
    """Add a national outcomes framework with its domains and their entries.

    `domains` is a list of (number, title, entries); an entry is a dict of kind, number, text and
    status, of which kind and text are needed.
    """
    hold(topic.pk)
    check_framework_title(topic.frameworks.all(), title)
    last = topic.frameworks.aggregate(last=Max("position"))["last"] or 0
    framework = Framework.objects.create(
        topic=topic,
        title=title,
        entries_heading=entries_heading,
        note=note,
        position=last + 1,
    )
    add_domains(framework, domains)
    record("defined_framework", framework, by=by, topic=topic)
    return framework


@transaction.atomic
def change_framework(*, framework, title, domains, by, version, entries_heading, note=""):
    """Write a framework anew; `version` is that of the framework as its person opened it."""
    hold(framework.topic_id)
    current = Framework.objects.get(pk=framework.pk)
    if version != current.version:
        raise EditCollision(current)
    check_framework_title(current.topic.frameworks.exclude(pk=current.pk), title)
    current.title, current.entries_heading, current.note = title, entries_heading, note
    current.save()
    current.domains.all().delete()
    add_domains(current, domains)
    record("changed_framework", current, by=by, topic=current.topic)
    return current


@transaction.atomic
def remove_framework(*, framework, by):
    """Take a framework out of the overview."""
    record("removed_framework", framework, by=by, topic=framework.topic)
    framework.delete()


def check_framework_title(others, title):
    if others.filter(title=title).exists():
        raise RuleBroken(f"The topic has the framework “{title}” already.")


def add_domains(framework, domains):
    for position, (number, title, entries) in enumerate(domains, start=1):
        domain = FrameworkDomain.objects.create(
            framework=framework, number=number, title=title, position=position
        )
        FrameworkEntry.objects.bulk_create(
            FrameworkEntry(domain=domain, position=place, **entry)
            for place, entry in enumerate(entries, start=1)
        )


@transaction.atomic
def define_term(*, topic, term, definition, by):
    """Define a term of the glossary, or define it anew."""
    glossary_term, _ = GlossaryTerm.objects.update_or_create(
        topic=topic, term=term, defaults={"definition": definition}
    )
    record("defined_term", glossary_term, by=by)
    return glossary_term


@transaction.atomic
def remove_term(*, term, by):
    """Take a term out of the glossary."""
    record("removed_term", term, by=by)
    term.delete()
