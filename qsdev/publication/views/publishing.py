"""Pages on which a standard is published and withdrawn."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.builds.models import DocumentBuild
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page
from qsdev.publication import actions
from qsdev.publication.content import hash_of, public_content
from qsdev.publication.forms.publishing import StandardPublishForm, StandardWithdrawForm
from qsdev.publication.models import STANDARD
from qsdev.publication.readiness import missing_from, to_do_before
from qsdev.topics.access import topic_page

PUBLISH = "publication.publish_standard"


def builds_of(topic):
    """The newest build of each version's files, by the version's key."""
    builds = DocumentBuild.objects.filter(topic=topic, kind=STANDARD).select_related("job")
    return {one.subject_id: one for one in builds.defer("content").order_by("asked_at")}


@require_GET
@topic_page("publication.view_publication")
def publication_detail(request, topic):
    """How far publication is: what is missing, what is outstanding, what was published."""
    content = public_content(topic)
    builds = builds_of(topic)
    versions = list(topic.published_standards.select_related("published_by", "withdrawn_by"))
    context = {
        "content": content,
        "missing": missing_from(topic, content),
        "outstanding": to_do_before(topic),
        "plan": getattr(topic, "publication_plan", None),
        "versions": [(one, builds.get(one.pk)) for one in versions],
        "standing": versions[0] if versions and not versions[0].is_withdrawn else None,
    }
    context["has_changed"] = any(one.content_hash != hash_of(content) for one in versions[:1])
    context["can_follow"] = context["has_changed"] or not context["standing"]
    return render_page(request, "publication/publication_detail.html", context)


@require_http_methods(["GET", "POST"])
@topic_page(PUBLISH)
def standard_publish(request, topic):
    """Publish, after showing what will appear."""
    content = public_content(topic)
    to_do = to_do_before(topic)
    here = reverse("publication:publication_detail", args=[topic.slug])
    form = StandardPublishForm(
        request.POST or None,
        initial={"content_hash": hash_of(content)},
        outstanding=to_do,
        cancel=here,
    )
    if form.is_valid():
        try:
            standard = actions.publish_standard(topic=topic, by=request.user, **form.cleaned_data)
            messages.success(request, f"{standard} is published: everyone can read it.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error(None, str(error))
            form.data = form.data.copy()
            form.data["content_hash"] = hash_of(content)
    context = {
        "form": form,
        "content": content,
        "missing": missing_from(topic, content),
        "outstanding": to_do,
        "last": topic.published_standards.first(),
    }
    return render_page(request, "publication/standard_publish.html", context)


@require_POST
@topic_page(PUBLISH)
def files_build(request, topic, version):
    """Ask again for the files of a version whose build failed."""
    standard = get_object_or_404(topic.published_standards, version=version)
    try:
        actions.build_files(standard=standard, by=request.user)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("publication:publication_detail", topic.slug)


@require_http_methods(["GET", "POST"])
@topic_page(PUBLISH)
def standard_withdraw(request, topic, version):
    """Withdraw a version that everyone can read: the last, or an earlier one."""
    readable = topic.published_standards.filter(withdrawn_at=None)
    standard = get_object_or_404(readable, version=version)
    here = reverse("publication:publication_detail", args=[topic.slug])
    form = StandardWithdrawForm(request.POST or None, cancel=here)
    if form.is_valid():
        try:
            actions.withdraw_standard(standard=standard, by=request.user, **form.cleaned_data)
            messages.success(request, f"{standard} is withdrawn.")
            return redirect(here)
        except RuleBroken as error:
            form.add_error("reason", str(error))
    context = {"form": form, "standard": standard}
    return render_page(request, "publication/standard_withdraw.html", context)
