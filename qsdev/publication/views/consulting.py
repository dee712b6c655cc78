"""The consultation's documents, as they appear beside a published standard."""

from django.http import Http404
from django.views.decorators.http import require_safe

from qsdev.builds.downloads import stored_file
from qsdev.consultation.issued import documents_of
from qsdev.consultation.models import REPORT, TABLE
from qsdev.publication.views.newest import standing_page

#: The word in the address of each document, its kind, and how it is called.
DOCUMENTS = {
    "report": (REPORT, "Consultation summary report"),
    "table": (TABLE, "Comments of stakeholders, and responses"),
}


def documents_beside(standard):
    """What can be fetched beside a version: (word in the address, name, files) of each document."""
    builds = documents_of(standard.consultation_report)
    return [
        (word, name, builds[kind].files.all())
        for word, (kind, name) in DOCUMENTS.items()
        if kind in builds
    ]


@require_safe
@standing_page
def consultation_download(request, standard, document, format):
    """One file of the summary report, or of the table of comments and responses."""
    kind, name = DOCUMENTS.get(document, ("", ""))
    build = documents_of(standard.consultation_report).get(kind)
    if build is None:
        raise Http404
    file_name = name.casefold().replace(",", "").replace(" ", "-")
    return stored_file(build, format, name=f"{standard.reference}-{file_name}")
