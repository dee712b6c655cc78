"""Giving people roles in a topic, and ending them."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.models import TopicRole


@transaction.atomic
def give_role(*, topic, user, role, by):
    """Give a person a role in the topic from now on."""
    if not user.is_active:
        raise RuleBroken(f"The account of {user} is closed: open it before giving a role.")
    try:
        with transaction.atomic():
            given = TopicRole.objects.create(topic=topic, user=user, role=role, given_by=by)
    except IntegrityError as error:
        raise RuleBroken(f"{user} has this role in {topic} already.") from error
    record("gave_role", given, by=by, user=user.pk, role=str(role))
    return given


@transaction.atomic
def end_role(*, topic_role, by):
    """End a role from now on; that it was held stays on record."""
    if not TopicRole.objects.filter(pk=topic_role.pk, ended_at=None).update(
        ended_at=timezone.now()
    ):
        raise RuleBroken("This role has ended already.")
    record("ended_role", topic_role, by=by, user=topic_role.user_id, role=topic_role.role)
    topic_role.refresh_from_db()
    return topic_role
