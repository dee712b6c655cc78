"""Checks of a statement's words: one concept, its subject, what can be measured, plain English."""

import re

from statements.checks.findings import Finding
from statements.checks.reading_age import reading_age

#: Who a statement may be about: people, or the organisation that is responsible.
PEOPLE = re.compile(
    r"\b(people|adults?|child(?:ren)?|young people|bab(?:y|ies)|infants?|women|men|parents?|"
    r"carers?|famil(?:y|ies)|patients?|pupils?|students?|residents?|guardians?|adopters?|"
    r"services?|providers?|commissioners?|trusts?|authorit(?:y|ies)|organisations?|schools?|"
    r"colleges?|hospitals?|teams?|boards?|practices?|employers?)\b",
    re.IGNORECASE,
)
#: What comes after one of these belongs to the subject and is not the subject itself.
OF_WHOM = re.compile(r"\b(?:of|for|by)\b", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(timely|appropriate(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|effective(?:ly)?|suitabl[ey]|"
    r"regular(?:ly)?|prompt(?:ly)?|as soon as possible|where possible|optimal|high[- ]quality|"
    r"good quality|as needed|when necessary|reasonable)\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\b[A-Z]{2,}[a-z]?\b")
KNOWN_EVERYWHERE = {"NICE", "UK", "NHS", "GP", "GPs"}
JOINED = re.compile(
    r"\b(?:are|have|has|is|receives?)\b[^.]{1,300}?\b(?:and|as well as)\s+(?:also\s+)?"
    r"(?:are|have|has|is|receives?)\b"
)
OLDEST = 16
OLDEST_FOR_PEOPLE = 14


def has_words(content):
    if not content["text"].strip():
        yield Finding("statement", "error", "text", "The statement is not written yet.")


def one_concept(content):
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
    elif JOINED.search(words):
        yield Finding(
            "one_concept",
            "warning",
            "text",
            "The statement seems to join two concepts with “and”: two belong in one statement "
            "only if they are closely linked.",
        )


def subject(content):
    words = content["text"].strip()
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
    for part in ("text", *(["measures"] if content["measures"] else [])):
        words = content["text"] if part == "text" else measure_words(content)
        found = sorted({one.group(0).lower() for one in VAGUE.finditer(words)})
        if found:
            listed = ", ".join(f"“{word}”" for word in found)
            where = "statement" if part == "text" else "measures"
            yield Finding(
                "can_be_measured",
                "warning",
                part,
                f"The {where} use {listed}, which nobody can count: say what is meant, such as "
                "within how many days.",
            )


def measure_words(content):
    names = ("text", "numerator", "denominator")
    return " ".join(one[name] for one in content["measures"] for name in names)


def terms_are_defined(content):
    """Abbreviations in the statement and its measures are defined or written out."""
    words = f"{content['text']} {measure_words(content)}"
    defined = " ".join(one["term"] for one in content["definitions"])
    for found in sorted(set(ABBREVIATION.findall(words)) - KNOWN_EVERYWHERE):
        if found not in defined and f"({found})" not in words:
            yield Finding(
                "terms_are_defined",
                "warning",
                "definitions",
                f"“{found}” is used and not defined: write it out, or add it to the definitions.",
            )


def defined_terms_are_used(content):
    words = f"{content['text']} {measure_words(content)}".casefold()
    for one in content["definitions"]:
        stem = one["term"].casefold().removesuffix("s")
        if stem not in words:
            yield Finding(
                "defined_terms_are_used",
                "note",
                "definitions",
                f"“{one['term']}” is defined, and neither the statement nor a measure uses it.",
            )


def can_be_read(content):
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
    for part, words in (
        ("rationale", "The rationale"),
        ("for_service_providers", "What it means for service providers"),
        ("for_practitioners", "What it means for practitioners"),
        ("for_commissioners", "What it means for commissioners"),
        ("for_people", "What it means for people who use services"),
    ):
        if content["kind"] != "placeholder" and not content[part].strip():
            yield Finding("audiences_are_told", "warning", part, f"{words} is not written yet.")


WORDING_CHECKS = (
    has_words,
    one_concept,
    subject,
    can_be_measured,
    terms_are_defined,
    defined_terms_are_used,
    can_be_read,
    audiences_are_told,
)
