"""Pages on which the sub-areas of an area are made, named and put in order."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.areas import OrderForm, SubAreaForm
from qsdev.topics.models import SubArea
from qsdev.topics.views.moving import back_to_button


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_area")
def sub_area_create(request, topic, pk):
    """Add a sub-area to an area."""
    area = get_object_or_404(topic.areas, pk=pk)
    form = SubAreaForm(request.POST or None, submit="Add sub-area")
    if form.is_valid():
        try:
            title = form.cleaned_data["title"]
            sub_area = actions.add_sub_area(area=area, title=title, by=request.user)
            messages.success(request, f"“{sub_area}” is added.")
            return redirect("topics:area_edit", topic.slug, area.pk)
        except RuleBroken as error:
            form.add_error("title", str(error))
    return render_page(request, "topics/sub_area_create.html", {"form": form, "area": area})


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_area")
def sub_area_edit(request, topic, pk):
    """Rename a sub-area."""
    sub_area = sub_area_of(topic, pk)
    form = SubAreaForm(request.POST or None, sub_area=sub_area)
    current = None
    if form.is_valid():
        try:
            actions.change_sub_area(sub_area=sub_area, by=request.user, **form.cleaned_data)
            messages.success(request, f"“{sub_area}” is saved.")
            return redirect("topics:area_edit", topic.slug, sub_area.area_id)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("title", str(error))
    context = {"form": form, "sub_area": sub_area, "current": current}
    return render_page(request, "topics/sub_area_edit.html", context)


@require_POST
@topic_page("topics.change_area")
def sub_area_remove(request, topic, pk):
    """Remove a sub-area that nothing depends on."""
    sub_area = sub_area_of(topic, pk)
    try:
        actions.remove_sub_area(sub_area=sub_area, by=request.user)
        messages.success(request, f"“{sub_area}” is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("topics:area_edit", topic.slug, sub_area.area_id)


@require_POST
@topic_page("topics.change_area")
def sub_area_move(request, topic, pk):
    """Let a sub-area change places with its neighbour; the focus goes back to the button."""
    sub_area = sub_area_of(topic, pk)
    direction = "up" if "up" in request.POST else "down"
    try:
        actions.move_sub_area(sub_area=sub_area, direction=direction, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    beside = list(sub_area.area.sub_areas.all())
    number = beside.index(sub_area) + 1
    messages.info(request, f"“{sub_area}” is now number {number}.")
    words = [topic.slug, sub_area.area_id]
    return redirect(back_to_button("topics:area_edit", words, sub_area, number, len(beside)))


@require_POST
@topic_page("topics.change_area")
def sub_area_order(request, topic, pk):
    """Put an area's sub-areas in the order in which they were dragged."""
    area = get_object_or_404(topic.areas, pk=pk)
    form = OrderForm(request.POST, rows=area.sub_areas)
    try:
        if not form.is_valid():
            raise RuleBroken("A sub-area was removed meanwhile: put them in order again.")
        actions.order_sub_areas(area=area, order=form.cleaned_data["order"], by=request.user)
        messages.info(request, "The new order of the sub-areas is saved.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("topics:area_edit", topic.slug, area.pk)


def sub_area_of(topic, pk):
    """A sub-area of an area that stands in the topic; 404 for any other."""
    here = SubArea.objects.select_related("area").filter(area__in=topic.areas.all())
    return get_object_or_404(here, pk=pk)
