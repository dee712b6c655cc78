"""Statements on the trail: as published, version by version, and how far each has come."""

from collections import defaultdict

from qsdev.consultation.builder.wording import day
from qsdev.consultation.models import DraftStatement
from qsdev.publication.models import PublishedStandard, PublishedStatement
from qsdev.trail.links import Link, Page, facts, page_in
from statements.models import QualityStatement, StatementVersion


def published_of(topic, statements):
    """The sentences that were published, the newest version of the standard first."""
    rows = (
        PublishedStatement.objects.filter(statement_version__statement__in=statements)
        .select_related("standard__published_by", "statement_version")
        .order_by("-standard__version")
    )
    found = defaultdict(list)
    standing = set(topic.published_standards.standing().values_list("pk", flat=True))
    for row in rows:
        link = published_link(topic, row, is_read_now=row.standard_id in standing)
        found[row.statement_version.statement_id].append(link)
    return found


def published_link(topic, row, *, is_read_now):
    """A published sentence; everyone can read that of the version that stands."""
    standard, version = row.standard, row.statement_version
    title = f"{standard}: {row.title}"
    if row.is_removed:
        title += " (removed)"
    elif standard.is_withdrawn:
        title += " (withdrawn)"
    replaced = f"Statement {row.replaced_by_number}" if row.replaced_by_number else ""
    return Link(
        title,
        facts(
            ("Published sentence", row.text),
            ("Published", f"{day(standard.published_at)}, by {standard.published_by.name}"),
            ("What was new", standard.note),
            (
                "Rests on",
                f"Version {version.number}",
                page_in(topic, "statements:version_detail", row.number, version.number),
            ),
            ("Replaced by", replaced),
            ("Withdrawn because", standard.reason_withdrawn),
        ),
        Page("publication:published_statement_detail", (standard.reference, row.number))
        if is_read_now
        else None,
    )


def versions_of(topic, statements):
    """Every version of the statements, the newest first."""
    versions = (
        StatementVersion.objects.filter(statement__in=statements)
        .select_related("statement", "changed_by", "restored_from")
        .order_by("-number")
    )
    drafts = defaultdict(list)
    rows = DraftStatement.objects.filter(statement_version__statement__in=statements)
    for one in rows.select_related("draft"):
        drafts[one.statement_version_id].append(one)
    found = defaultdict(list)
    said = {(one.statement_id, one.number): one.text for one in versions}
    for version in versions:
        before = said.get((version.statement_id, version.number - 1), "")
        text = version.text if version.text != before else ""
        link = version_link(topic, version, text, drafts[version.pk])
        found[version.statement_id].append(link)
    return found


def version_link(topic, version, text, drafts):
    """A version with why it was made, and the sentence where it has another than before."""
    restored = version.restored_from
    return Link(
        f"Version {version.number}, {day(version.changed_at)}, by {version.changed_by.name}",
        facts(
            ("Quality statement", text),
            ("Why", version.reason),
            ("Restored from", f"Version {restored.number}" if restored else ""),
            *(
                (
                    "Put to consultation",
                    f"{day(one.draft.issued_at)}, as statement {one.number}"
                    + (", withdrawn since" if one.draft.withdrawn_at else ""),
                    page_in(topic, "consultation:draft_detail"),
                )
                for one in drafts
            ),
        ),
        page_in(topic, "statements:version_detail", version.statement.number, version.number),
    )


def how_far(statements):
    """How far each statement has come, in words, by its key."""
    standing = PublishedStandard.objects.standing()
    rows = PublishedStatement.objects.filter(
        standard__in=standing, is_removed=False, statement_version__statement__in=statements
    )
    published = set(rows.values_list("statement_version__statement", flat=True))
    rows = DraftStatement.objects.filter(
        draft__withdrawn_at=None, statement_version__statement__in=statements
    )
    consulted = dict(
        rows.order_by("draft__issued_at").values_list(
            "statement_version__statement", "statement_version__number"
        )
    )
    return {one.pk: far_in_words(one, published, consulted) for one in statements}


def far_in_words(statement, published, consulted):
    """How far a statement is; `published` and `consulted` name statements by their keys."""
    if statement.is_removed:
        return "Removed"
    if statement.pk in published:
        return "Published"
    if statement.pk not in consulted:
        return "Drafted"
    # The statement counts its versions: a later one is a change of wording after the draft.
    changed = statement.version > consulted[statement.pk]
    return "Changed after consultation" if changed else "Put to consultation"


def statements_from(topic, areas):
    """The statements that came of areas, each leading to its own trail, by area."""
    statements = list(QualityStatement.objects.filter(area__in=areas).order_by("number"))
    far, found = how_far(statements), defaultdict(list)
    for one in statements:
        found[one.area_id].append(statement_link(topic, one, far[one.pk]))
    return found


def statement_link(topic, statement, far):
    """A statement with its sentence, how far it is, and why it was removed."""
    return Link(
        str(statement),
        facts(
            ("How far it is", far),
            ("Quality statement", statement.text),
            ("Why it was removed", statement.reason_removed),
        ),
        page_in(topic, "trail:statement_trail", statement.number),
    )


def published_from(topic, areas):
    """The sentences that were published of the statements of areas, by area."""
    statements = QualityStatement.objects.filter(area__in=areas)
    by_statement = published_of(topic, statements)
    found = defaultdict(list)
    for pk, area in statements.order_by("number").values_list("pk", "area"):
        found[area].extend(by_statement.get(pk, ()))
    return found
