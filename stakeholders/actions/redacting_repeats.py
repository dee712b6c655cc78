"""Keeps a redacted passage from coming back when the same table is uploaded again."""

import json
from collections import defaultdict

from stakeholders.actions.passages import marked, spaced_pattern, without_passages
from stakeholders.imports.exercise import number_of
from stakeholders.models import Import, Redaction

REPEATS = {"already_imported", "id_taken"}  # of a suggestion: whole, or changed elsewhere


def passages_of_repeats(topic, outlines, found, taken):
    """What was redacted of the suggestions that rows repeat: (field, pattern) pairs by position."""
    redacted = defaultdict(list)
    redactions = Redaction.objects.filter(suggestion__topic=topic).order_by("made_at", "pk")
    for suggestion, field, passage in redactions.values_list("suggestion", "field", "passage"):
        redacted[suggestion].append((field, spaced_pattern(passage)))
    if not redacted:
        return {}
    passages = {
        row.position: redacted.get(taken[number_of(row.number)])
        for row in outlines
        if any(each["code"] in REPEATS for each in found.get(row.position, ()))
    }
    return {position: pairs for position, pairs in passages.items() if pairs}


def mark_cells(cells, passages):
    """A row's cells as JSON, with the mark where a passage stood in its field."""
    cells = json.loads(cells)
    for field, pattern in passages:
        if field in cells:
            cells[field] = marked(cells[field], pattern)
    return json.dumps(cells, ensure_ascii=False)


def drop_samples(import_record, passages):
    """Keep no samples of columns in which a passage stood: it may be cut short in them."""
    fields = {field for pairs in passages.values() for field, _ in pairs}
    for table in import_record.tables:
        for column in table["columns"]:
            column["samples"] = [] if column["key"] in fields else column["samples"]
    Import.objects.filter(pk=import_record.pk).update(tables=import_record.tables)


def clean_tables(import_record):
    """Keep no passage that was redacted in the topic among what a reading found in tables."""
    redactions = Redaction.objects.filter(suggestion__topic=import_record.topic_id)
    passages = redactions.values_list("passage", flat=True)
    import_record.tables = without_passages(import_record.tables, passages)
    Import.objects.filter(pk=import_record.pk).update(tables=import_record.tables)
