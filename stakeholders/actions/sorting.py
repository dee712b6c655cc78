"""Drawing a sample for a second, independent sorting, and sorting it."""

import secrets

from django.db import transaction
from django.utils import timezone

from qsdev.accounts.roles import TEAM
from qsdev.audit.actions import record
from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic
from stakeholders.actions.triage import check_area
from stakeholders.models import Filing, SecondSorting, SortingSample


@transaction.atomic
def draw_sample(*, topic, sorted_by, size, by):
    """Draw suggestions by lot for somebody to sort again, who did not file any of them."""
    Topic.objects.select_for_update().get(pk=topic.pk)
    if not topic.roles_of(sorted_by) & set(TEAM):
        raise RuleBroken(f"{sorted_by} is not of this topic’s team: choose an analyst or a lead.")
    filed = Filing.objects.filter(suggestion__topic=topic, is_own=True, part=None)
    by_others = filed.exclude(filed_by=sorted_by).order_by("suggestion")
    candidates = list(by_others.values_list("suggestion", flat=True))
    if size < 1 or size > len(candidates):
        raise RuleBroken(
            f"Choose a number from 1 to {len(candidates)}: so many suggestions were filed by "
            f"others than {sorted_by}."
            if candidates
            else f"There is nothing to sort again: nobody but {sorted_by} has filed a suggestion."
        )
    chosen = secrets.SystemRandom().sample(candidates, size)
    sample = SortingSample.objects.create(topic=topic, sorted_by=sorted_by, drawn_by=by)
    SecondSorting.objects.bulk_create(
        SecondSorting(sample=sample, suggestion_id=pk) for pk in sorted(chosen)
    )
    record("drew_sample", sample, by=by, suggestions=sorted(chosen), sorted_by=sorted_by.pk)
    return sample


@transaction.atomic
def sort_again(*, sorting, area, by, sub_area=None):
    """Say where one would file a suggestion of the sample, not knowing where it is filed."""
    sample = sorting.sample
    if sample.sorted_by_id != by.pk:
        raise RuleBroken(f"This sample is {sample.sorted_by}’s to sort.")
    check_area(sample.topic_id, area, sub_area)
    SecondSorting.objects.filter(pk=sorting.pk).update(
        area=area, sub_area=sub_area, sorted_at=timezone.now()
    )
    record("sorted_again", sorting.suggestion, by=by, sample=sample.pk, area=area.pk)
    sorting.refresh_from_db()
    return sorting
