"""Whether a built appendix still holds words that were redacted since."""

from qsdev.consultation.models import CommentRedaction
from stakeholders.models import Redaction


def is_withheld(build):
    """Whether a passage was redacted since the build was asked for: its files hold the words."""
    of_suggestions = Redaction.objects.filter(suggestion__topic=build.topic_id)
    of_comments = CommentRedaction.objects.filter(comment__topic=build.topic_id)
    return any(
        rows.filter(made_at__gte=build.asked_at).exists() for rows in (of_suggestions, of_comments)
    )
