"""Pages that follow a worker as it reads a table of comments."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from qsdev.consultation import actions
from qsdev.consultation.actions.importing import jobs_of
from qsdev.consultation.views.imports import PERMISSION
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page
from stakeholders.views.imports import steps


@require_GET
@topic_page(PERMISSION)
def comment_import_progress(request, topic, pk):
    """How far the reading of a table is; the page follows it, or is loaded again by a link."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    if not import_record.is_reading:
        if request.htmx:
            return HttpResponseClientRefresh()
        return redirect("consultation:comment_import_detail", topic.slug, pk)
    job = jobs_of(import_record).first()
    context = {
        "import": import_record,
        "steps": steps(1),
        "job": job,
        "has_errors": bool(job) and job.is_failed,
        "job_url": reverse("consultation:comment_import_progress", args=[topic.slug, pk]),
        "retry_url": reverse("consultation:comment_import_read", args=[topic.slug, pk]),
    }
    template = "consultation/comment_import_progress.html"
    return render_page(request, template, context, partial="jobs/_job.html", status=200)


@require_POST
@topic_page(PERMISSION)
def comment_import_read(request, topic, pk):
    """Have a table read again whose reading failed."""
    import_record = get_object_or_404(topic.comment_imports, pk=pk)
    try:
        actions.read_again(import_record=import_record, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("consultation:comment_import_detail", topic.slug, pk)
