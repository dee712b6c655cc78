"""Suggestions on the trail: where each is filed and cited, and the raw cells it came from."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from qsdev.consultation.builder.wording import counted, day
from qsdev.trail.links import EMPTY, RAW_CELLS, Fact, Link, facts, page_in, unique
from stakeholders.models import Filing, Suggestion, SummaryCitation
from stakeholders.models.imports import column_label

WITH_ORIGIN = ("stakeholder", "import_row__import_record__finished_by", "import_row__corrected_by")


@dataclass(frozen=True)
class Origins:
    """Suggestions with what they came from: raw cells, the files, and who made them."""

    suggestions: tuple[Link, ...] = ()
    cells: tuple[Link, ...] = ()
    files: tuple[Link, ...] = ()
    stakeholders: tuple[Link, ...] = ()


def suggestions_with(pks):
    """The suggestions with what they came from, in their numbers' order."""
    rows = Suggestion.objects.filter(pk__in=pks)
    return list(rows.select_related(*WITH_ORIGIN, "merged_into").order_by("number"))


class Uses:
    """Where suggestions are filed and cited, read once for areas or for suggestions."""

    def __init__(self, topic, **which):
        self.topic = topic
        self.areas = defaultdict(set)
        self.said = defaultdict(list)
        of_citation = {
            f"summary__{name}" if name.startswith("area") else name: of
            for name, of in which.items()
        }
        for one in Filing.objects.filter(**which).select_related(
            "area", "sub_area", "part", "filed_by"
        ):
            here, anywhere = filing_in_words(one), filing_in_words(one, with_area=True)
            self.note(one.suggestion_id, one.area_id, "Filed", here, anywhere)
        for one in SummaryCitation.objects.filter(**of_citation).select_related(
            "summary__area", "summary__sub_area"
        ):
            words = f"Paragraph {one.paragraph} of “{one.summary}”"
            self.note(one.suggestion_id, one.summary.area_id, "Cited", words, words)

    def note(self, suggestion, area, label, here, anywhere):
        """Keep where a suggestion is used: in words beside its area, and in words anywhere."""
        self.areas[suggestion].add(area)
        page = page_in(self.topic, "briefing:area_detail", area)
        said = Fact(label, here, page), Fact(label, anywhere, page)
        self.said[suggestion].append((area, *said))

    def facts_of(self, suggestion):
        """Where a suggestion is used."""
        return tuple(anywhere for _, _, anywhere in self.said[suggestion])

    def facts_in(self, area, suggestion):
        """Where a suggestion is used in an area."""
        return tuple(here for place, here, _ in self.said[suggestion] if place == area)


def filing_in_words(filing, *, with_area=False):
    """Where a suggestion is filed: "Part b in “Assessment”, Tools, by Amira Khan, 5 May 2016"."""
    places = [f"“{filing.area.title}”"] if with_area else []
    places += [filing.sub_area.title] if filing.sub_area else []
    place = ", ".join(places) or "the area itself"
    how = f"Part {filing.part.letter} in" if filing.part else "In"
    how = how if filing.is_own else "Also supports"
    return f"{how} {place}, by {filing.filed_by.name}, {day(filing.filed_at)}"


def origins_of(topic, areas):
    """The suggestions that are filed or cited in each area, with what they came from, by area."""
    uses = Uses(topic, area__in=areas)
    rows = suggestions_with(uses.areas)
    found = {}
    for area in areas:
        here = [row for row in rows if area in uses.areas[row.pk]]
        links = [suggestion_link(topic, row, uses.facts_in(area, row.pk)) for row in here]
        found[area] = origins(topic, here, links)
    return found


def origins(topic, rows, links):
    """Suggestions and their links, with what they came from."""
    return Origins(
        suggestions=tuple(links),
        cells=tuple(cells_link(topic, row) for row in rows),
        files=unique(file_link(topic, row) for row in rows if row_of(row)),
        stakeholders=stakeholder_links(topic, rows),
    )


def row_of(suggestion):
    """The row of a table that a suggestion came from, or None."""
    return getattr(suggestion, "import_row", None)


def suggestion_link(topic, suggestion, used, *, in_full=False):
    """A suggestion, where it is used, and its first words or, `in_full`, all of them."""
    merged = suggestion.merged_into
    return Link(
        f"Suggestion {suggestion.number}, {suggestion.stakeholder.abbreviation}",
        facts(
            ("First words", "" if in_full else suggestion.title),
            ("Merged with", f"Suggestion {merged.number}" if merged else ""),
        )
        + used,
        page_in(topic, "stakeholders:suggestion_detail", suggestion.number),
        words_of(suggestion) if in_full else (),
    )


def cells_link(topic, suggestion):
    """The row of a suggestion: which file and where in it; the cells are a click away."""
    row = row_of(suggestion)
    where = f"{row.import_record.file_name}, {row.place}" if row else "not from a table"
    page = page_in(topic, "trail:suggestion_trail", suggestion.number, fragment=RAW_CELLS)
    return Link(f"Suggestion {suggestion.number}: {where}", (), page)


def cells_in_full(topic, suggestion):
    """The raw cells of a suggestion as they were read, and what was corrected in them and why."""
    row = row_of(suggestion)
    if row is None:
        return ()
    who = row.corrected_by.name if row.corrected_by else "somebody"
    why = f": {row.correction_reason}" if row.correction_reason else ""
    corrected = []
    for one in row.corrected_cells:
        was = f"“{one['before']}”" if one["before"] else "an empty cell"
        words = f"{one['label']}, {was} became “{one['after']}”, by {who}{why}"
        corrected.append(Fact("Corrected", words))
    columns = {field: position for position, field in row.import_record.columns.items()}
    cells = (cell_fact(key, text, columns.get(key)) for key, text in row.cells.items())
    page = page_in(topic, "stakeholders:import_detail", row.import_record_id)
    title = f"{row.import_record.file_name}, {row.place}"
    return (Link(title, tuple(corrected), page, tuple(cells)),)


def cell_fact(key, text, position):
    """A raw cell under its column's name and, where it was matched, the column's place."""
    place = f" (column {int(position) + 1})" if position is not None else ""
    return Fact(f"{column_label(key)}{place}", text or EMPTY)


def file_link(topic, suggestion):
    """The file that was imported: its hash, who imported it and when."""
    record = row_of(suggestion).import_record
    when = f"{day(record.finished_at)}, by {record.who_imported}" if record.finished_at else ""
    return Link(
        record.file_name,
        facts(("SHA-256 of the file", record.sha256), ("Imported", when)),
        page_in(topic, "stakeholders:import_detail", record.pk),
    )


def stakeholder_links(topic, rows):
    """Who made the suggestions, with their numbers; members under their pseudonyms alone."""
    ordered = sorted(rows, key=lambda row: (row.stakeholder.name.casefold(), row.number))
    found = []
    for stakeholder, alike in groupby(ordered, key=lambda row: row.stakeholder):
        numbers = [str(row.number) for row in alike]
        words = f"{counted(len(numbers), 'suggestion')}: {', '.join(numbers)}"
        found.append(stakeholder_link(topic, stakeholder, facts(("Suggestions", words))))
    return tuple(found)


def stakeholder_link(topic, stakeholder, found=()):
    """A stakeholder under its name and abbreviation; a member under the pseudonym alone."""
    name, short = stakeholder.name, stakeholder.abbreviation
    title = name if short == name else f"{name} ({short})"
    return Link(title, found, page_in(topic, "trail:stakeholder_trail", stakeholder.pk))


def words_of(suggestion):
    """A suggestion's four cells as they stand now; what was redacted shows its mark."""
    return tuple(Fact(label, text or EMPTY) for label, text in suggestion.labelled_words)


def state_of(suggestion):
    """Why a suggestion is in no area or no summary, where that is so."""
    return facts(
        ("Out of scope", suggestion.out_of_scope_reason),
        ("Waits", suggestion.get_state_display() if suggestion.is_waiting else ""),
        ("Used in no summary because", suggestion.reason_not_used),
    )
