"""Which suggestions and which evidence each paragraph of Markdown cites, read from its text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qsdev.documents.blocks import CrossReference, Paragraph
from qsdev.documents.markdown import blocks_from_markdown, citations_by_paragraph
from qsdev.documents.reading import walk

LIST = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s")
HEADING = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class CitedParagraph:
    """A paragraph without its citations, with what it cites, each once and in order.

    A list belongs to the paragraph that leads into it. `markdown` is what was written.
    """

    words: str
    suggestions: tuple[int, ...]
    sources: tuple[str, ...]
    markdown: str


@lru_cache(maxsize=4096)
def cited_paragraphs(markdown: str) -> tuple[CitedParagraph, ...]:
    """Return the paragraphs of a text; headings are left out."""
    joined = []
    for block in re.split(r"\n[ \t]*\n", markdown.replace("\r\n", "\n").strip()):
        if not block.strip() or HEADING.match(block.strip()):
            continue
        if joined and LIST.match(block.strip()):
            joined[-1] += "\n\n" + block
        else:
            joined.append(block)
    return tuple(_cited(block) for block in joined)


def _cited(block):
    parts = citations_by_paragraph(block)
    return CitedParagraph(
        words="\n".join(part.text for part in parts),
        suggestions=tuple(dict.fromkeys(n for part in parts for n in part.suggestion_numbers)),
        sources=tuple(dict.fromkeys(key for part in parts for key in part.source_keys)),
        markdown=block,
    )


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
