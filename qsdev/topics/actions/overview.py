"""Writing what a paper says before the suggestions: overview, frameworks and glossary."""

from django.db import IntegrityError, transaction
from django.db.models import Max, ProtectedError

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold
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
        section = OverviewSection.objects.get(topic=topic, kind=kind)
        change_row(row=section, version=version, by=by, text=text)
    else:
        section = create_section(topic, kind, text, by)
    record("wrote_overview", section, by=by, kind=str(kind))
    return section


def create_section(topic, kind, text, by):
    """Add the section, unless somebody else wrote it first."""
    try:
        with transaction.atomic():
            return OverviewSection.objects.create(
                topic=topic, kind=kind, text=text, **first_change(by)
            )
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
        **first_change(by),
    )
    add_domains(framework, domains)
    record("defined_framework", framework, by=by, topic=topic)
    return framework


@transaction.atomic
def change_framework(*, framework, title, domains, by, version, entries_heading, note=""):
    """Write a framework anew; `version` is that of the framework as its person opened it."""
    hold(framework.topic_id)
    check_framework_title(framework.topic.frameworks.exclude(pk=framework.pk), title)
    said = {"title": title, "entries_heading": entries_heading, "note": note}
    change_row(row=framework, version=version, by=by, **said)
    framework.domains.all().delete()
    add_domains(framework, domains)
    record("changed_framework", framework, by=by, topic=framework.topic)
    return framework


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
    """Add a term to the glossary."""
    hold(topic.pk)
    check_term(topic.glossary_terms.all(), term)
    new = GlossaryTerm.objects.create(
        topic=topic, term=term, definition=definition, **first_change(by)
    )
    record("defined_term", new, by=by)
    return new


@transaction.atomic
def change_term(*, glossary_term, term, definition, version, by):
    """Define a term anew, or name it otherwise."""
    hold(glossary_term.topic_id)
    check_term(glossary_term.topic.glossary_terms.exclude(pk=glossary_term.pk), term)
    change_row(row=glossary_term, version=version, by=by, term=term, definition=definition)
    record("changed_term", glossary_term, by=by)
    return glossary_term


def check_term(others, term):
    if others.filter(term__iexact=term).exists():
        raise RuleBroken(f"The glossary has “{term}” already: change that term instead.")


@transaction.atomic
def remove_term(*, term, by):
    """Take a term out of the glossary."""
    record("removed_term", term, by=by)
    try:
        term.delete()
    except ProtectedError as error:
        raise RuleBroken(f"A statement uses the glossary’s “{term}”: it stays there.") from error
