"""The paragraphs of a text in Markdown, as its writer counts them, with what each of them cites.

`static/js/citing.js` follows the same rule while a text is typed.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qsdev.documents.markdown import citations_by_paragraph

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
