"""What must be done before the standard can be published, each with the page on which it is."""

from dataclasses import dataclass

from django.urls import reverse

from qsdev.consultation.issued import issued_documents, issued_now
from qsdev.consultation.models import consultation_of
from qsdev.topics.models import RoundKind
from qsdev.validation.models import StepKind, latest_steps
from qsdev.validation.standing import standings

WITHHELD = (
    "A passage was redacted since the consultation summary report was issued, so nobody reads it"
    " any more: withdraw it, and issue it anew."
)


@dataclass(frozen=True)
class Outstanding:
    """One thing to be done: a sentence, the page on which it is done, and what opens the page."""

    words: str
    href: str
    permission: str

    def __str__(self):
        return self.words


def outstanding(topic, found=None) -> list[Outstanding]:
    """Return what must be done before `topic` can be published, in the order of the process.

    `found` are the topic's `standings`, where the caller has read them already. Reads twelve
    queries at most, however many statements and comments there are.
    """
    found = standings(topic) if found is None else found
    return [
        *consultation_outstanding(topic),
        *statements_outstanding(topic, [one for one in found if not one.statement.is_removed]),
        *steps_outstanding(topic),
    ]


def consultation_outstanding(topic):
    """Every comment has its agreed response; the summary report is issued and nothing withholds it.

    A topic whose consultations were all skipped has nothing to answer.
    """
    round = consultation_of(topic)
    if round is None:
        if not topic.rounds.filter(kind=RoundKind.CONSULTATION).exists():
            href = reverse("consultation:consultation_detail", args=[topic.slug])
            yield Outstanding("Hold the consultation.", href, "consultation.view_draft")
        return
    unanswered = topic.comments.unanswered().count()
    if unanswered:
        words = f"Agree the response to {unanswered:,} comment{'' if unanswered == 1 else 's'}."
        href = reverse("consultation:comments", args=[topic.slug])
        yield Outstanding(words, href, "consultation.answer_comments")
    if not issued_documents(round):
        href = reverse("consultation:report_detail", args=[topic.slug])
        words = WITHHELD if issued_now(round) else "Issue the consultation summary report."
        yield Outstanding(words, href, "consultation.build_report")


def statements_outstanding(topic, found):
    """Every statement has its agreed outcome, and the chair agrees its last wording."""
    if not found:
        href = reverse("statements:statement_list", args=[topic.slug])
        words = "Draft the statements of the standard."
        yield Outstanding(words, href, "statements.view_statements")
    for one in found:
        yield from outcome_outstanding(topic, one)
        if one.agreement is None and not one.is_to_go:
            href = reverse("validation:agreed_change_list", args=[topic.slug])
            words = (
                f"The chair has not agreed the wording of statement {one.number},"
                f" version {one.version.number}."
            )
            href = f"{href}#statement-{one.number}"
            yield Outstanding(words, href, "validation.view_validation")


def outcome_outstanding(topic, one):
    """What is to be done so that a statement's agreed outcome can be published."""
    here = reverse("validation:agreed_change_create", args=[topic.slug, one.number])
    may = "validation.record_agreed_change"
    if one.agreed is None:
        yield Outstanding(f"Record what was agreed on statement {one.number}.", here, may)
    elif not one.agreed.is_settled:
        words = f"Statement {one.number} was referred back: record what is agreed in the end."
        yield Outstanding(words, here, may)
    elif one.is_changed_unagreed:
        words = (
            f"Statement {one.number} differs from what was consulted on, though no change was"
            " agreed: record the change, or restore the words."
        )
        yield Outstanding(words, here, may)
    elif one.is_to_go:
        href = reverse("statements:statement_remove", args=[topic.slug, one.number])
        words = f"Remove statement {one.number}, as the committee agreed."
        yield Outstanding(words, href, "statements.write_statement")


def steps_outstanding(topic):
    """Guidance Executive and each body that referred the topic said last that they approve."""
    steps = latest_steps(topic)
    href = reverse("validation:step_list", args=[topic.slug])
    may = "validation.view_steps"
    if not steps[StepKind.GUIDANCE_EXECUTIVE]:
        yield Outstanding("Record that Guidance Executive approved the standard.", href, may)
    if not steps[StepKind.REFERRING_BODY]:
        yield Outstanding("Record that the referring body approved the standard.", href, may)
    for step in (one for kind in StepKind for one in steps[kind]):
        if not step.is_approving:
            words = f"{step.body} did not approve the standard: record its approval."
            yield Outstanding(words, href, may)
