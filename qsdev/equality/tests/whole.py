"""An assessment with a row of every kind, so that each of its addresses leads somewhere."""

from qsdev.equality.models import Stage, StageCompletion
from qsdev.equality.tests.material import Assessment


def begin(topic, people):
    """A first stage that was completed; the second open, with an issue that continues another."""
    assessment = Assessment(topic, people)
    earlier = assessment.issue()
    assessment.answer()
    assessment.complete()
    assessment.issue(Stage.DEVELOPMENT, continues=earlier)
    assessment.take_over(Stage.DEVELOPMENT)


def words_of_addresses(topic):
    """What stands in the addresses of the assessment's pages beside the topic's own slug."""
    stage = {"stage": Stage.DEVELOPMENT}
    number = {"number": topic.equality_issues.get(continues__isnull=False).number}
    area = topic.areas.get(reason="equality_assessment")
    completion = StageCompletion.objects.get(equality_stage__topic=topic)
    words = {
        **{f"stage_{name}": stage for name in ("detail", "answer", "complete")},
        "stage_reopen": {"stage": Stage.ENGAGEMENT},
        "issue_create": stage,
        "issue_edit": number,
        "issue_withdraw": number,
        "area_take": {**stage, "pk": area.pk},
        "completion_detail": {"pk": completion.pk},
        "assessment_download": {"format": "docx"},
    }
    return {f"equality:{name}": said for name, said in words.items()}
