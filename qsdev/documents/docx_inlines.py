"""Inlines as the runs of a Word paragraph; keeps the links and footnotes met on the way."""

import re
import zlib

from qsdev.documents.blocks import CrossReference, Footnote, FootnoteReference, Link, Text
from qsdev.documents.house_template import field
from qsdev.documents.numbering import Numbering

_PLAIN_ANCHOR = re.compile(r"[a-z][a-z0-9-]{0,35}")
_STYLES = {
    (False, False): "<w:r>",
    (True, False): "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>",
    (False, True): "<w:r><w:rPr><w:i/><w:iCs/></w:rPr>",
    (True, True): "<w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}
_RAISED = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def escaped(text: str) -> str:
    """Return text as it stands in XML, in an element or an attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def words(text: str) -> str:
    """Return text as the content of a run: newlines become breaks, tabs tabs."""
    text = escaped(text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{text}</w:t>'


def bookmark_name(anchor: str) -> str:
    """Return an anchor as Word allows it: letters, digits and underscores, 40 at most."""
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return anchor.replace("-", "_")
    return f"a_{re.sub('[^a-zA-Z0-9]', '_', anchor)[:28]}_{zlib.crc32(anchor.encode()):08x}"


class Relationships:
    """What a part of the package points to: web addresses and pictures, each once."""

    def __init__(self, stem: str):
        self.stem = stem
        self.targets: dict[tuple[str, str], str] = {}

    def id_of(self, kind: str, target: str) -> str:
        """Return the relationship's id, made at first use."""
        return self.targets.setdefault((kind, target), f"{self.stem}{len(self.targets) + 1}")


class Inlines:
    """Writes inlines; footnotes are numbered as their references are met."""

    def __init__(self, numbering: Numbering, page_numbers: dict[str, int] | None):
        self.numbering = numbering
        self.page_numbers = page_numbers or {}
        self.relationships = Relationships("paper")
        self.footnotes: list[Footnote] = []
        self.bookmarks = 0

    def runs(self, inlines) -> str:
        """Return the runs of a line of inlines."""
        if len(inlines) == 1 and inlines[0].__class__ is Text:
            return self._run(inlines[0])
        parts, before = [], None
        for inline in inlines:
            kind = inline.__class__
            if kind is Text:
                parts.append(self._run(inline))
            elif kind is FootnoteReference:
                comma = before is FootnoteReference
                parts.append(f"{_RAISED}<w:t>,</w:t></w:r>" if comma else "")
                parts.append(self._footnote_mark(inline))
            else:
                parts.append(self._link(inline) if kind is Link else self._reference(inline))
            before = kind
        return "".join(parts)

    def _run(self, inline):
        return f"{_STYLES[inline.bold, inline.italic]}{words(inline.text)}</w:r>"

    def _footnote_mark(self, reference):
        self.footnotes.append(self.numbering.footnote_of(reference.key))
        return f'{_RAISED}<w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'

    def _link(self, link):
        target = self.relationships.id_of("hyperlink", link.href)
        return (
            f'<w:hyperlink r:id="{target}" w:history="1"><w:r><w:rPr><w:rStyle '
            f'w:val="Hyperlink"/></w:rPr>{words(link.text)}</w:r></w:hyperlink>'
        )

    def _reference(self, reference: CrossReference):
        label = self.numbering.label_of(reference)
        if reference.kind == "page":
            return f"<w:r>{words('page ')}</w:r>{self.page_field(label.anchor)}"
        return self.inner_link(
            label.anchor, f"<w:r>{words(self.numbering.words_of(reference))}</w:r>"
        )

    def inner_link(self, anchor: str, runs: str) -> str:
        """Return runs that lead to a place of the paper."""
        name = bookmark_name(anchor)
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'

    def page_field(self, anchor: str) -> str:
        """Return the field that holds the page on which a place is."""
        page = self.page_numbers.get(anchor, "")
        return field(rf"PAGEREF {bookmark_name(anchor)} \h", page)

    def bookmarked(self, anchor: str, runs: str) -> str:
        """Return runs inside a bookmark, so that links and page fields find them."""
        self.bookmarks += 1
        return (
            f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{bookmark_name(anchor)}"/>{runs}'
            f'<w:bookmarkEnd w:id="{self.bookmarks}"/>'
        )

    def footnotes_xml(self):
        """Yield the footnotes met so far, each as an element of `footnotes.xml`.

        Links in footnotes get relationships of their own part, kept in `footnote_relationships`.
        """
        self.relationships = self.footnote_relationships = Relationships("note")
        for place, note in enumerate(self.footnotes, start=1):
            yield (
                f'<w:footnote w:id="{place}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                f"{_RAISED}<w:footnoteRef/></w:r><w:r>{words(' ')}</w:r>"
                f"{self.runs(note.inlines)}</w:p></w:footnote>"
            )
