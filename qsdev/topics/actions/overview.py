"""Writing what a paper says before the suggestions: overview, frameworks and glossary."""

from django.db import IntegrityError, transaction
from django.db.models import F

from qsdev.audit.actions import record
from qsdev.errors import EditCollision, RuleBroken
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
    if topic.frameworks.filter(title=title).exists():
        raise RuleBroken(f"The topic has the framework “{title}” already.")
    framework = Framework.objects.create(
        topic=topic,
        title=title,
        entries_heading=entries_heading,
        note=note,
        position=topic.frameworks.count() + 1,
    )
    for position, (number, domain_title, entries) in enumerate(domains, start=1):
        domain = FrameworkDomain.objects.create(
            framework=framework, number=number, title=domain_title, position=position
        )
        FrameworkEntry.objects.bulk_create(
            FrameworkEntry(domain=domain, position=place, **entry)
            for place, entry in enumerate(entries, start=1)
        )
    record("defined_framework", framework, by=by)
    return framework


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
