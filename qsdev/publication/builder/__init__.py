"""The quality standard as a document: a preview of it, and each version as it was published."""

from qsdev.builds.kinds import document
from qsdev.publication.builder.standard import preview_document, standard_document
from qsdev.publication.content import public_content
from qsdev.publication.models import PREVIEW, STANDARD


@document(PREVIEW, file_name="quality-standard-preview")
def build_preview(topic, subject_id):
    """Return the standard as it would be published now, marked as not published."""
    return preview_document(public_content(topic))


@document(STANDARD, file_name="quality-standard")
def build_standard(topic, subject_id):
    """Return the version with the key `subject_id` from what it froze."""
    return standard_document(topic.published_standards.get(pk=subject_id))
