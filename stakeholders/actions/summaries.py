"""Writing what stakeholders suggested in an area, each paragraph citing its suggestions."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from qsdev.audit.actions import record
from qsdev.documents.markdown import citations_by_paragraph
from qsdev.errors import EditCollision, RuleBroken
from stakeholders.models import AreaSummary, SummaryCitation


@transaction.atomic
def write_summary(*, area, text, by, sub_area=None, version=None):
    """Write the summary of an area or sub-area; its citations [S12] are found and kept as rows.

    `version` is that of the text it replaces, None or 0 if there is none yet.
    """
    if sub_area and sub_area.area_id != area.pk:
        raise RuleBroken(f"“{sub_area}” is not a part of “{area}”: choose one of its sub-areas.")
    if not text.strip():
        raise RuleBroken("Write the summary before saving it.")
    cited = suggestions_cited(area.topic, text)
    summary = store_summary(area, sub_area, text, version, by)
    summary.citations.all().delete()
    SummaryCitation.objects.bulk_create(
        SummaryCitation(summary=summary, suggestion_id=suggestion, paragraph=paragraph)
        for paragraph, suggestion in cited
    )
    record("wrote_summary", summary, by=by, topic=area.topic_id, citations=len(cited))
    return summary


def store_summary(area, sub_area, text, version, by):
    """Create the text, or replace it if nobody else has done so since it was opened."""
    here = AreaSummary.objects.filter(area=area, sub_area=sub_area)
    if not version:
        return create_summary(area, sub_area, text, by)
    if not here.filter(version=version).update(
        text=text, version=F("version") + 1, changed_by=by, changed_at=timezone.now()
    ):
        raise EditCollision(here.select_related("changed_by").first())
    return here.get()


def create_summary(area, sub_area, text, by):
    """Add the text, unless somebody else wrote it first."""
    try:
        with transaction.atomic():
            return AreaSummary.objects.create(
                area=area, sub_area=sub_area, text=text, changed_by=by, changed_at=timezone.now()
            )
    except IntegrityError as error:
        current = AreaSummary.objects.get(area=area, sub_area=sub_area)
        raise EditCollision(current) from error


def suggestions_cited(topic, text):
    """Pairs of paragraph (from 1) and suggestion's id; refuses numbers that the topic lacks."""
    by_paragraph = [each.suggestion_numbers for each in citations_by_paragraph(text)]
    numbers = {number for cited in by_paragraph for number in cited}
    ids = dict(topic.suggestions.filter(number__in=numbers).values_list("number", "pk"))
    unknown = sorted(numbers - ids.keys())
    if unknown:
        names = ", ".join(f"S{number}" for number in unknown)
        raise RuleBroken(f"This topic has no suggestion {names}: correct the number in the text.")
    return [
        (paragraph, ids[number])
        for paragraph, cited in enumerate(by_paragraph, start=1)
        for number in cited
    ]
