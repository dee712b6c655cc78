"""Inlines as HTML; keeps the footnotes met on the way, to be printed at the end of the page."""

from html import escape

from qsdev.documents.blocks import Footnote, FootnoteReference, Link, Text
from qsdev.documents.numbering import Numbering


def words(text: str) -> str:
    """Return text as HTML: escaped, newlines as line breaks."""
    return escape(text).replace("\n", "<br>\n")


class Inlines:
    """Writes inlines; `prefix` comes before every id, so that a page may hold several papers."""

    def __init__(self, numbering: Numbering, prefix: str):
        self.numbering = numbering
        self.prefix = prefix
        self.footnotes: list[Footnote] = []
        self.first_note = 0

    def forget_notes(self) -> None:
        """Leave the footnotes met so far out of the list; those to come are counted on."""
        self.first_note = len(self.footnotes)

    def id_of(self, anchor: str) -> str:
        """Return an anchor as an id of the page, in an attribute."""
        return escape(f"{self.prefix}{anchor}")

    def line(self, inlines) -> str:
        """Return a line of inlines."""
        parts, before = [], None
        for inline in inlines:
            if isinstance(inline, FootnoteReference) and isinstance(before, FootnoteReference):
                parts.append("<sup>,</sup>")
            parts.append(self._inline(inline))
            before = inline
        return "".join(parts)

    def _inline(self, inline):
        if isinstance(inline, Text):
            text = f"<strong>{words(inline.text)}</strong>" if inline.bold else words(inline.text)
            return f"<em>{text}</em>" if inline.italic else text
        if isinstance(inline, Link):
            return f'<a href="{escape(inline.href)}">{words(inline.text)}</a>'
        if isinstance(inline, FootnoteReference):
            return self._mark(inline)
        target = self.id_of(self.numbering.label_of(inline).anchor)
        return f'<a href="#{target}">{words(self.numbering.words_of(inline))}</a>'

    def _mark(self, reference):
        self.footnotes.append(self.numbering.footnote_of(reference.key))
        place = len(self.footnotes)
        return (
            f'<sup><a class="paper-mark" href="#{self.prefix}note-{place}" '
            f'id="{self.prefix}mark-{place}" role="doc-noteref"><span class="paper-unseen">'
            f"footnote </span>{place}</a></sup>"
        )

    def notes(self) -> str:
        """Return the footnotes as a list whose entries lead back to where they are cited."""
        first, notes = self.first_note, self.footnotes[self.first_note :]
        if not notes:
            return ""
        entries = "".join(
            f'<li id="{self.prefix}note-{place}">{self.line(note.inlines)} '
            f'<a href="#{self.prefix}mark-{place}" role="doc-backlink" '
            f'aria-label="Back to where footnote {place} is cited">↩</a></li>\n'
            for place, note in enumerate(notes, start=first + 1)
        )
        start = f' start="{first + 1}"' if first else ""
        return (
            f'<section class="paper-notes" role="doc-endnotes" '
            f'aria-labelledby="{self.prefix}notes"><h2 id="{self.prefix}notes">Footnotes</h2>\n'
            f"<ol{start}>\n{entries}</ol></section>\n"
        )
