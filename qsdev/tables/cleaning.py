"""The one place where text is cleaned: what no database can hold goes, the words stay.

Removed are NUL and other control characters and lone surrogates. Invisible characters and words
that mix alphabets stay in the contributor's text and are reported; in names and numbers the
invisible ones go.
"""

import re
import unicodedata
from functools import lru_cache

PLAIN = re.compile(r"[\x20-\x7e\n\t]*").fullmatch
LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
INVISIBLE = re.compile(
    "[\u200b\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
JOINERS = re.compile("[\x20-\x7e][\u200c\u200d]|[\u200c\u200d][\x20-\x7e]")
DIRECTION_MARKS = re.compile("[\u200e\u200f]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
HIDDEN_IN_NAMES = re.compile(
    "[\xad\u200b-\u200f\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069]"
)
MARKS_IN_A_ROW = 5
OTHER_ALPHABETS = re.compile("[\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ]")
MIXED_WORD = re.compile(
    "[A-Za-z][\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ]|[\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ][A-Za-z]"
)
MESSAGES = {
    "control_chars": "Control characters were removed.",
    "invisible_chars": "The text contains invisible characters.",
    "mixed_script": "A word mixes letters of two alphabets that look alike.",
}


def clean(text):
    """The cleaned text, without blanks around it, and the codes of what was found in it."""
    if PLAIN(text):
        return text.strip(), ()
    codes = []
    text = LINE_ENDS.sub("\n", text)
    if FORBIDDEN.search(text):
        text = FORBIDDEN.sub("", text)
        codes.append("control_chars")
    if _has_invisible(text):
        codes.append("invisible_chars")
    if OTHER_ALPHABETS.search(text) and MIXED_WORD.search(text):
        codes.append("mixed_script")
    return text.strip().strip("\ufeff"), tuple(codes)


@lru_cache(maxsize=1_024)  # many rows bear the same name
def clean_name(text):
    """As `clean`, for names and numbers: what cannot be seen goes."""
    text, codes = clean(text)
    if "invisible_chars" in codes or not text.isascii():
        text = HIDDEN_IN_NAMES.sub("", text)
    return text.strip(), codes


def _has_invisible(text):
    if INVISIBLE.search(text) or JOINERS.search(text):
        return True
    if DIRECTION_MARKS.search(text) and not RIGHT_TO_LEFT.search(text):
        return True
    return _has_piled_marks(text)


def _has_piled_marks(text):
    """Whether more combining marks stand on one letter than any script needs."""
    run = 0
    for character in text:
        if character < "\u0300":
            run = 0
        elif unicodedata.category(character) in ("Mn", "Me"):
            run += 1
            if run >= MARKS_IN_A_ROW:
                return True
        else:
            run = 0
    return False
