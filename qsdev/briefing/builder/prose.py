"""Markdown that staff wrote, as blocks: citations become references to suggestions and footnotes.

"[S1, S16]" is printed as "(suggestions 1 and 16)", each number leading to its row in the appendix;
"[@ons-2015]" as a footnote. What is cited and does not exist is printed as it was written, so that
a paper with a wrong citation can be looked at; the checks find it.
"""

from dataclasses import replace

from qsdev.briefing.builder.evidence import EvidenceSource
from qsdev.briefing.builder.material import PaperMaterial
from qsdev.briefing.builder.suggestions import suggestion_anchor
from qsdev.documents.blocks import (
    LINKED,
    Block,
    CrossReference,
    Footnote,
    FootnoteReference,
    Heading,
    Inline,
    Link,
    Text,
)
from qsdev.documents.markdown import Citation, blocks_from_markdown
from qsdev.documents.shorthand import inlines

DEEPEST = 3


def prose(text: str, material: PaperMaterial, *, depth: int = 1) -> tuple[Block, ...]:
    """Return Markdown as blocks; its headings begin at `depth` below their section's.

    None lies deeper than `DEEPEST`, so that no text can make a paper that cannot be numbered.
    """

    def cited(citation):
        return _citation(citation, material)

    blocks = blocks_from_markdown(text, citation=cited)
    return tuple(
        replace(block, depth=min(block.depth + depth - 1, DEEPEST))
        if isinstance(block, Heading)
        else block
        for block in blocks
    )


def quoted(text: str) -> tuple[Block, ...]:
    """Return the text of a recommendation as blocks, whatever stands in brackets left alone."""
    return blocks_from_markdown(text)


def footnotes(material: PaperMaterial) -> tuple[Footnote, ...]:
    """Return what the foot of a page says of each evidence source."""
    return tuple(Footnote(source.key, _source(source)) for source in material.sources)


def _source(source: EvidenceSource) -> tuple[Inline, ...]:
    if not LINKED.fullmatch(source.url):
        return inlines(source.name)
    return (Text(f"{source.author} ({source.year}) "), Link(source.title, source.url))


def _citation(citation: Citation, material):
    known = material.suggestion_by_number
    if not all(number in known for number in citation.suggestion_numbers):
        return (Text(citation.written),)
    if not all(key in material.source_by_key for key in citation.source_keys):
        return (Text(citation.written),)
    marks = tuple(FootnoteReference(key) for key in citation.source_keys)
    return (*marks, *_suggestions(citation.suggestion_numbers, space=bool(marks)))


def _suggestions(numbers, space):
    if not numbers:
        return ()
    noun = "suggestion" if len(numbers) == 1 else "suggestions"
    parts = [Text(f"{' ' * space}({noun} ")]
    for place, number in enumerate(numbers):
        if place:
            parts.append(Text(" and " if place == len(numbers) - 1 else ", "))
        parts.append(CrossReference(suggestion_anchor(number)))
    return (*parts, Text(")"))
