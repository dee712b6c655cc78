"""What is public of a standard, as plain data: chosen part by part, so that nothing else is.

A published version freezes this, and public pages, documents and JSON are made of it alone.
"""

import hashlib
import json

from qsdev.consultation.issued import issued_documents, issued_now
from qsdev.consultation.models import consultation_of
from qsdev.publication.models import PublishedStatement
from qsdev.validation.models import supporters_of
from statements.content import AUDIENCES
from statements.models import StatementVersion

MEASURE = ("kind", "letter", "text", "numerator", "denominator", "data_source")
SOURCE = ("guideline", "number", "text")
DEFINITION = ("term", "definition")
PARTS = (
    "number",
    "kind",
    "short_title",
    "text",
    "rationale",
    *(name for name, _ in AUDIENCES),
    "equality",
)


def chosen(values, names):
    """The values under these names and no others."""
    return {name: values[name] for name in names}


def public_statement(content) -> dict:
    """Return what is public of a statement's frozen content (`statements.content`)."""
    return chosen(content, PARTS) | {
        "measures": [chosen(one, MEASURE) for one in content["measures"]],
        "sources": [chosen(one, SOURCE) for one in content["sources"]],
        "definitions": [chosen(one, DEFINITION) for one in content["definitions"]],
    }


def removed_since(topic, standing):
    """What was published once and is no more: number, title as last published, what replaced it.

    What replaced it is said only of statements that are or were published themselves. The title of
    one that stood in withdrawn versions alone is no longer public, and "" here.
    """
    rows = PublishedStatement.objects.filter(standard__topic=topic, is_removed=False)
    rows = rows.order_by("standard__version")
    published = dict.fromkeys(rows.values_list("number", flat=True), "")
    readable = rows.filter(standard__withdrawn_at=None)
    published |= dict(readable.values_list("number", "title"))
    gone = topic.statements.removed().filter(number__in=published).select_related("replaced_by")
    known = {*published, *(one.statement.number for one in standing)}
    for one in gone.order_by("number"):
        by = one.replaced_by.number if one.replaced_by else None
        yield {
            "number": one.number,
            "short_title": published[one.number],
            "reason": one.reason_removed,
            "replaced_by": by if by in known else None,
        }


def sources_of(topic):
    """The development sources that the standard rests on."""
    declared = topic.development_sources.select_related("guideline")
    return [
        chosen(vars(one.guideline), ("reference", "edition", "title"))
        for one in declared.order_by("guideline__reference")
    ]


def report_beside(topic):
    """The consultation's summary report that appears beside the standard, or None."""
    round = consultation_of(topic)
    return issued_now(round) if round and issued_documents(round) else None


def public_content(topic, plan=None, standing=None) -> dict:
    """Return all that would be public of the topic's standard if it were published now.

    {"reference", "title", "about", "sources": [{"reference", "edition", "title"}], "statements":
    [what `public_statement` returns], "removed": [{"number", "short_title", "reason",
    "replaced_by"}], "supporting_organisations": [name], "consultation_report": version or None}.
    """
    plan = plan or getattr(topic, "publication_plan", None)
    standing = list(StatementVersion.objects.standing_in(topic)) if standing is None else standing
    report = report_beside(topic)
    return {
        "reference": plan.reference if plan else "",
        "title": topic.title,
        "about": plan.about if plan else "",
        "sources": sources_of(topic),
        "statements": [public_statement(one.content) for one in standing],
        "removed": list(removed_since(topic, standing)),
        "supporting_organisations": supporters_of(topic),
        "consultation_report": report.version if report else None,
    }


def hash_of(content) -> str:
    """Return the SHA-256 of public content in hexadecimal: by it one knows what was looked at."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
