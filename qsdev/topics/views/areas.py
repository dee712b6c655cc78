"""Pages on which improvement areas are made, named and put in order."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.areas import AreaForm, OrderForm
from qsdev.topics.views.moving import back_to_button, where_it_went


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
    return render_page(request, "topics/area_list.html", context, partial="_area_tables.html")


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
    area = topic.areas.filter(pk=pk).first()
    if area is None:
        return where_it_went(request, topic, pk, "topics:area_edit")
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
    return render_page(request, "topics/area_edit.html", context, partial="_sub_area_table.html")


@require_POST
@topic_page("topics.change_area")
def area_move(request, topic, pk):
    """Let an area change places with its neighbour; the focus goes back to the button."""
    area = get_object_or_404(topic.areas, pk=pk)
    direction = "up" if "up" in request.POST else "down"
    try:
        actions.move_area(area=area, direction=direction, by=request.user)
        messages.info(request, f"“{area}” is now number {area.number}.")
    except RuleBroken as error:
        messages.error(request, str(error))
    last = topic.areas.filter(kind=area.kind).count()
    return redirect(back_to_button("topics:area_list", [topic.slug], area, area.number, last))


@require_POST
@topic_page("topics.change_area")
def area_order(request, topic):
    """Put the areas in the order in which they were dragged."""
    form = OrderForm(request.POST, rows=topic.areas)
    try:
        if not form.is_valid():
            raise RuleBroken("An area was merged or removed meanwhile: put them in order again.")
        actions.order_areas(topic=topic, order=form.cleaned_data["order"], by=request.user)
        messages.info(request, "The new order of the areas is saved.")
    except RuleBroken as error:
        messages.error(request, str(error))
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
