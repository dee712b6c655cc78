"""What became of a suggestion, in words: every decision with who, when and why."""

from dataclasses import dataclass
from datetime import datetime

from qsdev.accounts.models import User
from qsdev.topics.models import ImprovementArea, SubArea
from stakeholders.models import Suggestion, SuggestionPart, TriageChange, TriageStep
from stakeholders.models.standing import Standing, standing_of

GONE = "an area that is gone"


@dataclass(frozen=True)
class Entry:
    """One thing that happened: when, by whom, what in sentences, and why.

    `step` is the step of triage, where it was one; `can_be_undone` whether nobody has built on it.
    """

    at: datetime
    who: str
    sentences: tuple[str, ...]
    why: str = ""
    step: TriageStep | None = None
    can_be_undone: bool = False
    concerns: int = 1


def history_of(suggestion) -> list[Entry]:
    """All that happened to a suggestion, the first thing first."""
    entries = [*_import(suggestion), *_steps(suggestion), *_notes(suggestion)]
    entries += [*_redactions(suggestion), *_issues(suggestion)]
    return sorted(entries, key=lambda entry: entry.at)


def _import(suggestion):
    row = getattr(suggestion, "import_row", None)
    if row is None:
        return
    record = row.import_record
    if row.corrected_at:
        who = row.corrected_by.name if row.corrected_by else "Somebody"
        sentences = tuple(corrected_in_words(**one) for one in row.corrected_cells)
        yield Entry(row.corrected_at, who, sentences, row.correction_reason)
    if record.finished_at:
        words = f"Imported from {record.file_name}, {row.place}"
        yield Entry(record.finished_at, record.who_imported, (words,))


def corrected_in_words(label, before, after):
    """A corrected cell in words: "Stakeholder: an empty cell became “PIP UK”"."""
    was = f"“{before}”" if before else "an empty cell"
    return f"{label}: {was} became “{after}”"


def _steps(suggestion):
    changes = list(
        TriageChange.objects.filter(suggestion=suggestion)
        .select_related("step__made_by", "step__undone_by", "step__topic")
        .order_by("step")
    )
    pairs = [(Standing.from_json(one.before), Standing.from_json(one.after)) for one in changes]
    names = Names([standing for pair in pairs for standing in pair])
    sizes = _sizes(changes)
    now = standing_of(suggestion)
    for change, (before, after) in zip(changes, pairs, strict=True):
        step = change.step
        yield Entry(
            at=step.made_at,
            who=step.made_by.name,
            sentences=tuple(names.differences(before, after)),
            why=step.reason,
            step=step,
            can_be_undone=step.undone_at is None and after == now,
            concerns=sizes[step.pk],
        )


def _sizes(changes):
    steps = TriageChange.objects.filter(step__in=[one.step_id for one in changes]).order_by()
    counts = {}
    for step in steps.values_list("step", flat=True):
        counts[step] = counts.get(step, 0) + 1
    return counts


def _notes(suggestion):
    for note in suggestion.notes.select_related("written_by"):
        yield Entry(note.written_at, note.written_by.name, (f"Note: {note.text}",))


def _redactions(suggestion):
    for one in suggestion.redactions.select_related("made_by").defer("passage"):
        words = f"A passage redacted in “{suggestion._meta.get_field(one.field).verbose_name}”"
        yield Entry(one.made_at, one.made_by.name, (words,), one.reason)


def _issues(suggestion):
    for one in suggestion.issued_in.select_related("paper__issued_by"):
        words = f"Issued to the committee in version {one.paper.version} of the briefing paper"
        yield Entry(one.paper.issued_at, one.paper.issued_by.name, (words,))


class Names:
    """The words for the ids in standings, looked up once for them all."""

    def __init__(self, standings):
        places = [place for one in standings for place in one.places]
        people = {one.assignee for one in standings}
        parts = {pk for one in standings for pk in one.parts} | {one.part for one in places}
        areas = ImprovementArea._base_manager.filter(pk__in={one.area for one in places})
        sub_areas = SubArea.objects.filter(pk__in={one.sub_area for one in places})
        merged = Suggestion.objects.filter(pk__in={one.merged_into for one in standings})
        self.areas = dict(areas.values_list("pk", "title"))
        self.sub_areas = dict(sub_areas.values_list("pk", "title"))
        self.people = dict(User.objects.filter(pk__in=people).values_list("pk", "name"))
        self.parts = dict(SuggestionPart.objects.filter(pk__in=parts).values_list("pk", "letter"))
        self.numbers = dict(merged.values_list("pk", "number"))

    def place(self, place):
        """A place in words: "Interventions for parents and carers: Provision"."""
        area = self.areas.get(place.area, GONE)
        sub_area = self.sub_areas.get(place.sub_area)
        return f"“{area}: {sub_area}”" if sub_area else f"“{area}”"

    def differences(self, before, after):
        """What a step changed, a sentence each."""
        yield from self._parts(before, after)
        yield from self._places(before, after)
        if before.out_of_scope != after.out_of_scope:
            is_out = bool(after.out_of_scope)
            yield f"Out of scope: {after.out_of_scope}" if is_out else "No longer out of scope"
        if before.is_later != after.is_later and not after.own:
            yield "Left for later" if after.is_later else "No longer left for later"
        if before.assignee != after.assignee:
            yield f"Given to {self.people.get(after.assignee, 'nobody')}"
        if before.merged_into != after.merged_into:
            number = self.numbers.get(after.merged_into or before.merged_into, "that is gone")
            linked = "Merged" if after.merged_into else "No longer merged"
            yield f"{linked} with suggestion {number}"

    def _parts(self, before, after):
        if set(after.parts) - set(before.parts):
            letters = ", ".join(sorted(self.parts.get(pk, "?") for pk in after.parts))
            yield f"Split into parts {letters}"
        elif set(before.parts) - set(after.parts):
            yield "Its parts joined again"

    def _places(self, before, after):
        gone = {_seat(one): one for one in before.places if one not in after.places}
        come = {_seat(one): one for one in after.places if one not in before.places}
        for seat in sorted(gone.keys() | come.keys()):
            yield self._moved(seat, gone.get(seat), come.get(seat))

    def _moved(self, seat, old, new):
        part, is_own, _ = seat
        subject = f"Part {self.parts.get(part, '?')} filed" if part else "Filed"
        if not is_own:
            return (
                f"Also supports {self.place(new)}"
                if new
                else (f"No longer supports {self.place(old)}")
            )
        if old and new:
            return f"{subject} under {self.place(new)}, before that under {self.place(old)}"
        if new:
            return f"{subject} under {self.place(new)}"
        return (
            f"{f'Part {self.parts.get(part)} taken' if part else 'Taken'} out of {self.place(old)}"
        )


def _seat(place):
    """What a place is for: the whole's own, a part's, or support of one area."""
    return place.part, place.is_own, 0 if place.is_own else place.area
