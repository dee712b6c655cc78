"""A statement with all its parts as plain data: what a version freezes and everything prints.

The keys stand in the order of PROCESS: statement; rationale; quality measures; what it means for
different audiences; source guidance; definitions; equality and diversity considerations.
"""

from string import ascii_lowercase

from statements.models import MeasureKind, QualityStatement

AUDIENCES = (
    ("for_service_providers", "Service providers"),
    ("for_practitioners", "Practitioners"),
    ("for_commissioners", "Commissioners"),
    ("for_people", "People who use services"),
)
#: Texts of a statement with their headings, as they are printed and compared.
TEXTS = (
    ("text", "Quality statement"),
    ("rationale", "Rationale"),
    *AUDIENCES,
    ("equality", "Equality and diversity considerations"),
)


def content_of(statement) -> dict:
    """Return a statement as it is now; recommendations are quoted from the guideline's store.

    {"number", "kind", "short_title", "text", "rationale", "measures": [{"kind", "letter",
    "text", "numerator", "denominator", "data_source"}], "for_…": four texts, "sources":
    [{"guideline", "number", "text", "recommendation"}], "definitions": [{"term", "definition",
    "glossary_term"}], "equality", "area", "exception_reason"}.
    """
    return content_with_parts(QualityStatement.objects.with_parts().get(pk=statement.pk))


def content_with_parts(statement) -> dict:
    """Return the same of a statement that was read `with_parts`."""
    return {
        "number": statement.number,
        "kind": str(statement.kind),
        "short_title": statement.short_title,
        "text": statement.text,
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
    return sorted(statement.sources.all(), key=lambda one: one.recommendation.sort_key)


def definitions_of(statement):
    """The statement's definitions by their terms."""
    return sorted(statement.definitions.all(), key=lambda one: one.printed[0].casefold())


def measures_of(statement):
    """The measures, kind by kind, lettered where a kind has several."""
    rows = measure_rows(statement)
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


def measure_rows(statement):
    """The measures in the order of print: structure, process, outcome, each in their own order."""
    rows = list(statement.measures.all())
    return [row for kind in MeasureKind for row in rows if row.kind == kind]


def source(recommendation):
    """What a version freezes of a recommendation that it rests on."""
    return {
        "guideline": recommendation.guideline.reference,
        "number": recommendation.number,
        "text": recommendation.text,
        "recommendation": recommendation.pk,
    }


def definition(one):
    """What a version freezes of a definition."""
    term, meaning = one.printed
    return {"term": term, "definition": meaning, "glossary_term": one.glossary_term_id}
