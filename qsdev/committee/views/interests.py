"""Pages of members' interests: declaring, the chair's action, the register."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.builds.downloads import made_file
from qsdev.committee import actions
from qsdev.committee.forms.interests import InterestActForm, InterestDeclareForm
from qsdev.committee.interests import (
    HEADINGS,
    answers_of,
    areas_to_declare,
    owing,
    register_of,
    register_rows,
)
from qsdev.documents.spreadsheets import write_csv, write_xlsx
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("committee.declare_interest")
def interest_list(request, topic):
    """One's own answers, for the topic and for each area."""
    answers = answers_of(topic, request.user)
    context = {"answers": answers, "missing": [one for one in answers if one.is_missing]}
    return render_page(request, "committee/interest_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page("committee.declare_interest")
def interest_declare(request, topic):
    """Declare an interest or that there is none, for the topic or for the area in the address."""
    area = area_named(request, topic)
    form = InterestDeclareForm(request.POST or None)
    if form.is_valid():
        try:
            about = {"topic": topic, "area": area and area.area}
            actions.declare_interest(**about, by=request.user, **form.cleaned_data)
            messages.success(request, f"Declared for {area.title if area else 'the topic'}.")
            return redirect("committee:interest_list", topic.slug)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "area": area}
    return render_page(request, "committee/interest_declare.html", context)


def area_named(request, topic):
    """The issued area that the address names, None for the topic; 404 for one that is neither."""
    wanted = request.GET.get("area", "")
    if not wanted:
        return None
    found = [area for area in areas_to_declare(topic) if str(area.area_id) == wanted]
    if not found:
        raise Http404
    return found[0]


@require_POST
@topic_page("committee.declare_interest")
def interest_none(request, topic):
    """Answer "nothing to declare" wherever an answer is still missing."""
    missing = [one.area for one in answers_of(topic, request.user) if one.is_missing]
    if missing:
        actions.declare_nothing(topic=topic, areas=missing, by=request.user)
        messages.success(request, "You have nothing to declare where you had not answered yet.")
    return redirect("committee:interest_list", topic.slug)


@require_POST
@topic_page("committee.declare_interest")
def interest_end(request, topic, pk):
    """End an interest of one's own."""
    own = topic.declarations.of_interests().filter(member=request.user)
    try:
        actions.end_interest(declaration=get_object_or_404(own, pk=pk), by=request.user)
        messages.success(request, "The interest is ended. Declare anew what holds now.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("committee:interest_list", topic.slug)


@require_http_methods(["GET", "POST"])
@topic_page("committee.act_on_interest")
def interest_act(request, topic, pk):
    """Record the chair's action on a member's interest."""
    rows = topic.declarations.of_interests().with_titles().select_related("member", "topic")
    declaration = get_object_or_404(rows, pk=pk)
    form = InterestActForm(request.POST or None, declaration=declaration)
    current = None
    if form.is_valid():
        try:
            actions.act_on_interest(declaration=declaration, by=request.user, **form.cleaned_data)
            messages.success(request, "The action is recorded.")
            return redirect("committee:interest_register", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error(None, str(error))
    context = {"form": form, "declaration": declaration, "current": current}
    return render_page(request, "committee/interest_act.html", context)


@require_GET
@topic_page("committee.view_register")
def interest_register(request, topic):
    """The register of interests; the chair and the team see who has not answered as well."""
    may_act = "committee.act_on_interest" in request.allowed
    context = {
        "declarations": register_of(topic),
        "owing": owing(topic) if may_act else [],
        "may_act": may_act,
    }
    return render_page(request, "committee/interest_register.html", context)


@require_GET
@topic_page("committee.view_register")
def interest_download(request, topic, format):
    """The register as a table."""
    if format not in ("xlsx", "csv"):
        raise Http404
    rows = register_rows(topic)
    if format == "csv":
        content = write_csv(HEADINGS, rows)
    else:
        title = f"Register of interests: {topic.title}"
        content = write_xlsx(
            HEADINGS,
            rows,
            sheet="Interests",
            title=title,
            widths=(28, 36, 22, 60, 14, 14, 22, 48, 28, 14),
            date=timezone.localdate(),
        )
    return made_file(content, format, name=f"{topic.slug}-register-of-interests")
