"""Giving people roles in a topic, and ending them."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.models import TopicRole


@transaction.atomic
def give_role(*, topic, user, role, by, until=None):
    """Give a person a role in the topic from now on, for a term of office `until` a moment."""
    if not user.is_active:
        raise RuleBroken(f"The account of {user} is closed: open it before giving a role.")
    if until is not None and until <= timezone.now():
        raise RuleBroken("A term of office ends in the future: give a later day.")
    if topic.roles.current().filter(user=user, role=role).exists():
        raise RuleBroken(f"{user} has this role in {topic} already.")
    held = {"topic": topic, "user": user, "role": role, "ended_at": until}
    try:
        with transaction.atomic():
            given = TopicRole.objects.create(**held, given_by=by)
    except IntegrityError as error:
        raise RuleBroken(f"{user} has this role in {topic} already.") from error
    record("gave_role", given, by=by, user=user.pk, role=str(role))
    return given


@transaction.atomic
def end_role(*, topic_role, by):
    """End a role from now on, before its term if it has one; that it was held stays on record."""
    held = TopicRole.objects.current().filter(pk=topic_role.pk)
    if not held.update(ended_at=timezone.now()):
        raise RuleBroken("This role has ended already.")
    record("ended_role", topic_role, by=by, user=topic_role.user_id, role=topic_role.role)
    topic_role.refresh_from_db()
    return topic_role
