"""Reads recommendations from text in the form in which briefing papers print them.

A section's heading, a line such as "NICE NG26 Recommendation 1.3.2 (key priority for
implementation)", then the paragraphs and bullets of the recommendation. The rest of a paper may
stand around them; its tables say under which section a recommendation belongs where no heading
stands above it.
"""

import re
from dataclasses import dataclass, field

from qsdev.tables import Place
from recommendations.imports.pieces import HEADING, MENTION, pieces
from recommendations.imports.rows import Listing, problem, warning
from recommendations.models import Strength

CONSIDER = re.compile(r"\bconsider\b", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A listing that is being read: its heading and the pieces under it."""

    heading: object
    section: str
    is_of_other_guideline: bool
    body: list = field(default_factory=list)


@dataclass(slots=True)
class PrintedText:
    """Where the reading of a text stands, and what it has found."""

    reference: str
    drafts: list = field(default_factory=list)
    notices: list = field(default_factory=list)
    sections: dict = field(default_factory=dict)  # number of a recommendation -> section in a table
    section: str = ""
    row_section: str = ""
    current: Draft | None = None

    def take(self, piece, following):
        """Read one piece, knowing the one that follows it."""
        if piece.kind != "row":
            self.row_section = ""
        if piece.kind == "heading":
            self.begin(piece)
        elif piece.kind == "row":
            self.leave()
            self.read_row(piece)
        elif piece.kind == "almost":
            self.leave()
            self.notices.append(unreadable_heading(piece))
        elif self.is_title(piece, following):
            self.leave()
            self.section = piece.text if following and following.kind == "heading" else ""
        elif self.current:
            self.current.body.append(piece)

    def is_title(self, piece, following):
        """Whether a piece is a title: one that ends a recommendation, or stands above the next."""
        begins_a_text = self.current is not None and not self.current.body
        above_the_next = following is not None and following.kind == "heading"
        return piece.is_title_like and (above_the_next or not begins_a_text)

    def begin(self, piece):
        self.current = Draft(piece, self.section, not self.is_own(piece.match))
        self.drafts.append(self.current)

    def is_own(self, match):
        """Whether a recommendation is of the guideline asked for, or names none."""
        return (match["reference"] or self.reference).upper() == self.reference.upper()

    def leave(self):
        """What follows is not part of a recommendation any longer."""
        self.current, self.section = None, ""

    def read_row(self, piece):
        """A row of a table of selected recommendations: a section, or recommendations under it."""
        cell = piece.text.split("\t")[-1].strip()
        mentions = list(MENTION.finditer(cell))
        for mention in mentions:
            if self.row_section and not mention["research"] and self.is_own(mention):
                self.sections.setdefault(mention["number"], self.row_section)
        if cell and not mentions:
            self.row_section = "" if cell.lower().endswith("recommendations") else cell


def read_printed(text, reference):
    """Listings in `text` of the guideline `reference`, and notices: (listings, notices)."""
    found = pieces(text)
    state = PrintedText(reference)
    for piece, following in zip(found, [*found[1:], None], strict=True):
        state.take(piece, following)
    state.notices.extend(left_out(draft) for draft in state.drafts if draft.is_of_other_guideline)
    own = [draft for draft in state.drafts if not draft.is_of_other_guideline]
    printed = {name_of(draft) for draft in own if draft.body}
    # A line with nothing under it is a mention where the text stands elsewhere.
    read = [
        listing(draft, state.sections)
        for draft in own
        if draft.body or name_of(draft) not in printed
    ]
    return read, state.notices


def has_printed_recommendations(text):
    """Whether any line of `text` is the heading of a recommendation."""
    return any(HEADING.fullmatch(" ".join(line.split())) for line in text.splitlines())


def listing(draft, sections):
    """The listing that a draft comes to."""
    match = draft.heading.match
    number, is_research = match["number"], bool(match["research"])
    text = as_markdown(draft.body)
    return Listing(
        number=number,
        text=text,
        place=Place("line", "", draft.heading.line),
        section="" if is_research else draft.section or sections.get(number, ""),
        title=match["title"] or "",
        is_research=is_research,
        is_key_priority=bool(match["key_priority"]),
        strength=strength_of(text),
    )


def as_markdown(body):
    """Paragraphs and nested bullets as Markdown; a bullet's level is found by its indentation."""
    parts, indents, after_bullet = [], [], False
    for piece in body:
        if piece.kind == "bullet":
            while indents and piece.indent < indents[-1]:
                indents.pop()
            if not indents or piece.indent > indents[-1]:
                indents.append(piece.indent)
            parts.append("\n" if after_bullet else "\n\n")
            parts.append(f"{'    ' * (len(indents) - 1)}- {piece.text}")
        else:
            indents = []
            parts.append(f"\n\n{piece.text}")
        after_bullet = piece.kind == "bullet"
    return "".join(parts).strip()


def strength_of(text):
    """ "Consider" if the first sentence uses that word, as NICE words weaker recommendations."""
    first = re.split(r"[.:\n]", text, maxsplit=1)[0]
    return Strength.CONSIDER if CONSIDER.search(first) else Strength.OFFER


def name_of(draft):
    return bool(draft.heading.match["research"]), draft.heading.match["number"]


def unreadable_heading(piece):
    return problem(
        "unreadable_heading",
        f"“{piece.text}” is not the heading of a recommendation. Write it as “NICE NG26 "
        "Recommendation 1.3.2” or “NICE NG26 Research Recommendation 1: its title”.",
        Place("line", "", piece.line),
    )


def left_out(draft):
    match = draft.heading.match
    return warning(
        "other_guideline",
        f"{match['reference']} recommendation {match['number']} belongs to another guideline and "
        "is left out.",
        Place("line", "", draft.heading.line),
    )
