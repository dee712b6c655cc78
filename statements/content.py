"""A statement with all its parts as plain data: what a version freezes and everything prints.

The keys stand in the order of PROCESS: statement; rationale; quality measures; what it means for
different audiences; source guidance; definitions; equality and diversity considerations.
"""

from string import ascii_lowercase

from statements.models import MeasureKind

AUDIENCES = (
    ("for_service_providers", "Service providers"),
    ("for_practitioners", "Practitioners"),
    ("for_commissioners", "Commissioners"),
    ("for_people", "People who use services"),
)
#: Texts of a statement with their headings, as they are printed and compared.
TEXTS = (
    ("statement", "Quality statement"),
    ("rationale", "Rationale"),
    *AUDIENCES,
    ("equality", "Equality and diversity considerations"),
)


def content_of(statement) -> dict:
    """Return a statement as it is now; recommendations are quoted from the guideline's store.

    {"number", "kind", "short_title", "statement", "rationale", "measures": [{"kind", "letter",
    "text", "numerator", "denominator", "data_source"}], "for_…": four texts, "sources":
    [{"guideline", "number", "text", "recommendation"}], "definitions": [{"term", "definition",
    "glossary_term"}], "equality", "area", "exception_reason"}.
    """
    return {
        "number": statement.number,
        "kind": str(statement.kind),
        "short_title": statement.short_title,
        "statement": statement.statement,
        "rationale": statement.rationale,
        "measures": measures_of(statement),
        **{name: getattr(statement, name) for name, _ in AUDIENCES},
        "sources": [source(one.recommendation) for one in sources_of(statement)],
        "definitions": [definition(one) for one in definitions_of(statement)],
        "equality": statement.equality,
        "area": statement.area_id,
        "exception_reason": statement.exception_reason,
    }


def sources_of(statement):
    """The statement's sources in the order of the guideline's numbers."""
    rows = statement.sources.select_related("recommendation__guideline")
    return sorted(rows, key=lambda one: natural(one.recommendation.number))


def natural(number):
    """A number such as 1.3.10 so that it sorts after 1.3.9."""
    return [int(part) if part.isdecimal() else 0 for part in number.split(".")]


def definitions_of(statement):
    rows = statement.definitions.select_related("glossary_term")
    return sorted(rows, key=lambda one: one.printed[0].casefold())


def measures_of(statement):
    """The measures, kind by kind, lettered where a kind has several."""
    rows = list(statement.measures.all())
    return [
        {
            "kind": str(one.kind),
            "letter": ascii_lowercase[place % 26] if len(alike) > 1 else "",
            "text": one.text,
            "numerator": one.numerator,
            "denominator": one.denominator,
            "data_source": one.data_source,
        }
        for kind in MeasureKind
        for alike in [[row for row in rows if row.kind == kind]]
        for place, one in enumerate(alike)
    ]


def source(recommendation):
    return {
        "guideline": recommendation.guideline.reference,
        "number": recommendation.number,
        "text": recommendation.text,
        "recommendation": recommendation.pk,
    }


def definition(one):
    term, meaning = one.printed
    return {"term": term, "definition": meaning, "glossary_term": one.glossary_term_id}
