"""Finds passages that were redacted, and puts the mark in their place."""

import re

from stakeholders.models import Redaction

SHORTEST_BEGINNING = 3  # letters: fewer tell nothing


def spaced_pattern(passage):
    """Finds the passage, whatever spaces and line breaks stand between its words."""
    return re.compile(r"\s+".join(re.escape(word) for word in passage.split()))


def marked(value, pattern):
    """Text, or all text in lists and mappings, with the mark in place of what was redacted."""
    if isinstance(value, str):
        return pattern.sub(Redaction.MARK, value)
    if isinstance(value, list):
        return [marked(part, pattern) for part in value]
    if isinstance(value, dict):
        return {key: marked(part, pattern) for key, part in value.items()}
    return value


def without_passages(tables, passages):
    """The tables that an import keeps, with no passage in their headings and samples.

    A sample is cut short: one that ends where a passage has begun is not kept.
    """
    for passage in passages:
        pattern, words = spaced_pattern(passage), " ".join(passage.split())
        tables = [
            {**table, "columns": [without(column, pattern, words) for column in table["columns"]]}
            for table in tables
        ]
    return tables


def without(column, pattern, words):
    """A column with the mark where the passage stood in its heading or samples."""
    samples = [marked(sample, pattern) for sample in column["samples"]]
    return {
        **column,
        "header": marked(column["header"], pattern),
        "samples": [sample for sample in samples if not ends_in_beginning(sample, words)],
    }


def ends_in_beginning(sample, words):
    """Whether the end of a sample is the beginning of a passage."""
    sample = " ".join(sample.split())
    lengths = range(SHORTEST_BEGINNING, min(len(words), len(sample) + 1))
    return any(sample.endswith(words[:length]) for length in lengths)
