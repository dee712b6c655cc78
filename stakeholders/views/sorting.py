"""A second, independent sorting of a sample: drawing it, sorting it, and how far the two agree."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders import actions
from stakeholders.agreement import agreement, words_for
from stakeholders.forms.sorting import SampleDrawForm, SortingEditForm
from stakeholders.models import Filing


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.sort_again")
def sorting_list(request, topic):
    """The samples of the topic, and the form that draws another."""
    form = SampleDrawForm(request.POST or None, team=topic.team)
    if form.is_valid():
        try:
            sample = actions.draw_sample(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(
                request, f"A sample is drawn. {sample.sorted_by} finds it on this page."
            )
            return redirect("stakeholders:sorting_list", topic.slug)
        except RuleBroken as error:
            form.add_error("size", str(error))
    samples = topic.sorting_samples.select_related("sorted_by", "drawn_by")
    context = {"form": form, "samples": samples.prefetch_related("sortings")}
    return render_page(request, "stakeholders/sorting_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("stakeholders.sort_again")
def sorting_edit(request, topic, pk):
    """Show the next suggestion of the sample to its analyst, without where it is filed."""
    sample = get_object_or_404(topic.sorting_samples, pk=pk, sorted_by=request.user)
    sorting = sample.next_to_sort
    if sorting is None:
        return redirect("stakeholders:sorting_detail", topic.slug, pk)
    form = SortingEditForm(request.POST or None, topic=topic)
    if form.is_valid() and request.POST.get("number") == str(sorting.suggestion.number):
        area, sub_area = form.cleaned_data["place"]
        actions.sort_again(sorting=sorting, area=area, sub_area=sub_area, by=request.user)
        return redirect("stakeholders:sorting_edit", topic.slug, pk)
    total = sample.sortings.count()
    done = total - sample.sortings.filter(sorted_at=None).count()
    context = {
        "form": form,
        "sample": sample,
        "suggestion": sorting.suggestion,
        "total": total,
        "done": done,
    }
    return render_page(request, "stakeholders/sorting_edit.html", context)


@require_GET
@topic_page("stakeholders.sort_again")
def sorting_detail(request, topic, pk):
    """How far the second sorting agrees with the first, and where it does not.

    Until it is finished nobody sees this, so that the second analyst learns nothing from it.
    """
    samples = topic.sorting_samples.select_related("sorted_by", "drawn_by")
    sample = get_object_or_404(samples, pk=pk)
    context = {"sample": sample, "is_finished": sample.is_finished}
    if sample.is_finished:
        context |= compared(sample, list(topic.areas.all()))
    return render_page(request, "stakeholders/sorting_detail.html", context)


def area_now(sorting):
    """The key of the area that a second sorting named, or of the one that it was merged into."""
    return sorting.area.merged_into_id or sorting.area_id


def compared(sample, areas):
    """Both placements of each suggestion that is still filed, and what they agree on."""
    sortings = list(sample.sortings.select_related("suggestion", "area", "sub_area"))
    own = Filing.objects.filter(suggestion__second_sortings__sample=sample, is_own=True, part=None)
    firsts = {one.suggestion_id: one for one in own.select_related("area", "sub_area", "filed_by")}
    both = [(firsts.get(one.suggestion_id), one) for one in sortings]
    placed = [(first, second) for first, second in both if first]
    found = agreement([(first.area_id, area_now(second)) for first, second in placed])
    named = {area.pk: area for area in areas}
    used = [pk for pk in named if found and any(pk in pair for pair in found.table)]
    return {
        "found": found,
        "percent": round(found.share * 100) if found else None,
        "kappa_words": words_for(found.kappa) if found and found.kappa is not None else "",
        "unplaced": [second for first, second in both if first is None],
        "differing": [(one, two) for one, two in placed if one.area_id != area_now(two)],
        "parted": [
            (one, two)
            for one, two in placed
            if one.area_id == two.area_id and one.sub_area_id != two.sub_area_id
        ],
        "columns": [named[pk] for pk in used],
        "rows": [
            (named[row], [(found.table[row, column], row == column) for column in used])
            for row in used
        ],
    }
