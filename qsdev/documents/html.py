"""The writer of html: one accessible page, or the same as a fragment for a page of the service."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from qsdev.documents.blocks import Block, Document, DocumentError, Footnote
from qsdev.documents.html_blocks import Blocks
from qsdev.documents.html_inlines import Inlines, words
from qsdev.documents.numbering import number

STYLESHEET = Path(__file__).with_name("paper.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@cache
def house_stylesheet() -> str:
    """Return the style of papers, on screen and in print; every rule begins at `.paper`."""
    return STYLESHEET.read_text(encoding="utf-8")


def write_html(
    document: Document,
    *,
    standalone: bool = True,
    stylesheet: str | None = None,
    prefix: str = "",
) -> str:
    """Return the document as HTML; the same tree gives the same text.

    A standalone page carries `stylesheet` (the house's own unless given) in its head, and may
    load nothing. Otherwise the result is one `<article class="paper">` without any style, whose
    ids begin with `prefix`; the page around it links `paper.css`. Raises DocumentError for a tree
    that cannot be printed.
    """
    article = _article(document, prefix)
    if not standalone:
        return article
    style = house_stylesheet() if stylesheet is None else stylesheet
    style = style.replace("</", "<\\/")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n{_metadata(document)}"
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{article}</main>\n</body>\n</html>\n"
    )


def write_passage(
    blocks: Iterable[Block], *, footnotes: Iterable[Footnote] = (), prefix: str = ""
) -> str:
    """Return blocks as a section of a paper has them, with the footnotes that they refer to.

    The result is one `<div class="paper">`, whose ids begin with `prefix`. Raises DocumentError
    for blocks that cannot be printed.
    """
    document = Document(
        "A passage", sections=(), front_matter=tuple(blocks), footnotes=tuple(footnotes)
    )
    numbering = number(document)
    inlines = Inlines(numbering, prefix)
    body = Blocks(inlines).numbered(numbering.front_matter)
    return f'<div class="paper">\n{body}{inlines.notes()}</div>\n'


def write_section(document: Document, anchor: str, *, prefix: str = "") -> str:
    """Return one section of a paper with all below it, numbered as in the whole.

    The result is one `<article class="paper">`, whose ids begin with `prefix`; footnotes have the
    numbers that they have in the whole paper, and references to other sections lead nowhere.
    Raises DocumentError where no section has that anchor, or for a tree that cannot be printed.
    """
    numbering = number(document)
    inlines = Inlines(numbering, prefix)
    blocks = Blocks(inlines)
    before, wanted = _around(numbering.sections, anchor)
    _parts(before, blocks)  # counts the footnotes that come before
    inlines.forget_notes()
    body = _parts(wanted, blocks)
    language = escape(document.language)
    return f'<article class="paper" lang="{language}">\n{body}{inlines.notes()}</article>\n'


def _around(sections, anchor):
    """Split numbered sections into those before the one called `anchor`, and it with its own."""
    places = [place for place, part in enumerate(sections) if part.label.anchor == anchor]
    if not places:
        raise DocumentError(f"The paper has no section called {anchor!r}.")
    start = places[0]
    level = sections[start].label.level
    end = start + 1
    while end < len(sections) and sections[end].label.level > level:
        end += 1
    return sections[:start], sections[start:end]


def _metadata(document):
    named = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "dcterms.date": document.date.isoformat() if document.date else "",
    }
    return "".join(
        f'<meta name="{name}" content="{escape(value)}">\n'
        for name, value in named.items()
        if value
    )


def _article(document, prefix):
    numbering = number(document)
    inlines = Inlines(numbering, prefix)
    blocks = Blocks(inlines)
    cover = _cover(document, blocks, numbering)
    body = _sections(numbering, blocks)
    return (
        f'<article class="paper" lang="{escape(document.language)}">\n{cover}'
        f"{_contents(numbering, inlines)}{body}{inlines.notes()}</article>\n"
    )


def _cover(document, blocks, numbering):
    imprint = "".join(f'<p class="paper-imprint">{words(line)}</p>\n' for line in document.imprint)
    subtitle = f'<p class="paper-subtitle">{words(document.subtitle)}</p>\n'
    return (
        f'<header class="paper-cover">\n{imprint}<h1>{words(document.title)}</h1>\n'
        f"{subtitle if document.subtitle else ''}{blocks.numbered(numbering.front_matter)}"
        "</header>\n"
    )


def _contents(numbering, inlines):
    entries = numbering.contents
    if not entries:
        return ""
    parts, level = [], 0
    for label in entries:
        if label.level > level:
            parts.append("<ol>\n" * (label.level - level))
        else:
            parts.append("</li>\n" + "</ol>\n</li>\n" * (level - label.level))
        level = label.level
        title = _title(label)
        parts.append(f'<li><a href="#{inlines.id_of(label.anchor)}">{title}</a>')
    parts.append("</li>\n</ol>\n" * level)
    return (
        f'<nav class="paper-contents" aria-labelledby="{inlines.prefix}contents">\n'
        f'<h2 id="{inlines.prefix}contents">Contents</h2>\n{"".join(parts)}</nav>\n'
    )


def _title(label):
    if label.kind == "appendix":
        return words(label.full_title)
    return f'<span class="paper-number">{label.number}</span> {words(label.title)}'


def _sections(numbering, blocks):
    """Return all sections, those below another inside its `<section>`."""
    return _parts(numbering.sections, blocks)


def _parts(sections, blocks):
    parts = []
    level_above = open_levels = sections[0].label.level - 1 if sections else 0
    for part in sections:
        level = part.label.level
        parts.append("</section>\n" * (open_levels - level + 1))
        parts.append(_opening(part, blocks.inlines))
        parts.append(blocks.heading(_title(part.label), part.label))
        parts.append(blocks.numbered(part.blocks))
        open_levels = level
    return "".join(parts) + "</section>\n" * (open_levels - level_above)


def _opening(part, inlines):
    names = ["paper-section"]
    if part.section.landscape:
        names.append("paper-landscape")
    if part.section.new_page or part.section.appendix:
        names.append("paper-new-page")
    label = inlines.id_of(part.label.anchor)
    return f'<section class="{" ".join(names)}" aria-labelledby="{label}">\n'
