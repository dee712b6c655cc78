"""Which suggestions and which evidence each paragraph of Markdown cites, read from its text."""

import re

from qsdev.documents.blocks import CrossReference, Paragraph
from qsdev.documents.citing import cited_paragraphs
from qsdev.documents.markdown import blocks_from_markdown
from qsdev.documents.reading import walk

__all__ = ["cited_paragraphs", "cited_sources", "cited_suggestions", "passages"]


def cited_suggestions(markdown: str) -> tuple[int, ...]:
    """Return the numbers of the suggestions that a text cites, each once and in order."""
    paragraphs = cited_paragraphs(markdown)
    return tuple(dict.fromkeys(one for each in paragraphs for one in each.suggestions))


def cited_sources(markdown: str) -> tuple[str, ...]:
    """Return the keys of the evidence sources that a text cites, each once and in order."""
    paragraphs = cited_paragraphs(markdown)
    return tuple(dict.fromkeys(one for each in paragraphs for one in each.sources))


def passages(markdown: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return each stretch of words with the suggestions that are cited right after it.

    Citations with no more than "and" or a comma between them follow the same words.
    """

    def mark(citation):
        return (CrossReference(",".join(map(str, citation.suggestion_numbers))),)

    found = []
    for node in walk(blocks_from_markdown(markdown, citation=mark)):
        if isinstance(node, Paragraph):
            found += _passages(node.inlines)
    return found


def _passages(inlines):
    found, words = [], ""
    for inline in inlines:
        if not isinstance(inline, CrossReference):
            words += getattr(inline, "text", "")
            continue
        numbers = tuple(int(number) for number in inline.anchor.split(",") if number)
        if found and not re.search(r"\w", re.sub(r"\b(?:and|or)\b", "", words)):
            found[-1] = (found[-1][0], found[-1][1] + numbers)
        else:
            found.append((words, numbers))
        words = ""
    return found
