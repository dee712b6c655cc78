"""Checks the rows of a table of comments together: whose, about what, in time, once."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate

from qsdev.consultation.imports.findings import finding
from qsdev.consultation.imports.places import Draft
from qsdev.consultation.models import ResponseState
from stakeholders.imports.names import NAME, Register
from stakeholders.imports.words import personal_data_in
from stakeholders.models.register import name_key

DAYS = ("%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y", "%d/%m/%y")
MOMENTS = tuple(f"{day} {clock}" for day in DAYS for clock in ("%H:%M", "%H:%M:%S"))
NO = frozenset(("no", "false", "individual", "n", "0"))
YES = frozenset(("yes", "true", "y", "1"))
#: Years in which a comment can have come; any other is a slip of the keys.
YEARS = range(1999, 2200)
INDIVIDUAL = re.compile(r"\b(?:individuals?|individually|persons?|personal|personally|myself)\b")
#: An organisation's answer by its first words, whatever it denies after them.
AS_ORGANISATION = re.compile(
    r"(?:(?:yes|y|true) )?(?:(?:responding|response|submitted) )?(?:(?:as|for|from|on behalf of) )?"
    r"(?:(?:an?|the|our|my|this|registered) ){0,2}organi[sz]ations?\b"
)
NO_ORGANISATION = re.compile(r"^no\b|\bnot(?: \w{1,20}){0,6} organi[sz]ation")
CONFIDENTIAL = re.compile(r"\b(?:commercial|academic) in confidence\b|\bconfidential\b", re.I)
WRITTEN = ("comment", "yes_no", "answer")
SAID_OF_ALL = ("tobacco", "tobacco_details", "interest")


@dataclass
class Consulted:
    """What the rows meet: the register, the draft, the closing time, who responded before."""

    register: Register
    draft: Draft
    closes_at: datetime
    received_on: date
    responded: dict = field(default_factory=dict)  # pk of the stakeholder -> when
    drafting: set = field(default_factory=set)  # pks of those who have begun on the web

    @classmethod
    def of(cls, import_record):
        """The consultation as it stands for this import."""
        round = import_record.round
        begun = round.organisation_responses.filter(state=ResponseState.DRAFT)
        others = round.organisation_responses.filter(state=ResponseState.SUBMITTED)
        others = others.exclude(import_record=import_record)
        return cls(
            register=Register.known_in(import_record.topic),
            draft=Draft.of(round),
            closes_at=timezone.localtime(round.closes_at),
            received_on=import_record.received_on,
            responded=dict(others.values_list("stakeholder", "submitted_at")),
            drafting=set(begun.values_list("stakeholder", flat=True)),
        )


def words_of(values):
    """The organisation's own words: its comment, or its answer to a question."""
    return "\n".join(values[key].strip() for key in WRITTEN if values.get(key, "").strip())


def check_rows(rows, consulted):
    """Findings by position of (position, values) pairs."""
    found = defaultdict(list)
    seen, said = set(), {}
    for position, values in rows:
        text = words_of(values)
        if not text:
            found[position].append(finding("nothing_written"))
            continue
        stakeholder = check_organisation(values, consulted, found[position])
        check_time(values, consulted, found[position])
        place = check_place(values, consulted, found[position])
        check_words(text, found[position])
        key = (stakeholder.pk if stakeholder else values.get("organisation"), place, text)
        if key in seen:
            found[position].append(finding("repeated"))
        seen.add(key)
        if stakeholder:
            check_disclosure(values, said.setdefault(stakeholder.pk, {}), found[position])
    return {position: each for position, each in found.items() if each}


def check_organisation(values, consulted, found):
    """The registered organisation that responds, None where there is none or it may not."""
    name = " ".join(values.get("organisation", "").split())
    if is_individual(values.get("on_behalf", "")):
        found.append(finding("individual") | {"column": "on_behalf"})
        return None
    if not name:
        found.append(finding("no_organisation"))
        return None
    match = consulted.register.match(name)
    if match.pseudonym:
        found.append(finding("individual"))
        return None
    if match.stakeholder is None:
        alike = " or ".join(each.name for each in match.proposals)
        found.append(
            finding("similar", name=name, proposals=alike)
            if alike
            else finding("unregistered", name=name)
        )
        return None
    return check_once(name, match, consulted, found)


def is_individual(on_behalf):
    """Whether the answer to "Do you represent an organisation?" says that one does not."""
    key = name_key(on_behalf)
    if key in YES or AS_ORGANISATION.match(key):
        return False
    return key in NO or bool(NO_ORGANISATION.search(key) or INDIVIDUAL.search(key))


def check_once(name, match, consulted, found):
    """The organisation, with a problem if it has responded before and a warning if renamed."""
    earlier = consulted.responded.get(match.stakeholder.pk)
    if earlier:
        found.append(
            finding(
                "second_response",
                name=match.stakeholder.name,
                date=in_words(timezone.localtime(earlier).date()),
            )
        )
    if match.stakeholder.pk in consulted.drafting:
        found.append(finding("drafting", name=match.stakeholder.name))
    if match.how != NAME and name != match.stakeholder.abbreviation:
        found.append(finding("alias", name=name, stakeholder=match.stakeholder.name))
    return match.stakeholder


def check_time(values, consulted, found):
    """A problem where the comment came after the consultation closed, to the minute if known."""
    words = " ".join(values.get("submitted", "").split())
    at = moment_of(words)
    if words and at is None:
        found.append(finding("date_unread", words=words))
    at = at or consulted.received_on
    limit = consulted.closes_at if isinstance(at, datetime) else localdate(consulted.closes_at)
    if at > limit:
        found.append(finding("late", date=in_words(at), closed=in_words(consulted.closes_at)))


def moment_of(words):
    """The moment or day that words state, None if they state none.

    Times are London's, unless they name another as ISO 8601 does ("2016-03-10T17:00:00Z").
    """
    stated = stated_by(words.replace(",", ""))
    if stated is None or stated.year not in YEARS:
        return None
    if stated.tzinfo:
        return stated
    return stated.date() if stated.time() == time() else timezone.make_aware(stated)


def stated_by(words):
    """What a date and time in any of the forms in use state, with midnight for a day alone."""
    for read in (datetime.fromisoformat, *(partial(read_as, each) for each in (*MOMENTS, *DAYS))):
        try:
            return read(words)
        except ValueError:
            continue
    return None


def read_as(form, words):
    return datetime.strptime(words, form)


def in_words(at):
    """A day, with the time where it is known: "10 March 2016, 17:00"."""
    if isinstance(at, datetime):
        return date_format(timezone.localtime(at), "j F Y, H:i")
    return date_format(at, "j F Y")


def check_place(values, consulted, found):
    """The `Place` of the row, with a problem where the draft has no such place."""
    place = consulted.draft.place_of(values)
    if place.wrong:
        words = " ".join(values.get(place.column, "").split())
        found.append(finding(f"unknown_{place.wrong}", words=words) | {"column": place.column})
    return place


def check_words(text, found):
    """Warnings of what should not be passed on."""
    what = personal_data_in(text)
    if what:
        found.append(finding("personal_data", what=what))
    if CONFIDENTIAL.search(text):
        found.append(finding("confidential"))


def check_disclosure(values, said, found):
    """A warning where rows of one organisation disagree on what holds for the whole response."""
    for key in SAID_OF_ALL:
        stated = name_key(values.get(key, ""))
        if stated and said.setdefault(key, stated) != stated:
            found.append(finding("disclosure_differs"))
            return
