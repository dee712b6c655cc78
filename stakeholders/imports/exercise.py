"""Checks the rows of a table together: IDs, names, headings, and key areas for each contributor."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from stakeholders.imports.contents import are_same
from stakeholders.imports.findings import finding
from stakeholders.imports.names import ALIAS, FIRST_LINE, Register
from stakeholders.imports.newcomers import meet_newcomers
from stakeholders.imports.words import is_form_label
from stakeholders.models import Suggestion, SuggestionKind


class Outline(NamedTuple):
    """What the checks need of a row; its words stay where they are."""

    position: int
    number: str
    name: str
    kind: str
    heading: str
    is_out: bool = False
    pk: int | None = None  # of rows that are stored


@dataclass
class Exercise:
    """What the rows meet: the register, the topic's numbers, and what was suggested before."""

    register: Register
    key_areas_each: int = 5
    taken: dict = field(default_factory=dict)  # number -> pk of the topic's suggestion
    key_areas: Counter = field(default_factory=Counter)  # stakeholder's name -> key areas so far

    @classmethod
    def of(cls, topic, round):
        """The exercise as it stands."""
        suggestions = Suggestion.objects.filter(topic=topic)
        before = suggestions.filter(round=round, kind=SuggestionKind.KEY_AREA)
        return cls(
            register=Register.known_in(topic),
            key_areas_each=round.key_areas_each,
            taken=dict(suggestions.order_by().values_list("number", "pk")),
            key_areas=Counter(before.order_by().values_list("stakeholder__name", flat=True)),
        )


def number_of(text):
    """The number that an ID states, None if there is none; ValueError if it is not a number."""
    digits = text.strip().removesuffix(".0")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9 and int(digits) > 0):
        raise ValueError("not a whole number")
    return int(digits)


def check_rows(outlines, exercise, contents):
    """Findings by position, for all rows that are not left out.

    `contents(positions)` answers with the name and words of the rows at these positions, and
    `contents.of_suggestions(pks)` with those of suggestions; they are asked of few rows.
    """
    found = defaultdict(list)
    rows = [row for row in outlines if not row.is_out]
    meet_newcomers(exercise.register, {row.name for row in rows})
    numbers = check_numbers(rows, found)
    check_duplicates(numbers, exercise, contents, found)
    check_gaps(rows, numbers, found)
    check_headings(rows, found)
    people = check_names(rows, exercise.register, found)
    check_key_areas(rows, people, exercise, found)
    return found


def check_numbers(rows, found):
    """The number of each row by its position; what is not a number is a problem."""
    numbers = {}
    for row in rows:
        try:
            numbers[row.position] = number_of(row.number)
        except ValueError:
            found[row.position].append(finding("bad_id"))
    return numbers


def check_duplicates(numbers, exercise, contents, found):
    """The same number twice in the table, or in the table and in the topic."""
    counts = Counter(numbers.values())
    taken = exercise.taken.keys() & counts.keys()
    twice = {number for number, count in counts.items() if count > 1 and number}
    positions = positions_of(twice | taken, numbers)
    twice = {number: at for number, at in positions.items() if number in twice}
    taken = {number: at for number, at in positions.items() if number in taken}
    asked = {position for at in (*twice.values(), *taken.values()) for position in at}
    content = contents(asked) if asked else {}
    for number, at in twice.items():
        check_repeated(number, at, content, found)
    pks = [exercise.taken[number] for number in taken]
    in_topic = contents.of_suggestions(pks) if pks else {}
    for number, at in taken.items():
        there = in_topic.get(exercise.taken[number])
        for position in at:
            code = "already_imported" if are_same(content[position], there) else "id_taken"
            found[position].append(finding(code, number=number))


def positions_of(wanted, numbers):
    """Where rows of the numbers that are `wanted` stand, in the order of the rows."""
    positions = defaultdict(list)
    if wanted:
        for position, number in numbers.items():
            if number in wanted:
                positions[number].append(position)
    return positions


def check_repeated(number, positions, content, found):
    """Rows of the same number: repeats are left out, different content is a problem."""
    different = len({content[position] for position in positions}) > 1
    for position in positions if different else positions[1:]:
        code = "duplicate_id" if different else "repeated_row"
        found[position].append(finding(code, number=number, count=len(positions)))


def check_gaps(rows, numbers, found):
    """Numbers that jump, where they otherwise follow one another: rows may be lost."""
    before = None
    for row in rows:
        number = numbers.get(row.position)
        if number and before and number > before + 1:
            found[row.position].append(finding("id_gap", before=before, number=number))
        before = number or before


def check_headings(rows, found):
    """Rows under no heading where others have one; headings that are labels of the form."""
    has_headings = any(row.heading for row in rows)
    labels = {heading for heading in {row.heading for row in rows} if is_form_label(heading)}
    for row in rows:
        if has_headings and not row.heading:
            found[row.position].append(finding("no_heading"))
        elif row.heading in labels:
            found[row.position].append(finding("form_label_heading"))


def check_names(rows, register, found):
    """Whom each row is by: a stakeholder or a new pseudonym, by position; others are problems."""
    understood = {name: understand(name, register) for name in {row.name for row in rows}}
    people = {}
    for row in rows:
        who, remark = understood[row.name]
        if who:
            people[row.position] = who
        if remark:
            found[row.position].append(remark)
    return people


def understand(name, register):
    """Whom a name means, None where that is a problem; and what is to be said of it, or None."""
    match = register.match(name)
    problem = problem_of(name, match)
    if problem:
        return None, problem
    who = match.stakeholder.name if match.stakeholder else match.pseudonym
    return who, warning_of(name, match)


def warning_of(name, match):
    """What to know of how a name was understood, or None."""
    if match.stakeholder is None:
        return finding("new_pseudonym", name=match.pseudonym)
    words = {"name": one_line(name), "stakeholder": match.stakeholder.name}
    if match.how == ALIAS:
        return finding("alias", **words)
    if match.how == FIRST_LINE:
        return finding("text_after_name", **words)
    is_new = match.stakeholder.pk is None
    return finding("new_stakeholder", name=match.stakeholder.name) if is_new else None


def one_line(name):
    return " ".join(name.split())


def problem_of(name, match):
    """The problem that a name is, or None."""
    if not name.strip():
        return finding("no_stakeholder")
    if match.has_name_beside:
        return finding("scm_identity", name=match.pseudonym)
    if match.stakeholder or match.pseudonym:
        return None
    if not match.proposals:
        return finding("unknown_stakeholder", name=one_line(name))
    alike = " or ".join(stakeholder.name for stakeholder in match.proposals)
    problem = finding("similar_stakeholder", name=one_line(name), proposals=alike)
    return {**problem, "proposals": [stakeholder.pk for stakeholder in match.proposals]}


def check_key_areas(rows, people, exercise, found):
    """One warning for each contributor with more key areas than the exercise asks for."""
    counts, over = Counter(exercise.key_areas), {}
    for row in rows:
        name = people.get(row.position)
        if name is None or row.kind not in ("", SuggestionKind.KEY_AREA):
            continue
        counts[name] += 1
        if counts[name] > exercise.key_areas_each:
            over.setdefault(name, row.position)
    limit = exercise.key_areas_each
    for name, position in over.items():
        found[position].append(
            finding("too_many_key_areas", stakeholder=name, count=counts[name], limit=limit)
        )
