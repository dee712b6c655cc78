"""Rules by which every sentence leads back to a suggestion, and no suggestion is lost."""

import re
from collections import Counter

from qsdev.briefing.builder.citations import cited_paragraphs, cited_suggestions
from qsdev.briefing.builder.contributors import cited_numbers
from qsdev.briefing.builder.wording import counted, listed
from qsdev.briefing.checks import mending
from qsdev.briefing.checks.findings import Finding
from qsdev.briefing.checks.likeness import likely_duplicates
from qsdev.briefing.checks.people import ways_of_naming
from qsdev.briefing.checks.prose import all_prose, summaries
from qsdev.briefing.checks.quantity import disagreement
from qsdev.briefing.checks.rules import rule
from qsdev.briefing.checks.stakeholders import about
from stakeholders.imports.words import is_form_label

SHOWN_PLACES = 5


@rule("rows_left_out", "error", "Rows left out of an import are settled")
def rows_left_out(paper):
    """An import left out rows that nobody has imported since or said why not."""
    for rows in paper.material.left_out:
        places = list(rows.places[:SHOWN_PLACES])
        more = len(rows.places) - len(places)
        places += [f"{more} more"] * bool(more)
        yield Finding(
            f"{counted(len(rows.places), 'row')} of {rows.file_name} left out and not settled: "
            f"{listed(places)}. Import each, or say why it will not be imported.",
            "import",
            rows.import_pk,
            "suggestions",
            mending.import_of_rows(rows.import_pk),
        )


@rule("suggestion_not_filed", "error", "Every suggestion is filed")
def suggestion_not_filed(paper):
    """A suggestion is under no area of its own."""
    for suggestion in paper.material.suggestions:
        if not suggestion.area and not suggestion.out_of_scope:
            yield about(suggestion, "is not filed under an area. File it")


@rule("suggestion_not_used", "error", "Every suggestion is used or has a reason")
def suggestion_not_used(paper):
    """No summary cites a suggestion, and there is no reason why."""
    used = {number for area in paper.material.areas for number in cited_numbers(area)}
    for suggestion in paper.material.suggestions:
        has_reason = suggestion.reason_not_used or suggestion.out_of_scope
        if suggestion.number not in used and not has_reason:
            yield about(suggestion, "is cited in no summary. Cite it or say why it is not used")


@rule("out_of_scope_used", "warning", "What is out of scope is not used")
def out_of_scope_used(paper):
    """A summary cites a suggestion that is said to be out of scope."""
    for area in paper.material.areas:
        for number in cited_numbers(area):
            suggestion = paper.material.suggestion_by_number.get(number)
            if suggestion and suggestion.out_of_scope:
                yield about(
                    suggestion,
                    f"is out of scope and yet cited in “{area.title}”. File it there, or take the "
                    "citation out",
                )


@rule("part_not_filed", "error", "Every part of a split suggestion is filed")
def part_not_filed(paper):
    """A suggestion was split, and a part of it is under no area."""
    for suggestion in paper.material.suggestions:
        waiting = [part.letter for part in suggestion.parts if not part.area]
        if waiting and not suggestion.out_of_scope:
            yield about(suggestion, f"has parts that are not filed: {listed(waiting)}. File each")


@rule("suggestion_unknown", "error", "Suggestions that are cited exist")
def suggestion_unknown(paper):
    """A text cites a suggestion by a number that the topic does not have."""
    known = paper.material.suggestion_by_number
    for prose in all_prose(paper.material):
        for number in cited_suggestions(prose.text):
            if number not in known:
                yield prose.finding(
                    f"[S{number}] is cited in {prose.name}, but the topic has no suggestion "
                    f"{number}. Correct the number."
                )


@rule("paragraph_without_citation", "error", "Every paragraph of a summary cites a suggestion")
def paragraph_without_citation(paper):
    """A paragraph of a summary does not say which suggestion it is from."""
    for area in paper.material.areas:
        for prose in summaries(area):
            for place, paragraph in enumerate(cited_paragraphs(prose.text), start=1):
                if not paragraph.suggestions:
                    yield prose.finding(
                        f"Paragraph {place} of {prose.name} cites no suggestion. Cite those it "
                        "is drawn from."
                    )


@rule("quantity_disagrees", "warning", "Wording of quantity agrees with the contributors cited")
def quantity_disagrees(paper):
    """A text says "stakeholders", "a number of" or "one stakeholder" and cites another number."""
    known = paper.material.suggestion_by_number
    for area in paper.material.areas:
        for prose in summaries(area):
            for place, paragraph in enumerate(cited_paragraphs(prose.text), start=1):
                for words, count in disagreement(paragraph.markdown, known):
                    yield prose.finding(
                        f"Paragraph {place} of {prose.name} says “{words}” and cites suggestions "
                        f"of {counted(count, 'contributor')} there. Change the words or the "
                        "citations."
                    )


@rule("used_but_not_filed", "warning", "A suggestion used in another area is shown in both")
def used_but_not_filed(paper):
    """A summary cites a suggestion that is neither filed in its area nor said to support it."""
    known = paper.material.suggestion_by_number
    for area in paper.material.areas:
        for number in cited_numbers(area):
            suggestion = known.get(number)
            if suggestion and suggestion.area and not _shown_in(suggestion, area):
                own = paper.material.area_by_anchor[suggestion.area]
                yield about(
                    suggestion,
                    f"is filed in “{own.title}” and used in “{area.title}”, where it is not shown. "
                    "Let it support that area as well",
                )


def _shown_in(suggestion, area):
    return area.anchor == suggestion.area or area.anchor in suggestion.also_in


@rule("heading_is_form_label", "warning", "Form labels and empty cells are not headings")
def heading_is_form_label(paper):
    """A label of the form, or nothing, stands where a heading or a key area should."""
    for area in paper.material.areas:
        for title in (area.title, *area.sub_areas):
            if is_form_label(title):
                yield Finding(
                    f"“{title}” is a label of the engagement form, not a heading. Give the area "
                    "or sub-area a heading of its own.",
                    "area",
                    area.pk,
                    area.anchor,
                    mending.area(area.pk),
                )
    for suggestion in paper.material.suggestions:
        words = "has “{}”, a label of the form, as its {}. See what was meant"
        if is_form_label(suggestion.key_area):
            yield about(suggestion, words.format(suggestion.key_area.strip(), "key area"))
        if is_form_label(suggestion.heading_in_table):
            yield about(suggestion, words.format(suggestion.heading_in_table.strip(), "heading"))


@rule("key_area_empty", "note", "Suggestions say what their key area is")
def key_area_empty(paper):
    """A suggestion was sent without a key area; what it is about stands in its reasons alone."""
    for suggestion in paper.material.suggestions:
        if not suggestion.key_area.strip():
            yield about(suggestion, "has an empty key area. See whether its reasons say enough")


@rule("likely_duplicate", "note", "Likely duplicates are linked")
def likely_duplicate(paper):
    """Two suggestions say almost the same and are not merged."""
    for one, other, likeness in likely_duplicates(paper.material.suggestions):
        if _same(one) == _same(other):
            continue
        yield about(
            other,
            f"reads almost like suggestion {one.number} ({likeness:.0f}% alike). Merge the two if "
            "it is the same one, sent twice",
        )


def _same(suggestion):
    """The number of the suggestion that a merged one says again, or its own."""
    return suggestion.merged_with or suggestion.number


@rule("person_named", "warning", "Nobody is named who is not a contributor")
def person_named(paper):
    """A text seems to name a private person; the finding itself never repeats the name."""
    fields = ("key area", "first reason", "second reason", "supporting information")
    registered = "\n".join(one.name for one in paper.material.register)
    for suggestion in paper.material.suggestions:
        for field, words in zip(fields, suggestion.words, strict=True):
            for way in ways_of_naming(words, registered):
                yield about(
                    suggestion,
                    f"seems to name a person ({way}) in its {field}. Redact the passage if the "
                    "person is not a contributor",
                )
    for prose in all_prose(paper.material):
        for way in ways_of_naming(prose.text, registered):
            yield prose.finding(
                f"A person seems to be named ({way}) in {prose.name}. Take the name out if the "
                "person is not a contributor."
            )


@rule("redacted_passage_repeated", "error", "What was redacted stands nowhere else")
def redacted_passage_repeated(paper):
    """A text repeats words that were redacted in a suggestion; the finding never repeats them."""
    for number, passage in paper.material.redactions:
        words = r"\s+".join(map(re.escape, passage.split()))
        repeats = re.compile(rf"(?<!\w){words}(?!\w)").search
        for suggestion in paper.material.suggestions:
            if any(map(repeats, suggestion.words)):
                yield about(
                    suggestion,
                    f"repeats words that were redacted in suggestion {number}. Redact them there "
                    "as well",
                )
        for prose in all_prose(paper.material):
            if repeats(prose.text):
                yield prose.finding(
                    f"Words that were redacted in suggestion {number} are repeated in "
                    f"{prose.name}. Take them out."
                )


@rule("suggestion_not_printed", "error", "Every suggestion is printed once")
def suggestion_not_printed(paper):
    """The appendix lacks a suggestion or prints it twice."""
    printed = Counter(one.number for one in paper.printed.suggestions)
    for suggestion in paper.material.suggestions:
        count = printed[str(suggestion.number)]
        if count != 1:
            times = f"{count} times" if count else "not at all"
            yield Finding(
                f"Suggestion {suggestion.number} is printed {times} in the appendix. Build the "
                "paper anew.",
                "suggestion",
                suggestion.number,
                "suggestions",
                mending.suggestion(suggestion.number),
            )
