"""Parts printed text into pieces: headings of recommendations, bullets, paragraphs, table rows."""

import re
from dataclasses import dataclass, field

NAME = (
    r"NICE\s+(?:guideline\s+)?(?:(?P<reference>[A-Z]{1,6}\d+)\s+)?"
    r"(?P<research>Research\s+)?Recommendation\s+(?P<number>\d+(?:\.\d+)*)"
)
MENTION = re.compile(NAME, re.IGNORECASE)
HEADING = re.compile(
    NAME + r"\s*(?P<key_priority>[(\[](?:key priority(?: for implementation)?|KPI)[)\]])?"
    r"\s*(?::\s*(?P<title>.+))?",
    re.IGNORECASE,
)
ALMOST_HEADING = re.compile(r"NICE\b.{0,25}\bRecommendation\b.*[^.:;?!]", re.IGNORECASE)
BULLET = re.compile(r"(?P<indent>\s*)(?P<marks>(?:[-–•·▪◦*o][ \t]+)+)(?P<text>\S.*)")
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?", re.IGNORECASE)
UNDERLINE = re.compile(r"</?u>")
ENDS_A_SENTENCE = (".", ":", ";", "?", "!")
LONGEST_PIECE = 20_000  # characters; joining goes on no further, or hostile text would take hours
LONGEST_TITLE = 200  # characters; what is longer is a paragraph that lacks its full stop


@dataclass(slots=True)
class Piece:
    """A part of the text with its words, the line where it begins and how far it is indented.

    `kind` is "heading" (of a recommendation), "almost" (meant as one, but unreadable), "bullet",
    "text" or "row" (of a table).
    """

    kind: str
    text: str
    line: int
    indent: float = 0
    match: re.Match | None = field(default=None, repr=False)

    @property
    def is_title_like(self):
        """Whether it reads like a title rather than like a sentence."""
        return (
            self.kind == "text"
            and len(self.text) <= LONGEST_TITLE
            and not self.text.endswith(ENDS_A_SENTENCE)
        )


def pieces(text):
    """The pieces of `text` in their order; lines that were wrapped are joined again."""
    found, follows_directly = [], False
    for number, line in enumerate(text.replace("\f", " ").splitlines(), start=1):
        line = UNDERLINE.sub("", line).rstrip()
        if not line.strip() or PAGE_NUMBER.fullmatch(line.strip()):
            follows_directly = False
            continue
        piece = read_line(line, number)
        if not found or not join(found[-1], piece, follows_directly):
            found.append(piece)
        follows_directly = True
    return found


def read_line(line, number):
    """One line as a piece of its own."""
    words = " ".join(line.split())
    if match := BULLET.fullmatch(line):
        indent = len(match["indent"].expandtabs(4)) + 0.5 * ("o" in match["marks"])
        return Piece("bullet", " ".join(match["text"].split()), number, indent)
    if "\t" in line:
        return Piece("row", line, number)
    if match := HEADING.fullmatch(words):
        return Piece("heading", words, number, match=match)
    if len(MENTION.findall(words)) > 1:
        return Piece("row", line, number)
    if len(words) <= LONGEST_TITLE and ALMOST_HEADING.fullmatch(words):
        return Piece("almost", words, number)
    return Piece("text", words, number)


def join(before, piece, follows_directly):
    """Join `piece` to the one before it if a line or a page merely broke between them."""
    if piece.kind != "text" or len(before.text) > LONGEST_PIECE:
        return False
    ended = before.text.endswith(ENDS_A_SENTENCE)
    goes_on = piece.text[0].islower() and not ended
    if before.kind == "heading":
        return goes_on and follows_directly and join_title(before, piece)
    if before.kind not in {"text", "bullet"}:
        return False
    if not (goes_on or (follows_directly and not (ended and piece.is_title_like))):
        return False
    before.text = f"{before.text} {piece.text}"
    return True


def join_title(before, piece):
    """Join the second line of a research recommendation's title to its first."""
    if not before.match["title"]:
        return False
    before.text = f"{before.text} {piece.text}"
    before.match = HEADING.fullmatch(before.text)
    return True
