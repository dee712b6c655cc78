"""Reads recommendations from a table: .xlsx, .csv, pasted cells or a table in .docx."""

import re

from qsdev.tables import HEADING, NAME, NUMBER, TEXT, ColumnSpec, RefusedFile, read_tables
from recommendations.imports.printed import strength_of
from recommendations.imports.rows import Listing, problem
from recommendations.models import Strength

COLUMNS = (
    ColumnSpec(
        "number", ("Number", "Recommendation number", "No.", "ID", "Recommendation"), kind=NUMBER
    ),
    ColumnSpec(
        "section", ("Section", "Section heading", "Guideline section"), required=False, kind=HEADING
    ),
    ColumnSpec("text", ("Recommendation text", "Text", "Wording", "Full text"), kind=TEXT),
    ColumnSpec("strength", ("Strength", "Strength of recommendation"), required=False, kind=NAME),
    ColumnSpec(
        "key_priority",
        ("Key priority", "Key priority for implementation", "KPI"),
        required=False,
        kind=NAME,
    ),
    ColumnSpec("kind", ("Kind", "Type", "Kind of recommendation"), required=False, kind=NAME),
    ColumnSpec("title", ("Title", "Research title"), required=False, kind=NAME),
)
NUMBER_IN_CELL = re.compile(r"(?P<research>research\D*|R\s*)?(?P<number>\d+(?:\.\d+)*)", re.I)
YES = {"yes", "y", "true", "1", "x", "kpi", "key priority", "key priority for implementation"}
NO = {"", "no", "n", "false", "0", "-", "–"}
STRENGTHS = {
    "": None,
    "offer": Strength.OFFER,
    "strong": Strength.OFFER,
    "consider": Strength.CONSIDER,
    "weak": Strength.CONSIDER,
    "weaker": Strength.CONSIDER,
    "conditional": Strength.CONSIDER,
}


def read_tabled(source, file_name):
    """Listings in the table of a file, and notices: (listings, notices). Raises RefusedFile."""
    table = read_tables(source, file_name=file_name, columns=COLUMNS)
    listings, notices = [], list(table.all_notices)
    for row in table.rows:
        cells = {key: row.cells.get(key, "").strip() for key in (spec.key for spec in COLUMNS)}
        match = NUMBER_IN_CELL.search(cells["number"])
        if match is None:
            notices.append(no_number(cells["number"], row.place_of("number", table.columns)))
            continue
        notices.extend(unknown_values(cells, row, table.columns))
        listings.append(listing(cells, match, row))
    if not listings and not notices:
        raise RefusedFile("no_rows", f"“{file_name}” has a header row but no rows under it.")
    return listings, notices


def listing(cells, match, row):
    """The listing that a row comes to."""
    is_research = bool(match["research"]) or cells["kind"].lower().startswith("research")
    return Listing(
        number=match["number"],
        text=cells["text"],
        place=row.place,
        section="" if is_research else row.heading or cells["section"],
        title=cells["title"],
        is_research=is_research,
        is_key_priority=cells["key_priority"].lower() in YES,
        strength=STRENGTHS.get(cells["strength"].lower()) or strength_of(cells["text"]),
    )


def no_number(value, place):
    found = f"“{value}” holds no number" if value else "This row has no number"
    return problem("no_number", f"{found}. Write it as 1.3.2, or as 1 for research.", place)


def unknown_values(cells, row, columns):
    """Problems of cells that say neither yes nor no, or no strength that is known."""
    if cells["key_priority"].lower() not in YES | NO:
        yield problem(
            "unknown_key_priority",
            f"“{cells['key_priority']}” says neither yes nor no. Write “Yes” for a key priority "
            "and leave the cell empty otherwise.",
            row.place_of("key_priority", columns),
        )
    if cells["strength"].lower() not in STRENGTHS:
        yield problem(
            "unknown_strength",
            f"“{cells['strength']}” is not a strength. Write “Offer” or “Consider”.",
            row.place_of("strength", columns),
        )
