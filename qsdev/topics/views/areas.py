"""Pages on which improvement areas are made, named and put in order."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.areas import AreaForm, SubAreaForm
from qsdev.topics.models import SubArea


@require_GET
@topic_page("topics.view_areas")
def area_list(request, topic):
    """The areas in the paper's order, with buttons that move them."""
    areas = topic.areas.prefetch_related("sub_areas")
    context = {
        "main_areas": [area for area in areas if not area.is_additional],
        "additional_areas": [area for area in areas if area.is_additional],
        "may_change": "topics.change_area" in request.allowed,
    }
    return render_page(request, "topics/area_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_area")
def area_create(request, topic):
    """Add an improvement area."""
    form = AreaForm(request.POST or None, submit="Add area")
    if form.is_valid():
        try:
            area = actions.add_area(topic=topic, by=request.user, **form.area_fields)
            messages.success(request, f"“{area}” is added.")
            return redirect("topics:area_list", topic.slug)
        except RuleBroken as error:
            form.add_error("title", str(error))
    return render_page(request, "topics/area_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_area")
def area_edit(request, topic, pk):
    """Rename an area, move it to the additional areas with a reason, keep its sub-areas."""
    area = get_object_or_404(topic.areas, pk=pk)
    form = AreaForm(request.POST or None, area=area)
    current = None
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            actions.change_area(area=area, version=version, by=request.user, **form.area_fields)
            messages.success(request, f"“{area}” is saved.")
            return redirect("topics:area_list", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("title", str(error))
    context = {"form": form, "area": area, "current": current}
    return render_page(request, "topics/area_edit.html", context)


@require_POST
@topic_page("topics.change_area")
def area_move(request, topic, pk):
    """Let an area change places with its neighbour."""
    area = get_object_or_404(topic.areas, pk=pk)
    direction = "up" if "up" in request.POST else "down"
    actions.move_area(area=area, direction=direction, by=request.user)
    messages.success(request, f"“{area}” is now number {area.number}.")
    return redirect("topics:area_list", topic.slug)


@require_POST
@topic_page("topics.change_area")
def area_remove(request, topic, pk):
    """Remove an area that nothing depends on."""
    area = get_object_or_404(topic.areas, pk=pk)
    try:
        actions.remove_area(area=area, by=request.user)
        messages.success(request, f"“{area}” is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("topics:area_list", topic.slug)


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_area")
def sub_area_create(request, topic, pk):
    """Add a sub-area to an area."""
    area = get_object_or_404(topic.areas, pk=pk)
    form = SubAreaForm(request.POST or None, submit="Add sub-area")
    if form.is_valid():
        try:
            sub_area = actions.add_sub_area(area=area, by=request.user, **form.cleaned_data)
            messages.success(request, f"“{sub_area}” is added.")
            return redirect("topics:area_edit", topic.slug, area.pk)
        except RuleBroken as error:
            form.add_error("title", str(error))
    return render_page(request, "topics/sub_area_create.html", {"form": form, "area": area})


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_area")
def sub_area_edit(request, topic, pk):
    """Rename a sub-area."""
    sub_area = get_object_or_404(SubArea.objects.filter(area__topic=topic), pk=pk)
    form = SubAreaForm(request.POST or None, initial={"title": sub_area.title})
    if form.is_valid():
        try:
            actions.change_sub_area(sub_area=sub_area, by=request.user, **form.cleaned_data)
            messages.success(request, f"“{sub_area}” is saved.")
            return redirect("topics:area_edit", topic.slug, sub_area.area_id)
        except RuleBroken as error:
            form.add_error("title", str(error))
    context = {"form": form, "sub_area": sub_area}
    return render_page(request, "topics/sub_area_edit.html", context)


@require_POST
@topic_page("topics.change_area")
def sub_area_remove(request, topic, pk):
    """Remove a sub-area that nothing depends on."""
    sub_area = get_object_or_404(SubArea.objects.filter(area__topic=topic), pk=pk)
    try:
        actions.remove_sub_area(sub_area=sub_area, by=request.user)
        messages.success(request, f"“{sub_area}” is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("topics:area_edit", topic.slug, sub_area.area_id)
