"""Splitting a suggestion that asks for several things, filing its parts, joining them again."""

from dataclasses import replace
from string import ascii_lowercase

from django.db import transaction
from django.utils import timezone

from qsdev.errors import RuleBroken
from qsdev.shortening import first_words
from stakeholders.actions.passages import spaced_pattern
from stakeholders.actions.steps import locked, new_place
from stakeholders.actions.triage import check_area, step_for_one
from stakeholders.models import WORDS, StepKind, Suggestion, SuggestionPart

FEWEST_PARTS = 2
MOST_PARTS = len(ascii_lowercase)


@transaction.atomic
def split_suggestion(*, suggestion, parts, by, version=None):
    """Split a suggestion into parts, each quoting the words that it takes; the original stays.

    `parts` holds, for each part, the passages that it takes; each must stand in the suggestion,
    where spaces and line breaks count alike.
    """
    locked(Suggestion.objects.filter(pk=suggestion.pk), version)
    if suggestion.parts.current().exists():
        raise RuleBroken(f"{suggestion} is split already: join its parts before splitting anew.")
    if not FEWEST_PARTS <= len(parts) <= MOST_PARTS:
        raise RuleBroken("Give at least two parts: one alone would be the suggestion itself.")
    now = timezone.now()
    letters = zip(ascii_lowercase, parts, strict=False)
    made = [
        SuggestionPart.objects.create(
            suggestion=suggestion,
            letter=letter,
            quotes=quotes_of(suggestion, passages, letter),
            made_by=by,
            ended_at=now,  # the step below lets them stand
        )
        for letter, passages in letters
    ]

    def change(standing):
        return replace(standing, parts=tuple(sorted(part.pk for part in made)))

    return step_for_one(StepKind.SPLIT, suggestion, change, by)


def quotes_of(suggestion, passages, letter):
    """The passages as they stand in the suggestion, by the column in which each is found."""
    found = {}
    for passage in filter(str.strip, passages):
        column, words = place_of_passage(suggestion, passage)
        if not column:
            raise RuleBroken(
                f"Part {letter}: “{first_words(passage, 60)}” does not stand in the suggestion. "
                "Copy the words from there to the letter."
            )
        found.setdefault(column, []).append(words)
    if not found:
        raise RuleBroken(f"Part {letter} takes no words yet: copy what it is about.")
    return {column: "\n\n".join(words) for column, words in found.items()}


def place_of_passage(suggestion, passage):
    """The column in which a passage stands and its words there, or two empty texts."""
    pattern = spaced_pattern(passage)
    for column in WORDS:
        match = pattern.search(getattr(suggestion, column))
        if match:
            return column, match.group()
    return "", ""


@transaction.atomic
def join_suggestion(*, suggestion, by, version=None):
    """Join the parts of a suggestion again; they are kept, with when that was."""

    def change(standing):
        if not standing.parts:
            raise RuleBroken(f"{suggestion} is not split.")
        return replace(standing.without(lambda one: bool(one.part)), parts=())

    return step_for_one(StepKind.JOINED, suggestion, change, by, version=version)


@transaction.atomic
def file_part(*, part, area, by, sub_area=None, reason="", version=None):
    """File a part of a suggestion under the area that is its own."""
    suggestion = part.suggestion
    check_area(suggestion.topic_id, area, sub_area)
    place = new_place(area, sub_area, by, part=part.pk)

    def change(standing):
        check_stands(part, standing)
        here = [(one.area, one.sub_area) for one in standing.places if one.part == part.pk]
        if here == [(place.area, place.sub_area)]:
            return standing
        filed = standing.with_place(place)
        return replace(filed, is_later=standing.is_later)

    return step_for_one(
        StepKind.FILED_PART,
        suggestion,
        change,
        by,
        reason=reason,
        version=version,
        area=area.pk,
        part=part.pk,
    )


@transaction.atomic
def unfile_part(*, part, by):
    """Take a part out of its area."""

    def change(standing):
        check_stands(part, standing)
        return standing.without(lambda one: one.part == part.pk)

    return step_for_one(StepKind.UNFILED, part.suggestion, change, by, part=part.pk)


def check_stands(part, standing):
    if part.pk not in standing.parts:
        raise RuleBroken(f"{part} was joined with the others again: open the suggestion anew.")
