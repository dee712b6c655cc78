"""Names the document of the second meeting for whoever builds it."""

from qsdev.builds.kinds import document
from qsdev.validation.builder.gathering import gather
from qsdev.validation.builder.package import committee_package
from qsdev.validation.models import PACKAGE


@document(PACKAGE, file_name="second-meeting-package")
def build_committee_package(topic, subject_id):
    """Return the package of the second meeting `subject_id`, from the rows as they are now."""
    return committee_package(gather(topic.meetings.select_related("topic").get(pk=subject_id)))
