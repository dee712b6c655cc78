"""Pages that everyone reads without signing in; they are made of published versions alone."""

from pathlib import Path

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from qsdev.accounts.access import public_page
from qsdev.builds.downloads import stored_file
from qsdev.builds.models import DocumentBuild
from qsdev.documents.html import write_html
from qsdev.htmx import render_page
from qsdev.publication.builder.standard import standard_document
from qsdev.publication.exports import standard_data
from qsdev.publication.models import STANDARD, PublishedStandard
from qsdev.publication.views.consulting import documents_beside
from qsdev.publication.views.newest import GONE, newest_or_404, standing_page, withdrawn

SCHEMA = Path(__file__).parents[1] / "standard.schema.json"


def files_of(standard):
    """The build that keeps a version's three files, or None until they were made."""
    builds = DocumentBuild.objects.filter(topic=standard.topic_id).defer("content")
    return builds.about(STANDARD, standard.pk).built().first()


@require_safe
@public_page
def standard_list(request):
    """Every standard that stands, by its reference."""
    standards = PublishedStandard.objects.standing().order_by("title").defer("content")
    return render_page(request, "publication/standard_list.html", {"standards": standards})


@require_safe
@standing_page
def standard_detail(request, standard):
    """A standard: what it covers, its statements, its versions and files."""
    build = files_of(standard)
    context = {
        "standard": standard,
        "content": standard.content,
        "files": list(build.files.all()) if build else [],
        "versions": standard.topic.published_standards.count(),
        "beside": documents_beside(standard),
    }
    return render_page(request, "publication/standard_detail.html", context)


@require_safe
@standing_page
def published_statement_detail(request, standard, number):
    """One statement, under its number for good; where it is gone, what replaced it."""
    statements, removed = standard.content["statements"], standard.content["removed"]
    numbers = [one["number"] for one in statements]
    gone = next((one for one in removed if one["number"] == number), None)
    if gone is None and number not in numbers:
        raise Http404
    place = None if gone else numbers.index(number)
    context = {
        "standard": standard,
        "statement": gone or statements[place],
        "gone": gone,
        "before": statements[place - 1] if place else None,
        "after": statements[place + 1] if not gone and place + 1 < len(numbers) else None,
    }
    return render_page(request, "publication/published_statement_detail.html", context)


@require_safe
@standing_page
def standard_whole(request, standard):
    """The whole standard on one page, to read through or to print."""
    context = {"standard": standard, "article": article_of(standard)}
    return render_page(request, "publication/standard_whole.html", context)


def article_of(standard):
    """A version as an article; the writer has escaped every text in it."""
    return mark_safe(write_html(standard_document(standard), standalone=False))


@require_safe
@public_page
def standard_versions(request, reference):
    """Every version of a standard: when it was published, what was new, whether it stands."""
    standard = newest_or_404(reference)
    versions = standard.topic.published_standards.defer("content")
    context = {"standard": standard, "versions": versions}
    return render_page(request, "publication/standard_versions.html", context)


@require_safe
@public_page
def standard_version_detail(request, reference, version):
    """An earlier version as it was, marked as such; a withdrawn one is not shown."""
    newest = newest_or_404(reference)
    standard = get_object_or_404(newest.topic.published_standards, version=version)
    if standard.is_withdrawn:
        return withdrawn(request, standard)
    context = {"standard": standard, "newest": newest, "article": article_of(standard)}
    return render_page(request, "publication/standard_version_detail.html", context)


@require_safe
@standing_page
def standard_download(request, standard, format):
    """One file of the version that stands."""
    build = files_of(standard)
    if build is None:
        raise Http404
    return stored_file(build, format, name=f"{standard.reference}-version-{standard.version}")


@require_safe
@public_page
def standard_json(request, reference):
    """The standard that stands as JSON, of the shape that `standard_schema` documents."""
    standard = newest_or_404(reference)
    status = GONE if standard.is_withdrawn else 200
    data = standard_data(standard, request.build_absolute_uri)
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})


@require_safe
@public_page
def standard_schema(request):
    """The JSON Schema of a published standard."""
    return HttpResponse(SCHEMA.read_bytes(), content_type="application/schema+json")
