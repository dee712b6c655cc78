"""Checks of what each kind of statement rests on: guidance, emergent practice, what is planned."""

import re

from statements.checks.findings import Finding

EVIDENCE = re.compile(
    r"\b(?:evidence|research|stud(?:y|ies)|trials?|reviews?|pilot(?:s|ed)?|evaluat\w+)\b",
    re.IGNORECASE,
)
EMERGENT = re.compile(
    r"\b(?:emerg\w+|cutting[- ]edge|developmental|innovat\w+|new|newer|minority|few|"
    r"not (?:yet|widely)|pioneer\w*|outstanding)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:plan\w*|will|expected|forthcoming|future|under way|in development|being (?:written|"
    r"developed|updated|prepared)|to be (?:written|developed|updated|published)|commissioned|"
    r"needed|until|once)\b",
    re.IGNORECASE,
)
#: What may be planned or needed where a placeholder stands.
GUIDANCE = re.compile(
    r"\b(?:guidance|guidelines?|recommendations?|evidence|research)\b", re.IGNORECASE
)


def standard_rests_on_guidance(content):
    """A standard statement rests on at least one recommendation."""
    if content["kind"] == "standard" and not content["sources"]:
        yield Finding(
            "rests_on_guidance",
            "error",
            "sources",
            "No recommendation is chosen: a statement rests on at least one.",
        )


def developmental_is_emergent(content):
    """A developmental statement says that its practice is emergent, and what speaks for it."""
    if content["kind"] != "developmental":
        return
    words = f"{content['text']} {content['rationale']}"
    if not content["sources"] and not EVIDENCE.search(words):
        yield Finding(
            "developmental",
            "error",
            "sources",
            "A developmental statement rests on a recommendation or on evidence: choose one, or "
            "say in the rationale which evidence supports it.",
        )
    if not EMERGENT.search(words):
        yield Finding(
            "developmental",
            "warning",
            "rationale",
            "A developmental statement is about emergent practice that few services follow yet: "
            "say so in the rationale.",
        )


def placeholder_says_what_is_planned(content):
    """A placeholder has no measures and no sources, and says what guidance is planned."""
    if content["kind"] != "placeholder":
        return
    gap = "A placeholder marks a gap in the guidance"
    for part, what in (("sources", "source guidance"), ("measures", "measures")):
        if content[part]:
            message = f"{gap}: it has no {what}. Remove them, or change its kind."
            yield Finding("placeholder", "warning", part, message)
    words = f"{content['text']} {content['rationale']}"
    if not (PLANNED.search(words) and GUIDANCE.search(words)):
        message = f"{gap}: say in the rationale which guidance is planned or needed."
        yield Finding("placeholder", "warning", "rationale", message)


KIND_CHECKS = (
    standard_rests_on_guidance,
    developmental_is_emergent,
    placeholder_says_what_is_planned,
)
