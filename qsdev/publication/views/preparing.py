"""Pages that come before publication: the plan, and the preview of what will appear."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.builds.pages import (
    Subject,
    build_for,
    document_answer,
    document_context,
    follow_document,
)
from qsdev.errors import EditCollision, RuleBroken
from qsdev.htmx import render_page
from qsdev.publication import actions
from qsdev.publication.content import hash_of, public_content
from qsdev.publication.forms.publishing import PlanEditForm
from qsdev.publication.models import PREVIEW
from qsdev.publication.readiness import missing_from
from qsdev.topics.access import topic_page

PREPARE = "publication.prepare_standard"


def subject_of(topic):
    """The preview as a document."""
    return Subject(topic, PREVIEW, 0, (topic.slug,))


@require_http_methods(["GET", "POST"])
@topic_page(PREPARE)
def plan_edit(request, topic):
    """Write the reference, and what the standard covers."""
    plan = getattr(topic, "publication_plan", None)
    here = reverse("publication:publication_detail", args=[topic.slug])
    initial = {"reference": plan.reference, "about": plan.about} if plan else {}
    initial["version"] = plan.version if plan else 0
    form = PlanEditForm(request.POST or None, initial=initial, cancel=here)
    current = None
    if form.is_valid():
        try:
            actions.write_plan(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, "The reference and what the standard covers are saved.")
            return redirect(here)
        except EditCollision as collision:
            current, form = collision.current, form.collided(collision)
        except RuleBroken as error:
            form.add_error("reference", str(error))
    context = {"form": form, "current": current}
    return render_page(request, "publication/plan_edit.html", context)


@require_GET
@topic_page(PREPARE)
def preview_detail(request, topic):
    """What everyone would read if the standard were published now, as a page and as files."""
    subject = subject_of(topic)
    following = follow_document(request, subject)
    if following:
        return following
    content = public_content(topic)
    context = document_context(subject, page="publication:preview", may_build=True)
    context |= {
        "content": content,
        "content_hash": hash_of(content),
        "missing": missing_from(topic, content),
        "is_preview": True,
    }
    return render_page(request, "publication/preview_detail.html", context)


@require_POST
@topic_page(PREPARE)
def preview_build(request, topic):
    """Build the preview's three files."""
    build_for(request, subject_of(topic))
    return redirect("publication:preview_detail", topic.slug)


@require_GET
@topic_page(PREPARE)
def preview_download(request, topic, format):
    """One file of the preview."""
    return document_answer(subject_of(topic).newest, format)
