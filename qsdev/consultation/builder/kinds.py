"""Names the documents of a consultation for whoever builds them: draft, report and table."""

from qsdev.builds.kinds import document
from qsdev.consultation.builder.draft import draft_standard
from qsdev.consultation.builder.gathering import gather
from qsdev.consultation.builder.report import report
from qsdev.consultation.builder.table import comment_table
from qsdev.consultation.models import DRAFT, REPORT, TABLE
from qsdev.errors import RuleBroken


@document(DRAFT, file_name="draft-quality-standard")
def build_draft(topic, subject_id):
    """Return the draft that was issued for the consultation `subject_id`."""
    draft = topic.consultation_drafts.filter(round=subject_id).first()
    if draft is None:
        raise RuleBroken("The draft was withdrawn meanwhile, so it is not built.")
    return draft_standard(draft)


@document(REPORT, file_name="consultation-summary-report")
def build_report(topic, subject_id):
    """Return the summary report of the consultation `subject_id`."""
    return report(gather(topic.rounds.get(pk=subject_id)))


@document(TABLE, file_name="consultation-comments-and-responses")
def build_comment_table(topic, subject_id):
    """Return the table of comments and responses of the consultation `subject_id`."""
    return comment_table(gather(topic.rounds.get(pk=subject_id)))
