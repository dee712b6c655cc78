"""A paper that was built and issued, so that each of its addresses leads somewhere."""

from qsdev.briefing import actions
from qsdev.briefing.tests.quick import build_with_short_files


def begin(topic, people):
    """The paper, built and issued."""
    build = build_with_short_files(topic, by=people["lead"])
    actions.issue_paper(build=build, reason_errors_accepted="To be tested.", by=people["lead"])


def words_of_addresses(topic):
    """Names of views and the words of their addresses beside the topic's slug."""
    area, build = topic.areas.first(), topic.paper_builds.get()
    return {
        "briefing:area_detail": {"pk": area.pk},
        "briefing:area_preview": {"pk": area.pk},
        "briefing:area_merge": {"pk": area.pk},
        "briefing:paper_progress": {"pk": build.pk},
        "briefing:paper_build_cancel": {"pk": build.pk},
        "briefing:paper_build_retry": {"pk": build.pk},
        "briefing:paper_findings": {"pk": build.pk},
        "briefing:paper_preview": {"pk": build.pk},
        "briefing:paper_changes": {"pk": build.pk},
        "briefing:paper_download": {"pk": build.pk, "format": "docx"},
        "briefing:paper_issue": {"pk": build.pk},
        "briefing:issued_paper_detail": {"version": 1},
        "briefing:issued_paper_download": {"version": 1, "format": "pdf"},
        "briefing:paper_withdraw": {"version": 1},
    }
