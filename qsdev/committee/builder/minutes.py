"""The minutes of a meeting: who was there, interests, quorum, each item, decisions, actions."""

from django.utils import timezone

from qsdev.briefing.builder.wording import day, listed
from qsdev.builds.kinds import document
from qsdev.committee.attendance import Attendance
from qsdev.committee.models import Meeting, actions_at
from qsdev.committee.results import results_of
from qsdev.committee.seats import seats_of
from qsdev.committee.templatetags.figures import figure
from qsdev.documents.blocks import Column, Document, RowGroup, Section, Table, Text
from qsdev.documents.shorthand import bullets, definitions, heading, paragraph, row

MINUTES = "committee.minutes"
IMPRINT = ("National Institute for Health and Care Excellence",)


@document(MINUTES, file_name="minutes")
def build_minutes(topic, subject_id) -> Document:
    """Return the minutes of the meeting `subject_id`, from the rows as they are now."""
    meeting = Meeting.objects.select_related("topic", "paper").get(pk=subject_id, topic=topic)
    attendance = Attendance(meeting)
    starts = timezone.localtime(meeting.starts_at)
    return Document(
        title="Minutes",
        subtitle=f"{meeting.get_kind_display()}: {topic.title}",
        sections=(
            people_section(meeting, attendance),
            interests_section(meeting, attendance),
            quorum_section(meeting, attendance),
            discussion_section(meeting, attendance),
            *actions_section(meeting),
        ),
        imprint=(*IMPRINT, "Quality Standards Advisory Committee"),
        front_matter=(facts_of(meeting),),
        date=starts.date(),
        subject=f"Minutes of the {meeting.get_kind_display().lower()}",
        header=f"{topic.title}: minutes",
        footer=str(meeting),
    )


def at(moment):
    """A time of day: "10:05"."""
    return timezone.localtime(moment).strftime("%H:%M")


def facts_of(meeting):
    starts = timezone.localtime(meeting.starts_at)
    facts = [("Quality standard topic", meeting.topic.title), ("Date", day(starts.date()))]
    if meeting.opened_at:
        until = f" to {at(meeting.ended_at)}" if meeting.ended_at else ""
        facts.append(("Time", f"{at(meeting.opened_at)}{until}"))
    if meeting.place:
        facts.append(("Place", meeting.place))
    if meeting.paper:
        facts.append(("Considered", f"Briefing paper, version {meeting.paper.version}"))
    return definitions(*facts)


def people_section(meeting, attendance):
    """Those present, by what they are on the committee; then apologies."""
    came = {}
    for one in attendance.presences:
        came.setdefault(one.person_id, []).append(one)
    blocks, listed_people = [], set()
    for seats in seats_of([one for one in attendance.members if one.user_id in came]):
        people = [seat.member.user for seat in seats.seats]
        people = [person for person in people if person.pk not in listed_people]
        listed_people |= {person.pk for person in people}
        if people:
            lines = [present_line(person, came[person.pk], meeting) for person in people]
            blocks += [heading(seats.heading), bullets(*lines)]
    staff = {one.person for one in attendance.presences if one.person_id not in listed_people}
    others = [present_line(one, came[one.pk], meeting) for one in sorted(staff, key=by_name)]
    others += [line.strip() for line in meeting.others_present.splitlines() if line.strip()]
    if others:
        blocks += [heading("In attendance"), bullets(*others)]
    if not blocks:
        blocks = [paragraph("Nobody was noted as present.")]
    apologies = [one.person.name for one in meeting.apologies.select_related("person")]
    words = f"Apologies were received from {listed(apologies)}." if apologies else "None."
    return Section(
        "Attendance", tuple(blocks), (Section("Apologies", (paragraph(words),)),), "attendance"
    )


def by_name(person):
    return person.name


def present_line(person, presences, meeting):
    """A name, with the times where somebody came late or left early."""
    first, last = presences[0], presences[-1]
    late = meeting.opened_at and (first.arrived_at - meeting.opened_at).total_seconds() > 300
    early = last.left_at and last.left_at != meeting.ended_at
    words = [f"from {at(first.arrived_at)}"] * bool(late) + [
        f"until {at(last.left_at)}" for _ in range(bool(early))
    ]
    return f"{person.name} ({', '.join(words)})" if words else person.name


def interests_section(meeting, attendance):
    """What members had declared by then, with the chair's action on each as it was then."""
    rows = meeting.topic.declarations.of_interests().with_titles().holding_at(attendance.moment)
    rows = list(rows.select_related("member").order_by("member__name", "pk"))
    if not rows:
        return Section(
            "Declarations of interest", (paragraph("No interests were declared."),), (), "interests"
        )
    columns = (
        Column("Member", 1.2, names_row=True),
        Column("About", 1.4),
        Column("Interest", 2.4),
        Column("Chair’s action", 2.4),
    )
    taken = actions_at(meeting.topic, attendance.moment)
    titles = issued_titles(meeting)
    lines = tuple(interest_row(one, taken.get(one.pk), titles) for one in rows)
    table = Table("Declarations of interest", columns, (RowGroup(lines),))
    return Section("Declarations of interest", (table,), (), "interests")


def issued_titles(meeting):
    """The titles under which the meeting's paper issued the areas."""
    return dict(meeting.paper.areas.values_list("area", "title")) if meeting.paper else {}


def interest_row(one, taken, titles):
    about = titles.get(one.area_id, one.issued_title) or "The topic as a whole"
    action = f"{taken.get_action_display()}. {taken.reason}" if taken else "None recorded"
    kind = Text(f"{one.get_kind_display()}. ", bold=True)
    return row(one.member.name, about, [kind, Text(one.description)], action)


def quorum_section(meeting, attendance):
    """How many were needed, and when there was a quorum and when not."""
    quorum = attendance.quorum()
    words = (
        f"{quorum.appointed} voting members were appointed. A quorum was {quorum.needed} of them "
        f"({meeting.quorum_percent}%)."
    )
    changes = attendance.changes()
    lines = [
        f"{at(moment)}: {'quorate' if reached else 'not quorate'}, with {found.present} present"
        for moment, reached, found in changes
    ]
    blocks = (paragraph(words), bullets(*lines)) if lines else (paragraph(words),)
    return Section("Quorum", blocks, (), "quorum")


def discussion_section(meeting, attendance):
    """Each item: who took no part, what was rated, said and decided."""
    items = meeting.items.select_related("issued_area__area").prefetch_related(
        "points", "decisions__merged_with", "decisions__supersedes"
    )
    results = results_on(meeting)
    sections = tuple(item_section(item, attendance, results) for item in items)
    introduction = paragraph("The items stand in the order of the agenda.")
    return Section("Items discussed", (introduction,), sections, "items")


def results_on(meeting):
    """What members had seen of the rounds by the meeting's end, newest round first, by area."""
    rounds = meeting.topic.rating_rounds.filter(paper=meeting.paper).select_related("topic")
    found = {}
    for round in reversed(list(rounds)):
        if round.ends_at > (meeting.ended_at or timezone.now()):
            continue
        for result in results_of(round, reader=None):
            revealed = result.rated_area.revealed_at
            if revealed is None or meeting.ended_at is None or revealed <= meeting.ended_at:
                area = result.rated_area.issued_area.area_id
                found.setdefault(area, []).append((round, result))
    return found


def item_section(item, attendance, results):
    blocks = []
    area = item.issued_area and item.issued_area.area
    if area:
        blocks += withdrawn_blocks(area, attendance)
        for round, result in reversed(results.get(area.pk, ())):
            blocks.append(paragraph(rated_words(round, result)))
    points = [point.text for point in item.points.all()]
    blocks += [heading("Discussion"), bullets(*points)] if points else []
    decisions = list(item.decisions.all())
    if decisions:
        blocks.append(heading("Decision"))
        blocks += [block for one in decisions for block in decision_blocks(one)]
    elif area:
        blocks.append(paragraph("No decision was recorded at this meeting."))
    return Section(item.title, tuple(blocks or [paragraph("Nothing was noted.")]))


def withdrawn_blocks(area, attendance):
    """Who of those that came took no part in an area, and the quorum without them."""
    out = attendance.withdrawn_from(area)
    came = {one.person_id for one in attendance.presences}
    people = {one.user_id: one.user.name for one in attendance.members if one.user_id in out & came}
    if not people:
        return []
    words = f"{listed(sorted(people.values()))} took no part in this item."
    quorum = attendance.quorum(area)
    held = "a quorum" if quorum.is_reached else "no quorum"
    return [
        paragraph(
            f"{words} Without them {quorum.present} of the {quorum.needed} members needed were "
            f"there: {held}."
        )
    ]


def rated_words(round, result):
    """A round's result in one sentence, as members saw it."""
    if result.figures is None:
        return f"{round}: too few members rated this area for figures to be shown."
    found = result.figures
    agreed = "consensus" if result.has_consensus else "no consensus"
    divided = "; members disagreed" if found.has_disagreement else ""
    return (
        f"{round}: {result.raters} members rated; median {figure(found.median)}, from "
        f"{found.lowest} to {found.highest}; {figure(found.share_high)}% at 7 to 9 and "
        f"{figure(found.share_low)}% at 1 to 3: {agreed}{divided}."
    )


def decision_blocks(decision):
    """A decision with reason and conditions; one that corrects another names it."""
    words = decision.get_outcome_display()
    if decision.merged_with:
        words += f": “{decision.merged_with.title}”"
    if decision.additional_reason:
        words += f": {decision.get_additional_reason_display().lower()}"
    yield paragraph(Text(f"{words}. ", bold=True), decision.reason)
    if decision.conditions:
        yield paragraph(Text("Conditions. ", bold=True), decision.conditions)
    if decision.supersedes:
        old = decision.supersedes
        yield paragraph(
            f"This corrects the decision of {day(timezone.localtime(old.decided_at).date())} "
            f"({at(old.decided_at)}): {old.get_outcome_display().lower()}.",
            style="note",
        )
    if not decision.is_current:
        yield paragraph("A later decision corrects this one.", style="note")


def actions_section(meeting):
    """What is to be done, by whom and until when."""
    points = list(meeting.action_points.all())
    if not points:
        return ()
    columns = (Column("Action", 4, names_row=True), Column("By whom"), Column("Until"))
    rows = tuple(
        row(one.text, one.owner, day(one.due_on) if one.due_on else "No date") for one in points
    )
    return (Section("Actions", (Table("Actions", columns, (RowGroup(rows),)),), (), "actions"),)
