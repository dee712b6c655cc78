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
from qsdev.publication.beside import NAMES, documents_of
from qsdev.publication.builder.standard import standard_document
from qsdev.publication.exports import standard_data
from qsdev.publication.models import STANDARD, PublishedStandard

SCHEMA = Path(__file__).parents[1] / "standard.schema.json"
GONE = 410


def newest_or_404(reference):
    """The last version of a standard, withdrawn or not."""
    related = ("topic", "consultation_report__report", "consultation_report__table")
    newest = PublishedStandard.objects.newest().select_related(*related)
    return get_object_or_404(newest, reference=reference.upper())


def withdrawn(request, standard):
    """The answer where a standard was and is no more: that it was withdrawn, when and why."""
    context = {"standard": standard}
    return render_page(request, "publication/_withdrawn.html", context, status=GONE)


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
@public_page
def standard_detail(request, reference):
    """A standard: what it covers, its statements, its versions and files."""
    standard = newest_or_404(reference)
    if standard.is_withdrawn:
        return withdrawn(request, standard)
    build = files_of(standard)
    context = {
        "standard": standard,
        "content": standard.content,
        "files": list(build.files.all()) if build else [],
        "versions": standard.topic.published_standards.count(),
        "beside": [
            (document, NAMES[document], build.files.all())
            for document, build in documents_of(standard).items()
        ],
    }
    return render_page(request, "publication/standard_detail.html", context)


@require_safe
@public_page
def published_statement_detail(request, reference, number):
    """One statement, under its number for good; where it is gone, what replaced it."""
    standard = newest_or_404(reference)
    if standard.is_withdrawn:
        return withdrawn(request, standard)
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
@public_page
def standard_whole(request, reference):
    """The whole standard on one page, to read through or to print."""
    standard = newest_or_404(reference)
    if standard.is_withdrawn:
        return withdrawn(request, standard)
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
@public_page
def standard_download(request, reference, format):
    """One file of the version that stands."""
    standard = newest_or_404(reference)
    if standard.is_withdrawn:
        return withdrawn(request, standard)
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
