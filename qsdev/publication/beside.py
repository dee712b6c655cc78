"""What appears beside a published standard: the documents of its consultation, as issued."""

from qsdev.consultation.issued import is_withheld

NAMES = {
    "report": "Consultation summary report",
    "table": "Comments of stakeholders, and responses",
}


def documents_of(standard):
    """The builds that appear beside a version, by the word in their address.

    None while the report is withdrawn, or a passage that its files hold was redacted since.
    """
    report = standard.consultation_report
    if report is None or report.is_withdrawn:
        return {}
    builds = {"report": report.report, "table": report.table}
    withheld = any(is_withheld(one, report.round) for one in builds.values())
    return {} if withheld else builds
