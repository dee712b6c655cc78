"""Words and parts that a consultation's documents have alike."""

from django.utils import timezone
from django.utils.formats import date_format

from qsdev.documents.shorthand import definitions

INSTITUTE = "National Institute for Health and Care Excellence"
NO_RESPONSE = "No response yet"


def day(moment):
    """The day of a moment where NICE is: "10 March 2016"."""
    return date_format(timezone.localtime(moment), "j F Y")


def counted(number, word):
    """A number with its word: "1 comment", "3 comments"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def imprint(material):
    return tuple(line for line in (INSTITUTE, material.directorate, material.series) if line)


def front_matter(material):
    """The facts of the cover."""
    facts = (
        ("Quality standard topic", material.title),
        ("Reference", material.reference),
        ("Consultation", f"{day(material.opens_at)} to {day(material.closes_at)}"),
    )
    return (definitions(*(fact for fact in facts if fact[1])),)


def anchor_of(number):
    """The name of the row in which a comment is printed."""
    return f"comment-{number}"
