"""Numbers, dates and lists as running text has them."""

import datetime

from qsdev.documents.blocks import clean

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun: "one paper", "12 papers", "no papers"."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{SMALL[number] if number < len(SMALL) else f'{number:,}'} {noun}"


def titled(title: str, otherwise: str) -> str:
    """Return a title as it can be printed, or other words where nothing of it can be."""
    return clean(title).strip() or otherwise


def listed(words, last: str = "and") -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def day(date: datetime.date | None) -> str:
    """Return a date as papers write it: "10 March 2016"."""
    return f"{date.day} {date:%B %Y}" if date else ""


def period(first: datetime.date, last: datetime.date) -> str:
    """Return from when to when: "15 January to 29 January 2016"."""
    start = day(first) if first.year != last.year else f"{first.day} {first:%B}"
    return f"{start} to {day(last)}"


def capital(text: str) -> str:
    """Return the text with its first letter a capital one, and the rest as it was."""
    return text[:1].upper() + text[1:]
