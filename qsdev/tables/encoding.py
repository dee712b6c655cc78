"""Finds the encoding of text that somebody saved: UTF-8, UTF-16, Windows or old Macintosh."""

import codecs

from qsdev.tables.kinds import looks_like_utf16

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
TYPOGRAPHY = frozenset("‘’“”–—…•£€©®™°·«»")
EXAMINED = 100_000  # characters that decide between two single-byte encodings


def decode(data):
    """(text, name of the encoding, whether it was guessed) of the bytes of a text file."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    wide = looks_like_utf16(data)
    if wide:
        return data.decode(wide, "replace"), wide, True
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        return _guess(data)


def _decode_marked(data, encoding):
    try:
        return data.decode(encoding), encoding, False
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), encoding, True


def _guess(data):
    damaged = data.decode("utf-8", "replace")
    sample = damaged[:EXAMINED]
    broken = sample.count("\ufffd")
    whole = sum(1 for character in sample if character > "\x7f") - broken
    if whole > broken:
        return damaged, "utf-8", True
    windows = data.decode("cp1252", "replace")
    macintosh = data.decode("mac_roman")
    if _plausibility(macintosh) > _plausibility(windows):
        return macintosh, "mac_roman", True
    return windows, "cp1252", True


def _plausibility(text):
    """How much the characters beyond ASCII look like European writing; the more the better."""
    score = 0
    previous = " "
    for character in text[:EXAMINED]:
        if character > "\x7f":
            if character in TYPOGRAPHY or character.islower():
                score += 1
            elif character.isupper() and not previous.isalpha() and previous != "’":
                score += 0
            else:
                score -= 1
        previous = character
    return score
