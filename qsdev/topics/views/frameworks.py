"""Pages on which the national outcomes frameworks of section 2 are written."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.overview import FrameworkEditForm
from qsdev.topics.outlines import outline_of


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_topic")
def framework_create(request, topic):
    """Add a framework with its domains and their entries."""
    form = FrameworkEditForm(request.POST or None)
    if form.is_valid():
        given = {name: words for name, words in form.cleaned_data.items() if name != "version"}
        try:
            framework = actions.define_framework(topic=topic, by=request.user, **given)
            messages.success(request, f"“{framework}” is added.")
            return redirect("topics:overview_list", topic.slug)
        except RuleBroken as error:
            form.add_error("title", str(error))
    return render_page(request, "topics/framework_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_topic")
def framework_edit(request, topic, pk):
    """Write a framework anew, from the lines as they now stand."""
    framework = get_object_or_404(topic.frameworks, pk=pk)
    form = FrameworkEditForm(request.POST or None, framework=framework)
    context = {"framework": framework}
    if form.is_valid():
        try:
            actions.change_framework(framework=framework, by=request.user, **form.cleaned_data)
            messages.success(request, f"“{form.cleaned_data['title']}” is saved.")
            return redirect("topics:overview_list", topic.slug)
        except EditCollision as collision:
            form = form.collided(collision)
            current = collision.current
            context |= {"current": current, "domains": outline_of(current)}
        except RuleBroken as error:
            form.add_error("title", str(error))
    return render_page(request, "topics/framework_edit.html", context | {"form": form})


@require_POST
@topic_page("topics.change_topic")
def framework_remove(request, topic, pk):
    """Take a framework out of section 2."""
    framework = get_object_or_404(topic.frameworks, pk=pk)
    actions.remove_framework(framework=framework, by=request.user)
    messages.success(request, f"“{framework}” is removed.")
    return redirect("topics:overview_list", topic.slug)
