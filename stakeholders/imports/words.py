"""Looks through a row's own words: personal data, labels of the form, nothing written at all."""

import re

from stakeholders.imports.columns import NAME_KEY, NUMBER_KEY
from stakeholders.imports.findings import finding
from stakeholders.imports.names import pseudonym_in
from stakeholders.models import WORDS
from stakeholders.models.register import name_key

SIX_DIGITS = re.compile(r"\d\d\d[ -]?\d\d\d")
E_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
TEN_DIGITS = re.compile(r"(?<![\w/.=-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w/-])")
NAMES_ITSELF = re.compile(r"\bI, (?:[A-Z]\. ?){1,3}[A-Z][a-z]+,|\b[Mm]y name is [A-Z]")

LABEL = re.compile(
    r"(?:suggested )?key area(?: \d{1,2})?"
    r"|(?:suggested )?key area for quality(?: improvement)?(?: \d{1,2})?"
    r"|(?:(?:area )?for )?(?:quality )?improvement \d{1,2}"
)
LABEL_WORDS = re.compile(r"improvement|key\s+area", re.IGNORECASE)
LONGEST_LABEL = 48
NAME_NOT_KEPT = "{pseudonym} [other words not kept]"


def without_identity(name):
    """The cell of a stakeholder's name as it may be stored: nothing stands beside a pseudonym."""
    pseudonym, has_more = pseudonym_in(name) if name else ("", False)
    return NAME_NOT_KEPT.format(pseudonym=pseudonym) if has_more else name


def is_form_label(text):
    """Whether a text is no more than a label of the engagement form, such as "improvement 2"."""
    if not 0 < len(text) <= LONGEST_LABEL or not LABEL_WORDS.search(text):
        return False
    return bool(LABEL.fullmatch(name_key(text)))


def is_nhs_number(digits):
    """Whether ten digits are an NHS number: the last is the check digit of the others (mod 11)."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)
    )
    check = 11 - total % 11
    return check != 10 and check % 11 == int(digits[9]) and len(set(digits)) > 1


def is_suspect(text):
    """Whether a closer look is worth its time."""
    return (
        "@" in text or "I, " in text or "y name is " in text or SIX_DIGITS.search(text) is not None
    )


def personal_data_in(text):
    """What a text seems to hold of a person, in words: an e-mail address, an NHS number, a name."""
    found = []
    if "@" in text and E_MAIL.search(text):
        found.append("an e-mail address")
    numbers = (re.sub(r"\D", "", match[0]) for match in TEN_DIGITS.finditer(text))
    if any(is_nhs_number(number) for number in numbers):
        found.append("an NHS number")
    if NAMES_ITSELF.search(text):
        found.append("a person’s name")
    return ", ".join(found)


def check_words(cells):
    """The findings that a row's own cells give rise to, whatever stands elsewhere."""
    words = [cells.get(word, "") for word in WORDS]
    if not any(words):
        return [finding("empty_suggestion")] if cells.get(NAME_KEY) or cells.get(NUMBER_KEY) else []
    findings = []
    if is_form_label(words[0]):
        findings.append(finding("form_label"))
    if not is_suspect("\n".join(words)):
        return findings
    for word, text in zip(WORDS, words, strict=True):
        what = personal_data_in(text)
        if what:
            findings.append(finding("personal_data", column=word, what=what))
    return findings
