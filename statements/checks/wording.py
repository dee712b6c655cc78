"""Checks of a statement's words: one concept, its subject, what can be measured, plain English."""

import re

from statements.checks.findings import Finding, about_measure, listed
from statements.checks.reading_age import reading_age
from statements.checks.words import PEOPLE, joins_two

#: What comes after one of these belongs to the subject and is not the subject itself.
OF_WHOM = re.compile(r"\b(?:of|for|by)\b", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(timely|appropriate(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|effective(?:ly)?|suitabl[ey]|"
    r"regular(?:ly)?|prompt(?:ly)?|as soon as possible|where possible|optimal|high[- ]quality|"
    r"good quality|as needed|when necessary|reasonable)\b",
    re.IGNORECASE,
)
OLDEST = 16
OLDEST_FOR_PEOPLE = 14


def has_words(content):
    """The statement is written."""
    if not content["text"].strip():
        yield Finding("statement", "error", "text", "The statement is not written yet.")


def one_concept(content):
    """A statement is one sentence on one concept."""
    words = content["text"].strip()
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)", words) if part.strip()]
    if len(sentences) > 1:
        yield Finding(
            "one_concept",
            "warning",
            "text",
            f"The statement has {len(sentences)} sentences: a statement is one sentence on one "
            "concept. Move the rest to the rationale or to a statement of its own.",
        )
    elif joins_two(words):
        yield Finding(
            "one_concept",
            "warning",
            "text",
            "The statement seems to join two concepts with “and”: two belong in one statement "
            "only if they are closely linked.",
        )


def subject(content):
    """The statement begins with people or an organisation; a placeholder names what is missing."""
    words = content["text"].strip() if content["kind"] != "placeholder" else ""
    beginning = " ".join(words.split()[:8])
    if words and not PEOPLE.search(OF_WHOM.split(beginning)[0]):
        yield Finding(
            "subject",
            "warning",
            "text",
            f"The statement begins “{beginning}”: its subject is people, or the organisation that "
            "is responsible. Begin with them.",
        )


def can_be_measured(content):
    """Neither the statement nor a measure rests on a word that cannot be counted."""
    found = vague(content["text"])
    if found:
        message = f"The statement uses {found}, which nobody can count: say what is meant, such as "
        yield Finding("can_be_measured", "warning", "text", f"{message}within how many days.")
    for place, one in enumerate(content["measures"]):
        for field in ("text", "numerator", "denominator"):
            found = vague(one[field])
            if found:
                message = f"The measure uses {found}, which nobody can count: say what is meant."
                yield about_measure("can_be_measured", "warning", place, message, field)


def vague(text):
    """The words of a text that nobody can count, as a sentence lists them."""
    return listed(sorted({one.group(0).lower() for one in VAGUE.finditer(text)}))


def can_be_read(content):
    """Practitioners can read the statement, and people who use services what it means for them."""
    for part, oldest, reader in (
        ("text", OLDEST + 4, "a practitioner"),
        ("for_people", OLDEST_FOR_PEOPLE, "the people it is for"),
    ):
        age = reading_age(content[part])
        if age is not None and age > oldest:
            yield Finding(
                "can_be_read",
                "note",
                part,
                f"It takes a reading age of about {age}, too much for {reader}: shorter sentences "
                "and words bring it down.",
            )


def audiences_are_told(content):
    """The rationale is written, and what the statement means for each audience."""
    for part, wanted in (
        ("rationale", "why it improves care"),
        ("for_service_providers", "what service providers do"),
        ("for_practitioners", "what practitioners do"),
        ("for_commissioners", "what commissioners do"),
        ("for_people", "in plain words what people can expect"),
    ):
        if content["kind"] != "placeholder" and not content[part].strip():
            message = f"It is not written yet: say {wanted}."
            yield Finding("audiences_are_told", "warning", part, message)


WORDING_CHECKS = (
    has_words,
    one_concept,
    subject,
    can_be_measured,
    can_be_read,
    audiences_are_told,
)
