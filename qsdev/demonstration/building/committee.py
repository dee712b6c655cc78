"""Up to the first meeting: the paper is issued, members declare, read, rate, meet and decide."""

from qsdev.accounts.actions import create_user
from qsdev.briefing import actions as briefing
from qsdev.committee.builder.minutes import MINUTES
from qsdev.committee.builder.pack import PACK
from qsdev.committee.models import MeetingKind, MeetingState
from qsdev.demonstration.building import equality, interests, meeting, rating
from qsdev.demonstration.building.documents import build_now, document_now
from qsdev.demonstration.building.people import known_people
from qsdev.demonstration.building.places import place_of, recommendations_of
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import read_content
from qsdev.topics.actions import give_role
from recommendations import actions as recommendations
from stakeholders import actions as stakeholders

CONTENT = "committee"


def is_reached(topic):
    """Whether the first meeting was held."""
    return topic.meetings.filter(kind=MeetingKind.FIRST, state=MeetingState.ENDED).exists()


def begin(topic, people):
    """Take a triaged topic through its first meeting, and return the meeting."""
    content = read_content(CONTENT)
    moments = content["steps"]
    with at(moments["appoint"]):
        appoint(topic, content, people)
    people = known_people()
    with at(moments["mend_paper"]):
        mend_paper(topic, content, people["analyst"])
    equality.assess(topic, "engagement", people)
    with at(moments["issue_paper"]):
        paper = issue_paper(topic, people)
    with at(moments["declare"]):
        interests.declare(topic, content, people)
    held = meeting.plan(topic, content["meeting"], people)
    with at(moments["act_on_interests"]):
        interests.act(topic, content, people)
    with at(moments["read_paper"]):
        interests.read_paper(paper, content, people)
    rating.first_round(topic, content, people)
    meeting.hold(held, content, people)
    with at(moments["write_minutes"]):
        document_now(topic, MINUTES, subject_id=held.pk, by=people["lead"])
    return held


def appoint(topic, content, people):
    """Give the members who have no account yet one, and their role in the topic."""
    by = people["administrator"]
    for member in content["members"]:
        user = people.get(member["key"]) or create_user(
            email=member["email"], name=member["name"], by=by
        )
        give_role(topic=topic, user=user, role=member["role"], by=by)


def mend_paper(topic, content, analyst):
    """Mend what the checks call an error, and give the reasons that they miss."""
    for facts in content["mended_practice"]:
        place = place_of(topic, facts)
        finding = place["area"].practice_findings.get(sub_area=place["sub_area"])
        recommendations.write_finding(
            text=mended(finding.text, facts), version=finding.version, by=analyst, **place
        )
    for facts in content["mended_summaries"]:
        place = place_of(topic, facts)
        summary = place["area"].summaries.get(sub_area=place["sub_area"])
        stakeholders.write_summary(
            text=mended(summary.text, facts), version=summary.version, by=analyst, **place
        )
    by_number = recommendations_of(topic)
    for facts in content["not_selected"]:
        recommendations.give_reason_not_selected(
            topic=topic,
            recommendation=by_number[facts["number"]],
            reason=facts["reason"],
            by=analyst,
        )


def mended(text, facts):
    """A text with the passage that the content names in its new words."""
    before, found, after = text.partition(facts["old"])
    return f"{before}{facts['new']}{after}" if found else text


def issue_paper(topic, people):
    """Build the briefing paper and issue it; the pack to take along is built with it."""
    build = build_now(briefing.ask_for_build(topic=topic, by=people["analyst"]))
    paper = briefing.issue_paper(build=build, by=people["lead"])
    document_now(topic, PACK, subject_id=paper.pk, by=people["lead"])
    return paper
