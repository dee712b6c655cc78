"""Pages on which a passage of a comment is taken from view, and the lead's page of originals."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qsdev.consultation import actions
from qsdev.consultation.forms.answering import CommentRedactForm
from qsdev.consultation.models import CommentRedaction
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_http_methods(["GET", "POST"])
@topic_page("consultation.redact_comment")
def comment_redact(request, topic, number):
    """Take a passage from view, with the reason."""
    comment = get_object_or_404(topic.comments.whole(), number=number)
    back = reverse("consultation:comment_detail", args=[topic.slug, number])
    form = CommentRedactForm(request.POST or None, cancel=back)
    if form.is_valid():
        try:
            actions.redact_comment(comment=comment, by=request.user, **form.cleaned_data)
            messages.success(request, "The passage is redacted.")
            return redirect(back)
        except RuleBroken as error:
            form.add_error("passage", str(error))
    context = {"form": form, "comment": comment}
    return render_page(request, "consultation/comment_redact.html", context)


@require_GET
@topic_page("consultation.view_redactions")
def redaction_list(request, topic):
    """What was redacted, in the original, for leads alone."""
    redactions = CommentRedaction.objects.filter(comment__topic=topic)
    context = {"redactions": redactions.select_related("comment__stakeholder", "made_by")}
    return render_page(request, "consultation/redaction_list.html", context)
