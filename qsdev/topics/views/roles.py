"""Pages on which people are given roles in a topic, and roles are ended."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.roles import RoleGiveForm


@require_http_methods(["GET", "POST"])
@topic_page("topics.give_role")
def role_list(request, topic):
    """Who has which role in the topic, and a form that gives one more."""
    form = RoleGiveForm(request.POST or None)
    if form.is_valid():
        try:
            given = actions.give_role(topic=topic, by=request.user, **form.cleaned_data)
            held = given.get_role_display()
            messages.success(request, f"{given.user} now has the role “{held}”.")
            return redirect("topics:role_list", topic.slug)
        except RuleBroken as error:
            form.add_error("user", str(error))
    roles = topic.roles.select_related("user", "given_by")
    context = {
        "form": form,
        "current_roles": roles.current(),
        "ended_roles": roles.filter(ended_at__lte=timezone.now()),
    }
    return render_page(request, "topics/role_list.html", context)


@require_POST
@topic_page("topics.give_role")
def role_end(request, topic, pk):
    """End a role; the record that it was held stays."""
    topic_role = get_object_or_404(topic.roles, pk=pk)
    try:
        actions.end_role(topic_role=topic_role, by=request.user)
        held = topic_role.get_role_display()
        messages.success(request, f"{topic_role.user} has the role “{held}” no more.")
    except RuleBroken as error:
        messages.error(request, str(error))
    if not topic.allows(request.user, role_list.permission):  # it was their own
        return redirect("topics:topic_list")
    return redirect("topics:role_list", topic.slug)
