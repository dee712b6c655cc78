"""Which answers about interests a topic waits for, and the register of those that were given."""

from dataclasses import dataclass

from qsdev.accounts.models import User
from qsdev.briefing.models import IssuedArea, PaperState
from qsdev.committee.models import Declaration, Member
from qsdev.topics.models import ImprovementArea

TOPIC = "The topic as a whole"


@dataclass(frozen=True)
class Answer:
    """What a member declared for the topic (no area) or for one area; nothing yet if empty."""

    issued_area: IssuedArea | None
    declarations: tuple[Declaration, ...]

    @property
    def area(self) -> ImprovementArea | None:
        return self.issued_area and self.issued_area.area

    @property
    def title(self):
        return self.issued_area.title if self.issued_area else TOPIC

    @property
    def is_missing(self):
        return not self.declarations


@dataclass(frozen=True)
class Owing:
    """A member and how many answers are still missing."""

    person: User
    missing: int
    asked: int


def areas_to_declare(topic):
    """The areas for which members declare, as the paper issued them; none before it."""
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    if paper is None:
        return []
    return list(paper.areas.select_related("area"))


def answers_of(topic, member):
    """The member's answers: for the topic, then for each area in the paper's order."""
    given = {}
    for one in topic.declarations.current().filter(member=member):
        given.setdefault(one.area_id, []).append(one)
    places = [None, *areas_to_declare(topic)]
    return [Answer(area, tuple(given.get(area and area.area_id, ()))) for area in places]


def people_who_declare(topic):
    """Everyone who votes or gives testimony: members, the chair, invited experts."""
    seats = Member.objects.filter(topic=topic).current().exclude(role="observer")
    return User.objects.filter(pk__in=seats.values("user")).order_by("name", "pk")


def owing(topic):
    """Who has still to answer, and how much."""
    places = {None, *(area.area_id for area in areas_to_declare(topic))}
    given = set(topic.declarations.current().order_by().values_list("member", "area"))
    found = []
    for person in people_who_declare(topic):
        missing = sum((person.pk, place) not in given for place in places)
        if missing:
            found.append(Owing(person, missing, len(places)))
    return found


def missing_of(topic, member):
    """How many answers one member has still to give."""
    return sum(answer.is_missing for answer in answers_of(topic, member))


def register_of(topic):
    """Every interest ever declared in the topic, those that were ended included."""
    rows = topic.declarations.of_interests().with_titles()
    return rows.select_related("member", "decided_by")


HEADINGS = (
    "Member",
    "About",
    "Kind",
    "Interest",
    "Declared on",
    "Ended on",
    "Chair’s action",
    "Reason",
    "Recorded by",
    "Recorded on",
)


def register_rows(topic):
    """The register as rows of a table, as it is exported."""
    return [
        (
            one.member.name,
            one.issued_title or TOPIC,
            one.get_kind_display(),
            one.description,
            day(one.declared_at),
            day(one.ended_at),
            one.get_action_display(),
            one.reason,
            one.decided_by.name if one.decided_by else "",
            day(one.decided_at),
        )
        for one in register_of(topic)
    ]


def day(moment):
    """A day as a table has it: 2016-03-01."""
    return moment.date().isoformat() if moment else ""
