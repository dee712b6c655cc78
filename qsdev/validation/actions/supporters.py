"""Leading organisations from their interest in supporting the standard to its list, or off it."""

from django.db import IntegrityError, transaction

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold
from qsdev.validation.interest import interest_not_taken_over
from qsdev.validation.models import SupportChange, SupportingOrganisation, SupportState


@transaction.atomic
def take_over_interest(*, topic, by):
    """Add every organisation that said in a response that it would support the standard.

    Those who are there already stay as they are. Returns the rows that were added.
    """
    hold(topic.pk)
    added = [
        begin_support(topic, response.stakeholder, response.round, by, "")
        for response in interest_not_taken_over(topic)
    ]
    if added:
        taken = [one.pk for one in added]
        record("took_over_interest", topic, by=by, organisations=taken)
    return added


@transaction.atomic
def add_supporter(*, topic, stakeholder, by, round=None, note=""):
    """Add an organisation that expressed its interest: in a round, or (None) otherwise."""
    if stakeholder.is_specialist_member:
        raise RuleBroken("Choose an organisation: members do not support a standard formally.")
    if round and round.topic_id != topic.pk:
        raise RuleBroken("Choose a round of this topic.")
    try:
        with transaction.atomic():
            organisation = begin_support(topic, stakeholder, round, by, note)
    except IntegrityError as error:
        raise RuleBroken(f"{stakeholder} is on the list already.") from error
    record("added_supporter", organisation, by=by, stakeholder=stakeholder.pk)
    return organisation


def begin_support(topic, stakeholder, round, by, note):
    """The organisation's row, and the first of its history."""
    organisation = SupportingOrganisation.objects.create(
        topic=topic, stakeholder=stakeholder, round=round, **first_change(by)
    )
    keep_step(organisation, by, note)
    return organisation


@transaction.atomic
def change_supporter(*, organisation, version, state, by, printed_name="", note=""):
    """Take an organisation on: invited, agreed or declined, listed under its name, withdrawn.

    Listing takes the name to print; withdrawing needs the reason (`note`). One that is listed
    can be listed again under another name.
    """
    renamed = organisation.state == state == SupportState.LISTED
    if state not in organisation.following and not renamed:
        raise RuleBroken(
            f"{organisation.stakeholder} is {organisation.get_state_display().lower()}: it cannot"
            f" become {SupportState(state).label.lower()} from there."
        )
    printed_name = printed_name.strip() if state == SupportState.LISTED else ""
    if state == SupportState.LISTED and not printed_name:
        raise RuleBroken("Give the name under which it is to be printed.")
    if state == SupportState.WITHDRAWN and not note.strip():
        raise RuleBroken("Say why its support is withdrawn.")
    change_row(
        row=organisation,
        version=version,
        by=by,
        state=state,
        printed_name=printed_name,
        reason_withdrawn=note.strip() if state == SupportState.WITHDRAWN else "",
    )
    keep_step(organisation, by, note)
    record("changed_supporter", organisation, by=by, state=str(state))
    return organisation


def keep_step(organisation, by, note):
    """Keep what the row has become as a step of its history."""
    return SupportChange.objects.create(
        organisation=organisation,
        state=organisation.state,
        printed_name=organisation.printed_name,
        note=note.strip(),
        made_by=by,
    )
