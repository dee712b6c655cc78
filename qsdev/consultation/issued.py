"""What of a consultation was issued: the report that stands, and its frozen documents."""

from qsdev.consultation.models import REPORT, TABLE, CommentRedaction


def issued_now(round):
    """The report that stands, or None."""
    return round.consultation_reports.filter(withdrawn_at=None).first()


def is_withheld(build, round):
    """Whether a passage was redacted since the build was asked for: its files hold the words."""
    newer = CommentRedaction.objects.filter(comment__round=round, made_at__gte=build.asked_at)
    return newer.exists()


def issued_documents(round):
    """The documents of the report that stands (`documents_of`); none while there is none."""
    reports = round.consultation_reports.filter(withdrawn_at=None)
    return documents_of(reports.select_related("report__topic", "table__topic").first())


def documents_of(issued):
    """The frozen builds of an issued report and of its table of comments, by kind of document.

    Empty where it was not issued or was withdrawn, and while one is withheld because a passage
    that its files hold was redacted since. Whoever publishes them serves their files as they are.
    """
    if issued is None or issued.is_withdrawn:
        return {}
    builds = {REPORT: issued.report, TABLE: issued.table}
    return {} if any(is_withheld(one, issued.round) for one in builds.values()) else builds
