"""Prose written as Markdown becomes blocks, once; the citations in it are found on the way.

Understood: paragraphs, headings, bullet and numbered lists, bold, italic, links to web and mail
addresses. Anything else, HTML included, stays as it was written. A citation stands in square
brackets: suggestions by number, `[S12]` or `[S3, S4]`, evidence by key, `[@c4eo-2010]`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from qsdev.documents.blocks import (
    LINKED,
    Block,
    BulletList,
    FootnoteReference,
    Heading,
    Inline,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Text,
    clean,
)

_ONE = r"(?:S\d{1,6}|@[A-Za-z0-9][A-Za-z0-9._:-]*)"
_STOPS = re.compile(r"[.,;:!?]*")
_CITATION = re.compile(rf"\[\s*({_ONE}(?:\s*[,;]\s*{_ONE})*)\s*\]")
_RULES = ["list", "heading", "emphasis", "link", "autolink", "escape", "entity", "newline"]
_READER = MarkdownIt("zero", {"html": False, "maxNesting": 20}).enable(_RULES)


@dataclass(frozen=True, slots=True)
class Citation:
    """What one pair of brackets cites: suggestions by number, sources by key, as written."""

    suggestion_numbers: tuple[int, ...]
    source_keys: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True)
class CitingParagraph:
    """A paragraph or point of a list: its words without citations, and what it cites, once each."""

    text: str
    suggestion_numbers: tuple[int, ...]
    source_keys: tuple[str, ...]


CitationHook = Callable[[Citation], Iterable[Inline]]


def as_written(citation: Citation) -> tuple[Inline, ...]:
    """Keep a citation in the text as its writer wrote it."""
    return (Text(citation.written),)


def without(citation: Citation) -> tuple[Inline, ...]:
    """Leave a citation out of the text."""
    return ()


def blocks_from_markdown(text: str, *, citation: CitationHook = as_written) -> tuple[Block, ...]:
    """Return Markdown as blocks; `citation` says what each citation becomes.

    White space before a citation that becomes nothing, or begins with a footnote mark, is dropped.
    Headings are made to begin at depth 1 and to skip none.
    """
    root = SyntaxTreeNode(_READER.parse(clean(text)))
    headings = [int(node.tag[1]) for node in root.children if node.type == "heading"]
    ranks = {level: rank for rank, level in enumerate(sorted(set(headings)), start=1)}
    blocks, depth = [], 0
    for node in root.children:
        if node.type == "heading":
            line = _line(node, citation)
            if any(part.text.strip() for part in line if isinstance(part, Text | Link)):
                depth = min(ranks[int(node.tag[1])], depth + 1)
                blocks.append(Heading(line, depth=depth))
        else:
            blocks.extend(_block(node, citation))
    return tuple(blocks)


def citations_by_paragraph(text: str) -> list[CitingParagraph]:
    """Return the paragraphs and points of lists of a Markdown text, with what each cites."""
    root = SyntaxTreeNode(_READER.parse(clean(text)))
    return [_citing(node) for node in root.walk() if node.type == "paragraph"]


def _citing(node):
    found = []

    def note(citation):
        found.append(citation)
        return ()

    words = "".join(part.text for part in _line(node, note))
    numbers = [number for citation in found for number in citation.suggestion_numbers]
    keys = [key for citation in found for key in citation.source_keys]
    return CitingParagraph(words, tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(keys)))


def _block(node, citation):
    if node.type == "paragraph":
        line = _line(node, citation)
        return [Paragraph(line)] if line else []
    items = tuple(ListItem(_blocks(item.children, citation)) for item in node.children)
    if node.type == "bullet_list":
        return [BulletList(items)]
    return [NumberedList(items, start=int(node.attrs.get("start", 1)))]


def _blocks(nodes, citation):
    """Return the blocks of a point of a list; a heading in one is a paragraph in bold."""
    blocks = []
    for node in nodes:
        if node.type == "heading":
            line = _line(node, citation)
            blocks.append(Paragraph(_bold(line)))
        else:
            blocks.extend(_block(node, citation))
    return tuple(blocks)


def _bold(line):
    return tuple(
        Text(part.text, bold=True, italic=part.italic) if isinstance(part, Text) else part
        for part in line
    )


def _line(node, citation) -> tuple[Inline, ...]:
    """Return a paragraph's inlines: like neighbours joined, citations replaced."""
    pieces = []
    for inline in node.children:
        _collect(inline, pieces, bold=False, italic=False)
    line = []
    for piece in _joined(pieces):
        line.extend(_cited(piece, citation) if isinstance(piece, Text) else [piece])
    return tuple(_tidied(line))


def _collect(node, pieces, bold, italic):
    if node.type in ("text", "text_special"):
        pieces.append(Text(node.content, bold, italic))
    elif node.type == "softbreak":
        pieces.append(Text(" ", bold, italic))
    elif node.type == "hardbreak":
        pieces.append(Text("\n", bold, italic))
    elif node.type == "link":
        pieces.append(_link(node))
    else:
        bold, italic = bold or node.type == "strong", italic or node.type == "em"
        for child in node.children:
            _collect(child, pieces, bold, italic)


def _link(node):
    words = "".join(child.content for child in node.walk() if child.type == "text")
    address = str(node.attrs.get("href", ""))
    if not LINKED.fullmatch(address):
        return Text(f"{words} ({address})" if words else address)
    return Link(words or address, address)


def _joined(pieces):
    """Return pieces with neighbours of one style made one, in time linear in their number."""
    joined = []
    for style, alike in groupby(pieces, key=_style):
        if style is None:
            joined.extend(alike)
        else:
            joined.append(Text("".join(piece.text for piece in alike), *style))
    return joined


def _style(piece):
    return (piece.bold, piece.italic) if isinstance(piece, Text) else None


def _cited(piece, citation):
    end = 0
    for match in _CITATION.finditer(piece.text):
        inlines = tuple(citation(_parsed(match)))
        before = piece.text[end : match.start()]
        end = match.end()
        if not inlines or isinstance(inlines[0], FootnoteReference):
            before = before.rstrip()
        if inlines and all(isinstance(one, FootnoteReference) for one in inlines):
            end = _STOPS.match(piece.text, end).end()  # marks follow the stop, as papers have it
            before += piece.text[match.end() : end]
        yield Text(before, piece.bold, piece.italic)
        yield from inlines
    yield Text(piece.text[end:], piece.bold, piece.italic)


def _parsed(match):
    parts = re.split(r"\s*[,;]\s*", match[1])
    numbers = tuple(int(part[1:]) for part in parts if part.startswith("S"))
    keys = tuple(part[1:] for part in parts if part.startswith("@"))
    return Citation(numbers, keys, match[0])


def _tidied(line):
    """Return inlines without empty texts, and without a footnote parted from its word."""
    kept = [part for part in line if not isinstance(part, Text) or part.text]
    for place, part in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        if isinstance(part, Text) and isinstance(following, FootnoteReference):
            part = Text(part.text.rstrip(), part.bold, part.italic)
        yield part
