"""Finds the suggestions that a summary's paragraphs cite, as in “… at school [S9, S11].”"""

import re

CITATION = re.compile(r"\[(S\d{1,9}(?:,\s*S\d{1,9})*)\]")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def numbers_by_paragraph(text):
    """The numbers cited in each paragraph of a Markdown text, in the order of the paragraphs."""
    paragraphs = [part for part in PARAGRAPH_END.split(text.strip()) if part.strip()]
    return [
        [int(key.strip()[1:]) for cited in CITATION.findall(part) for key in cited.split(",")]
        for part in paragraphs
    ]
