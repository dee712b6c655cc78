"""Pages that link comments to the changes of wording they led to, and show the way back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qsdev.consultation import actions
from qsdev.consultation.changing import versions_after
from qsdev.consultation.forms.answering import ChangeCreateForm
from qsdev.consultation.views.workbench import PERMISSION
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def comment_change_create(request, topic, number):
    """Link a comment to the version of a statement that it led to."""
    comment = get_object_or_404(topic.comments.whole(), number=number)
    back = reverse("consultation:comment_detail", args=[topic.slug, number])
    form = ChangeCreateForm(
        request.POST or None, versions=versions_after(comment.round), cancel=back
    )
    if linked(request, form, comment=comment):
        return redirect(back)
    context = {"form": form, "comment": comment}
    return render_page(request, "consultation/comment_change_create.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PERMISSION)
def theme_change_create(request, topic, pk):
    """Link a theme to the version of a statement that its comments led to."""
    theme = get_object_or_404(topic.comment_themes.select_related("round"), pk=pk)
    back = reverse("consultation:theme_edit", args=[topic.slug, pk])
    form = ChangeCreateForm(request.POST or None, versions=versions_after(theme.round), cancel=back)
    if linked(request, form, theme=theme):
        return redirect(back)
    context = {"form": form, "theme": theme}
    return render_page(request, "consultation/theme_change_create.html", context)


def linked(request, form, **source):
    """Link what the form says, if it can be; says so."""
    if not form.is_valid():
        return False
    try:
        actions.link_change(by=request.user, **source, **form.cleaned_data)
    except RuleBroken as error:
        form.add_error("statement_version", str(error))
        return False
    messages.success(request, "The change of wording is linked.")
    return True


@require_POST
@topic_page(PERMISSION)
def change_remove(request, topic, pk):
    """Take a link back; the version of the statement stays."""
    change = get_object_or_404(topic.changes_of_wording, pk=pk)
    comment, theme = change.comment, change.theme
    actions.unlink_change(change=change, by=request.user)
    messages.success(request, "The link is taken back.")
    if comment:
        return redirect("consultation:comment_detail", topic.slug, comment.number)
    return redirect("consultation:theme_edit", topic.slug, theme.pk)
