"""Writing what is needed to publish: the reference, and what the standard covers."""

import re

from django.db import IntegrityError, transaction

from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.publication.models import PublicationPlan
from qsdev.topics.actions.changing import change_row, first_change
from qsdev.topics.actions.ordering import hold

REFERENCE = re.compile(r"QS[1-9][0-9]{0,3}")


@transaction.atomic
def write_plan(*, topic, reference, about, by, version=0):
    """Say under which reference the standard will appear, and what it covers.

    `version` is the plan's as it was opened, 0 before there is one. The reference of a standard
    that was published stays: addresses that hold it never change.
    """
    reference = reference.strip().upper()
    if not REFERENCE.fullmatch(reference):
        raise RuleBroken("Write the reference as QS and a number, as in QS133.")
    hold(topic.pk)  # nobody publishes under the old reference meanwhile
    published = topic.published_standards.values_list("reference", flat=True).first()
    if published and published != reference:
        raise RuleBroken(f"It was published as {published}, and keeps that reference.")
    try:
        with transaction.atomic():
            plan = _written(topic, version, by, reference=reference, about=about.strip())
    except IntegrityError as error:
        raise RuleBroken(f"{reference} is the reference of another topic.") from error
    record("wrote_publication_plan", plan, by=by, version=plan.version)
    return plan


def _written(topic, version, by, **values):
    plan = PublicationPlan.objects.filter(topic=topic).first()
    if plan is None:
        return PublicationPlan.objects.create(topic=topic, **values, **first_change(by))
    return change_row(row=plan, version=version, by=by, **values)
