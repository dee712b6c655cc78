"""Up to the published standard: second meeting, agreed changes, validation, supporters."""

from qsdev.demonstration.building import equality
from qsdev.demonstration.building.after_consultation import (
    agree_wording,
    ask_committee,
    change_wording,
    issue_package,
    meet,
    record_agreed,
    write_minutes,
)
from qsdev.demonstration.building.documents import build_now, document_now
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import read_content
from qsdev.equality.builder import ASSESSMENT
from qsdev.publication import actions as publication
from qsdev.publication.content import hash_of, public_content
from qsdev.publication.models import STANDARD
from qsdev.validation import actions as validation
from qsdev.validation.models import StepKind, SupportState


def is_reached(topic):
    """Whether the standard was published."""
    return topic.published_standards.exists()


def begin(topic, people):
    """Take a topic from its consultation to publication, as the content dates it."""
    content = read_content("publication")
    for step, moment in content["steps"].items():
        with at(moment):
            STEPS[step](topic, content, people)
    return topic.published_standards.get()


def assess_equality_after_consultation(topic, content, people):
    """Complete the assessment's stage of consultation."""
    equality.assess(topic, "consultation", people)


def assess_equality_before_publication(topic, content, people):
    """Complete the assessment, and build it as a document."""
    equality.assess(topic, "publication", people)
    document_now(topic, ASSESSMENT, by=people["lead"])


def invite(topic, content, people):
    """Invite those who said in their response that they would support the standard."""
    by = people["analyst"]
    validation.take_over_interest(topic=topic, by=by)
    for one in topic.supporting_organisations.all():
        lead_to(one, SupportState.INVITED, by)


def agree_to_support(topic, content, people):
    """Note which of those who were invited agreed, and who declined."""
    facts, by = content["supporters"], people["analyst"]
    for one in topic.supporting_organisations.select_related("stakeholder"):
        if one.stakeholder.abbreviation in facts["declined"]:
            lead_to(one, SupportState.DECLINED, by, note=facts["reason_declined"])
        else:
            lead_to(one, SupportState.AGREED, by)


def list_supporters(topic, content, people):
    """List those who agreed, under the names that are printed."""
    agreed = topic.supporting_organisations.filter(state=SupportState.AGREED)
    for one in agreed.select_related("stakeholder"):
        name = f"{one.stakeholder.name} ({one.stakeholder.abbreviation})"
        lead_to(one, SupportState.LISTED, people["lead"], printed_name=name)


def lead_to(organisation, state, by, **said):
    """Take a supporting organisation to its next state."""
    validation.change_supporter(
        organisation=organisation, version=organisation.version, state=state, by=by, **said
    )


def record_guidance_executive(topic, content, people):
    """Record that Guidance Executive approved the standard."""
    validation.record_step(
        topic=topic,
        kind=StepKind.GUIDANCE_EXECUTIVE,
        by=people["lead"],
        **content["guidance_executive"],
    )


def record_referring_bodies(topic, content, people):
    """Record what the bodies that referred the topic said."""
    for facts in content["referring_bodies"]:
        validation.record_step(
            topic=topic, kind=StepKind.REFERRING_BODY, by=people["lead"], **facts
        )


def write_plan(topic, content, people):
    """Give the reference, and say what the standard covers."""
    publication.write_plan(topic=topic, by=people["analyst"], **content["plan"])


def publish(topic, content, people):
    """Publish what the preview shows, and build its files."""
    standard = publication.publish_standard(
        topic=topic,
        note=content["publishing"]["note"],
        content_hash=hash_of(public_content(topic)),
        by=people["lead"],
    )
    build_now(topic.document_builds.about(STANDARD, standard.pk).first())


STEPS = {
    "ask_committee": ask_committee,
    "issue_package": issue_package,
    "meet": meet,
    "write_minutes": write_minutes,
    "change_wording": change_wording,
    "record_agreed": record_agreed,
    "agree_wording": agree_wording,
    "assess_equality_after_consultation": assess_equality_after_consultation,
    "invite": invite,
    "record_guidance_executive": record_guidance_executive,
    "agree_to_support": agree_to_support,
    "record_referring_bodies": record_referring_bodies,
    "list_supporters": list_supporters,
    "assess_equality_before_publication": assess_equality_before_publication,
    "write_plan": write_plan,
    "publish": publish,
}
