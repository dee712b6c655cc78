"""The consultation's documents, as they appear beside a published standard."""

from django.http import Http404
from django.views.decorators.http import require_safe

from qsdev.accounts.access import public_page
from qsdev.builds.downloads import stored_file
from qsdev.publication.beside import NAMES, documents_of
from qsdev.publication.views.reading import newest_or_404, withdrawn


@require_safe
@public_page
def consultation_download(request, reference, document, format):
    """One file of the summary report, or of the table of comments and responses."""
    standard = newest_or_404(reference)
    if standard.is_withdrawn:
        return withdrawn(request, standard)
    build = documents_of(standard).get(document)
    if build is None:
        raise Http404
    name = NAMES[document].casefold().replace(",", "").replace(" ", "-")
    return stored_file(build, format, name=f"{standard.reference}-{name}")
