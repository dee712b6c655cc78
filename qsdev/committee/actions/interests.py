"""Declaring interests, and the chair's action on each."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from qsdev.accounts.roles import Role
from qsdev.audit.actions import record
from qsdev.committee.models import ChairAction, Declaration, InterestAction, InterestKind
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold

OWN = "Nobody acts on an interest of their own: for the chair’s, the lead records the action."


@transaction.atomic
def declare_interest(*, topic, kind, by, area=None, description=""):
    """Declare an interest, for the topic or for one of its areas; an earlier "nothing" ends."""
    if kind == InterestKind.NOTHING:
        return declare_nothing(topic=topic, areas=[area], by=by)[0]
    if not description.strip():
        raise RuleBroken("Say what the interest is.")
    check_area(topic, area)
    hold(topic.pk)
    answers_of(topic, area, by).filter(kind=InterestKind.NOTHING).update(ended_at=timezone.now())
    declaration = Declaration.objects.create(
        topic=topic,
        area=area,
        member=by,
        kind=kind,
        description=description.strip(),
        **first_change(by),
    )
    record("declared_interest", declaration, by=by, kind=str(kind), area=area and area.pk)
    return declaration


@transaction.atomic
def declare_nothing(*, topic, areas, by):
    """Answer that there is nothing to declare for each of these areas (None: for the topic).

    Refused where an interest that was declared there still holds; answering twice is one answer.
    """
    hold(topic.pk)
    made = []
    for area in areas:
        check_area(topic, area)
        found = answers_of(topic, area, by)
        if found.of_interests().exists():
            where = "an area" if area else "the topic"
            raise RuleBroken(f"You declared an interest for {where}: end it first if it is over.")
        made.append(found.first() or nothing_for(topic, area, by))
    record("declared_nothing", topic, by=by, areas=[one.area_id or 0 for one in made])
    return made


def nothing_for(topic, area, by):
    """The answer "nothing to declare", once, however often it is sent at the same time."""
    said = {"topic": topic, "area": area, "member": by, "kind": InterestKind.NOTHING}
    try:
        with transaction.atomic():
            return Declaration.objects.create(**said, **first_change(by))
    except IntegrityError:
        return Declaration.objects.current().get(**said)


@transaction.atomic
def end_interest(*, declaration, by):
    """Say that an interest of one's own holds no longer; it stays in the register.

    Who was withdrawn because of it asks the chair first: nobody lifts a withdrawal of their own.
    """
    if declaration.member_id != by.pk:
        raise RuleBroken("Only the member who declared an interest can end it.")
    if Declaration.objects.withdrawing().filter(pk=declaration.pk).exists():
        raise RuleBroken("You take no part because of it: ask the chair to lift that first.")
    rows = Declaration.objects.current().filter(pk=declaration.pk)
    rows = rows.exclude(action=ChairAction.WITHDRAWAL)
    if not rows.update(ended_at=timezone.now(), version=F("version") + 1):
        raise RuleBroken("This interest was ended or acted on just now: look at it again.")
    declaration.refresh_from_db()
    record("ended_interest", declaration, by=by)
    return declaration


@transaction.atomic
def act_on_interest(*, declaration, action, reason, version, by):
    """Record what follows from an interest: no action, partial participation, or withdrawal.

    A later action on the same interest takes the place of the earlier, which the history keeps.
    """
    check_may_act(declaration, by)
    if not reason.strip():
        raise RuleBroken("Say why: the minutes give the reason.")
    said = {
        "action": action,
        "reason": reason.strip(),
        "decided_by": by,
        "decided_at": timezone.now(),
    }
    change_row(row=declaration, version=version, by=by, **said)
    InterestAction.objects.create(declaration=declaration, **said)
    record("acted_on_interest", declaration, by=by, action=str(action))
    return declaration


def check_may_act(declaration, by):
    """Refuse an action on one's own interest, on none, and by the lead but on the chair's."""
    if declaration.is_ended or not declaration.is_interest:
        raise RuleBroken("There is no interest here that still holds.")
    if declaration.member_id == by.pk:
        raise RuleBroken(OWN)
    topic = declaration.topic
    of_the_chair = Role.CHAIR in topic.roles_of(declaration.member)
    is_chair = Role.CHAIR in topic.roles_of(by)
    if not is_chair and not of_the_chair:
        raise RuleBroken("The chair acts on members’ interests, the lead on the chair’s alone.")


def answers_of(topic, area, member):
    return topic.declarations.current().filter(area=area, member=member)


def check_area(topic, area):
    if area is not None and area.topic_id != topic.pk:
        raise RuleBroken("Choose an area of this topic.")
