"""Makes suggestions of an import's rows, inside the database: the words never leave it."""

from itertools import islice

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from stakeholders.actions.bulk_rows import cell, fill_table
from stakeholders.actions.register import add_specialist_member, add_stakeholder
from stakeholders.imports.columns import NAME_KEY, NUMBER_KEY
from stakeholders.imports.exercise import number_of
from stakeholders.imports.names import Register
from stakeholders.imports.newcomers import meet_newcomers
from stakeholders.models import WORDS, ImportRow, Suggestion, SuggestionKind, SuggestionState

AT_ONCE = 5_000
ALLOTTED = "allotted"  # a temporary table: what is decided of each row here, and not in its cells
COLUMNS = ("row_id", "number", "stakeholder_id", "kind", "heading")
FILLS = ("number", "stakeholder", "kind", "heading_in_table")
ROWS, SUGGESTIONS = ImportRow._meta.db_table, Suggestion._meta.db_table
LONGEST_ID = Suggestion._meta.get_field("id_in_table").max_length

POINT = f"""
UPDATE {ROWS} SET suggestion_id = made.id
FROM {ALLOTTED} JOIN {SUGGESTIONS} AS made ON made.number = {ALLOTTED}.number
WHERE made.topic_id = %s AND {ROWS}.id = {ALLOTTED}.row_id
"""


def create_sql():
    """Creates the temporary table, its columns of the types that suggestions' have."""
    others = [Suggestion._meta.get_field(name) for name in FILLS]
    kinds = [field.db_type(connection) for field in (ImportRow._meta.pk, *others)]
    columns = ", ".join(map(" ".join, zip(COLUMNS, kinds, strict=True)))
    return f"CREATE TEMPORARY TABLE {ALLOTTED} ({columns}, PRIMARY KEY (row_id))"


def insert_sql():
    """Inserts the suggestions that are allotted, their words taken from the cells to the letter."""
    words = ", ".join(cell(word) for word in WORDS)
    return f"""
INSERT INTO {SUGGESTIONS} (topic_id, round_id, import_record_id, number, stakeholder_id, kind,
  heading_in_table, id_in_table, {", ".join(WORDS)}, reason_not_used, state, out_of_scope_reason,
  version, created_at)
SELECT %s, %s, %s, number, stakeholder_id, kind, {ALLOTTED}.heading,
  SUBSTR({cell(NUMBER_KEY)}, 1, {LONGEST_ID}), {words}, '', '{SuggestionState.TO_TRIAGE}', '',
  1, %s
FROM {ALLOTTED} JOIN {ROWS} ON {ROWS}.id = row_id ORDER BY row_id
"""


def write_suggestions(import_record, topic, outlines, by):
    """Write a suggestion for each row that is ready; returns how many."""
    ready = ready_among(outlines, import_record)
    numbers = allotted_numbers(ready, topic)
    register = completed_register(import_record, topic, outlines, ready, by)
    usual_kind = SuggestionKind.KEY_AREA.value
    insert_allotted(
        import_record,
        (
            (
                row.pk,
                number,
                register.match(row.name).stakeholder.pk,
                row.kind or usual_kind,
                row.heading,
            )
            for row, number in zip(ready, numbers, strict=True)
        ),
    )
    return len(ready)


def insert_allotted(import_record, allotted):
    """Insert suggestions, some thousand at a time, and point their rows at them."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    topic = import_record.topic_id
    belongs_to = [topic, import_record.round_id, import_record.pk]
    with connection.cursor() as cursor:
        cursor.execute(create_sql())
        while chunk := list(islice(allotted, AT_ONCE)):
            fill_table(ALLOTTED, COLUMNS, chunk)
            cursor.execute(insert_sql(), [*belongs_to, now])
            cursor.execute(POINT, [topic])
            cursor.execute(f"DELETE FROM {ALLOTTED}")
        cursor.execute(f"DROP TABLE {ALLOTTED}")


def ready_among(outlines, import_record):
    """The outlines of the rows that can be imported."""
    waiting = import_record.rows.filter(Q(has_problem=True) | Q(is_left_out=True))
    waiting = set(waiting.order_by().values_list("pk", flat=True))
    return [row for row in outlines if row.pk not in waiting]


def allotted_numbers(rows, topic):
    """The number of each row: the printed ID where it is free, else the next."""
    taken = set(topic.suggestions.order_by().values_list("number", flat=True))
    numbers = []
    for row in rows:
        number = number_of(row.number)
        is_free = number is not None and number not in taken
        numbers.append(number if is_free else None)
        taken.add(number)
    last = max(taken - {None}, default=0)
    following = iter(range(last + 1, last + 1 + len(numbers)))
    return [number or next(following) for number in numbers]


def completed_register(import_record, topic, outlines, ready, by):
    """The register, once it holds the organisations and the pseudonyms that the rows brought."""
    register = Register.known_in(topic)
    newcomers = needed_newcomers(register, outlines, ready)
    for one in newcomers:
        add_stakeholder(name=one.name, abbreviation=one.abbreviation, by=by)
    pseudonyms = new_pseudonyms(import_record, register)
    for pseudonym in pseudonyms:
        add_specialist_member(topic=topic, pseudonym=pseudonym, by=by)
    return Register.known_in(topic) if newcomers or pseudonyms else register


def needed_newcomers(register, outlines, ready):
    """The organisations of the first table that a register meets, if a row to import is theirs."""
    newcomers = meet_newcomers(register, {row.name for row in outlines if not row.is_out})
    found = [register.match(row.name).stakeholder for row in ready] if newcomers else []
    needed = {stakeholder.name for stakeholder in found if stakeholder}
    return [one for one in newcomers if one.name in needed]


def new_pseudonyms(import_record, register):
    """The pseudonyms that the topic does not know yet, in order."""
    rows = import_record.rows.ready().exclude(findings=[])
    is_new = {
        register.match(row.values[NAME_KEY]).pseudonym
        for row in rows
        if any(found["code"] == "new_pseudonym" for found in row.findings)
    }
    return sorted(is_new)
