"""Pages of themes: what comments say alike, and the response written once for all of them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.forms.answering import ThemeCreateForm, ThemeEditForm
from qsdev.consultation.forms.filters import PAGE_LENGTH
from qsdev.consultation.models import consultation_of
from qsdev.consultation.views.workbench import PERMISSION, progress_of, round_or_404
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page(PERMISSION)
def theme_list(request, topic):
    """The themes in the report's order: how many comments each gathers, and its response."""
    round = consultation_of(topic)
    themes = round.themes.select_related("assignee") if round else None
    counted = themes.annotate(comment_count=Count("comments")) if round else None
    context = {
        "round": round,
        "themes": counted.order_by("position") if round else [],
        "progress": progress_of(round) if round else None,
        "unthemed": round.comments.unthemed().count() if round else 0,
    }
    return render_page(request, "consultation/theme_list.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def theme_create(request, topic):
    """Add a theme."""
    round = round_or_404(topic)
    here = reverse("consultation:theme_list", args=[topic.slug])
    form = ThemeCreateForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            theme = actions.add_theme(round=round, by=request.user, **form.cleaned_data)
            messages.success(request, f"The theme “{theme}” is added.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error("title", str(error))
    return render_page(request, "consultation/theme_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def theme_edit(request, topic, pk):
    """Write the response to all comments of a theme, with the comments beside it."""
    theme = get_object_or_404(topic.comment_themes, pk=pk)
    here = reverse("consultation:theme_list", args=[topic.slug])
    form = ThemeEditForm(request.POST or None, theme=theme, team=topic.team, cancel=here)
    current = None
    if form.is_valid():
        try:
            actions.change_theme(
                theme=theme,
                title=form.cleaned_data["title"],
                version=form.cleaned_data["version"],
                by=request.user,
                **form.answered,
            )
            messages.success(request, f"The theme “{theme}” is saved.")
            return redirect(here)
        except EditCollision as collision:
            form, current = form.collided(collision), collision.current
        except RuleBroken as error:
            form.add_error("title" if "title" in str(error) else "answer", str(error))
    comments = theme.comments.whole().order_by("number")
    context = {
        "form": form,
        "theme": theme,
        "current": current,
        "page": Paginator(comments, PAGE_LENGTH).get_page(request.GET.get("page")),
        "changes": theme.changes.select_related("statement_version__statement"),
    }
    return render_page(request, "consultation/theme_edit.html", context)


@require_POST
@topic_page(PERMISSION)
def theme_move(request, topic, pk):
    """Move a theme up or down."""
    theme = get_object_or_404(topic.comment_themes, pk=pk)
    actions.move_theme(theme=theme, up="up" in request.POST, by=request.user)
    return redirect("consultation:theme_list", topic.slug)


@require_POST
@topic_page(PERMISSION)
def theme_remove(request, topic, pk):
    """Remove a theme that gathers nothing."""
    theme = get_object_or_404(topic.comment_themes, pk=pk)
    try:
        actions.remove_theme(theme=theme, by=request.user)
        messages.success(request, f"The theme “{theme}” is removed.")
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("consultation:theme_list", topic.slug)
