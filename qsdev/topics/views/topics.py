"""Pages on which topics are listed and begun, and their front matter and rounds are kept."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.accounts.access import signed_in_page, site_page
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics import actions
from qsdev.topics.access import topic_page
from qsdev.topics.forms.topics import RoundCreateForm, RoundEditForm, TopicCreateForm, TopicEditForm
from qsdev.topics.models import Topic


@require_GET
@signed_in_page
def topic_list(request):
    """The topics in which the person has a role."""
    topics = Topic.objects.visible_to(request.user)
    return render_page(request, "topics/topic_list.html", {"topics": topics})


@require_http_methods(["GET", "POST"])
@site_page("topics.create_topic")
def topic_create(request):
    """Begin a topic."""
    form = TopicCreateForm(request.POST or None)
    if form.is_valid():
        try:
            topic = actions.create_topic(by=request.user, **form.cleaned_data)
            return redirect("topics:role_list", topic.slug)
        except RuleBroken as error:
            form.add_error("slug", str(error))
    return render_page(request, "topics/topic_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("topics.change_topic")
def topic_edit(request, topic):
    """Keep the front matter that the paper prints."""
    form = TopicEditForm(request.POST or None, topic=topic)
    current = None
    if form.is_valid():
        try:
            actions.change_topic(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, "The front matter is saved.")
            return redirect("home:topic_detail", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
    return render_page(request, "topics/topic_edit.html", {"form": form, "current": current})


@require_http_methods(["GET", "POST"])
@topic_page("topics.open_round")
def round_create(request, topic):
    """Plan an engagement exercise or a consultation."""
    form = RoundCreateForm(request.POST or None)
    if form.is_valid():
        try:
            actions.open_round(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, "The round is added.")
            return redirect("home:topic_detail", topic.slug)
        except RuleBroken as error:
            form.add_error("closes_on", str(error))
    return render_page(request, "topics/round_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page("topics.open_round")
def round_edit(request, topic, pk):
    """Change a round's dates, its state, or the number said to have responded."""
    round = get_object_or_404(topic.rounds, pk=pk)
    form = RoundEditForm(request.POST or None, round=round)
    current = None
    if form.is_valid():
        try:
            actions.change_round(round=round, by=request.user, **form.cleaned_data)
            messages.success(request, "The round is saved.")
            return redirect("home:topic_detail", topic.slug)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("closes_on", str(error))
    context = {"form": form, "round": round, "current": current}
    return render_page(request, "topics/round_edit.html", context)
