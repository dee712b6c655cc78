"""Moving what is selected and written for an area to the one that it is merged into."""

from django.db import transaction

from qsdev.audit.actions import record
from recommendations.actions.evidence import write_finding
from recommendations.models import NotCovered, PracticeFinding, SelectedRecommendation


@transaction.atomic
def move_selections(*, area, into, sub_areas, by):
    """Move an area's selections to another one; what is selected there already is kept once.

    `sub_areas` says which sub-area of the other area takes each one's place. The mark "not
    directly covered" moves only to a place for which nothing is selected. Returns how many
    selections moved.
    """
    targets = {old.pk: new for old, new in sub_areas.items()}
    moved = 0
    for selected in SelectedRecommendation.objects.filter(area=area):
        place = {"area": into, "sub_area": targets.get(selected.sub_area_id)}
        choice = {
            "recommendation": selected.recommendation_id,
            "research_recommendation": selected.research_recommendation_id,
        }
        if SelectedRecommendation.objects.filter(**place, **choice).exists():
            selected.delete()
        else:
            SelectedRecommendation.objects.filter(pk=selected.pk).update(**place)
            moved += 1
    move_marks(area, into, targets)
    record("moved_selections", area, by=by, topic=area.topic_id, into=into.pk, moved=moved)
    return moved


def move_marks(area, into, targets):
    """Keep of both areas' marks "not directly covered" those that are still true."""
    for mark in NotCovered.objects.filter(area=area):
        place = {"area": into, "sub_area": targets.get(mark.sub_area_id)}
        settled = (
            NotCovered.objects.filter(**place).exists()
            or SelectedRecommendation.objects.filter(**place).exists()
        )
        if settled:
            mark.delete()
        else:
            NotCovered.objects.filter(pk=mark.pk).update(**place)
    for mark in NotCovered.objects.filter(area=into):
        place = {"area": into, "sub_area": mark.sub_area}
        if SelectedRecommendation.objects.filter(**place).exists():
            mark.delete()


@transaction.atomic
def move_findings(*, area, into, sub_areas, by):
    """Put an area's practice findings together with those of another one; returns how many.

    Where both say something the texts stand one after the other, the other area's first.
    """
    targets = {old.pk: new for old, new in sub_areas.items()}
    moved = list(PracticeFinding.objects.filter(area=area))
    for finding in moved:
        sub_area = targets.get(finding.sub_area_id)
        there = PracticeFinding.objects.filter(area=into, sub_area=sub_area).first()
        texts = [one.text for one in (there, finding) if one and one.text]
        finding.delete()
        write_finding(
            area=into,
            sub_area=sub_area,
            text="\n\n".join(texts),
            none_found=not texts,
            version=there.version if there else 0,
            by=by,
        )
    return len(moved)
