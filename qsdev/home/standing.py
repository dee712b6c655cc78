"""Where a topic stands: what is done, what waits, and on which page it is done."""

from django.db.models import Count
from django.utils import timezone
from django.utils.formats import date_format

from qsdev.briefing.models import PaperBuild, PaperState
from qsdev.committee.interests import owing
from qsdev.consultation.models import consultation_of
from qsdev.home.finishing import drafting_tasks, finishing_tasks
from qsdev.home.steps import DONE, NOT_BEGUN, WAITING, Task, counted, state_of
from qsdev.topics.models import OverviewKind, RoundKind
from recommendations.models import NotCovered, PracticeFinding, SelectedRecommendation
from stakeholders.models import AreaSummary, ImportRow, ImportState, SuggestionState


def tasks_of(topic, allowed):
    """Groups of tasks that a person with these permissions may open: (heading, tasks) pairs."""
    groups = [
        ("Get ready", [front_matter(topic), overview(topic), sources(topic)]),
        ("Gather suggestions", [imports(topic), left_out_rows(topic), filing(topic)]),
        ("Write each area", area_tasks(topic)),
        ("Build and issue", [build(topic), issue(topic)]),
    ]
    if issued := topic.papers.exists():
        groups.append(("The committee", committee_tasks(topic)))
    if (drafted := topic.statements.exists()) or (issued and topic.decisions.exists()):
        groups.append(("The statements", drafting_tasks(topic)))
    if round := consultation_of(topic):
        groups.append(("The consultation", consultation_tasks(topic, round)))
    elif drafted and not topic.rounds.filter(kind=RoundKind.CONSULTATION).exists():
        groups.append(("The consultation", [unplanned_consultation(topic)]))
    if drafted:
        groups.append(("Validate and publish", finishing_tasks(topic)))
    for heading, tasks in groups:
        open_to_them = [task for task in tasks if task.permission in allowed]
        if open_to_them:
            yield heading, open_to_them


def front_matter(topic):
    missing = [
        words
        for words, value in (
            ("reference", topic.reference),
            ("date of the committee meeting", topic.committee_meeting_on),
        )
        if not value
    ]
    words = f"Missing: {' and '.join(missing)}" if missing else "Complete"
    state = WAITING if missing else DONE
    page = "topics:topic_edit"
    return Task("Front matter", words, state, "topics.change_topic", page, (topic.slug,))


def overview(topic):
    always = {kind.value for kind in OverviewKind.always_printed()}
    written = always & set(topic.overview_sections.values_list("kind", flat=True))
    words = f"{len(written)} of {len(always)} parts written"
    state = DONE if written == always else WAITING if written else NOT_BEGUN
    page = "topics:overview_list"
    return Task("Overview", words, state, "topics.change_topic", page, (topic.slug,))


def sources(topic):
    declared = [str(source.guideline) for source in topic.development_sources.all()]
    words = ", ".join(declared) or "None declared"
    state = DONE if declared else NOT_BEGUN
    permission, page = (
        "recommendations.view_recommendations",
        "recommendations:recommendation_list",
    )
    return Task("Development sources", words, state, permission, page, (topic.slug,))


def imports(topic):
    states = list(topic.imports.values_list("state", flat=True))
    begun = sum(state in (ImportState.MATCHING, ImportState.CHECKING) for state in states)
    done = states.count(ImportState.CONFIRMED)
    words = f"{counted(done, 'file')} imported" if done else "Nothing imported"
    if begun:
        words += f", {counted(begun, 'import')} not finished"
    state = WAITING if begun else DONE if done else NOT_BEGUN
    permission, page = "stakeholders.import_suggestions", "stakeholders:import_list"
    return Task("Imports", words, state, permission, page, (topic.slug,))


def left_out_rows(topic):
    rows = ImportRow.objects.left_out().filter(
        import_record__topic=topic, import_record__state=ImportState.CONFIRMED
    )
    waiting = rows.count()
    words = f"{counted(waiting, 'row')} to settle" if waiting else "None to settle"
    permission, page = "stakeholders.import_suggestions", "stakeholders:import_list"
    state = WAITING if waiting else DONE
    return Task("Rows that were left out", words, state, permission, page, (topic.slug,))


def filing(topic):
    states = topic.suggestions.order_by().values_list("state").annotate(count=Count("pk"))
    counts = dict(states)
    total, later = sum(counts.values()), counts.get(SuggestionState.LATER, 0)
    placed = total - later - counts.get(SuggestionState.TO_TRIAGE, 0)
    words = f"{placed:,} of {counted(total, 'suggestion')} placed"
    words += f", {later:,} left for later" if later else ""
    state = NOT_BEGUN if not total else DONE if placed == total else WAITING
    permission, page = "stakeholders.file_suggestion", "stakeholders:triage"
    return Task("Triage", words, state, permission, page, (topic.slug,))


def area_tasks(topic):
    """The areas, and for what they need, how many of their parts have it.

    A part is a sub-area, or an area that has none; additional areas need a summary alone.
    """
    areas = list(topic.areas.prefetch_related("sub_areas"))
    parts = [(area, sub) for area in areas for sub in (*area.sub_areas.all(),) or (None,)]
    main = [(area, sub) for area, sub in parts if not area.is_additional]
    state = DONE if areas else NOT_BEGUN
    words = f"{counted(len(areas), 'area')}" if areas else "None yet"
    listing = Task("Areas", words, state, "topics.view_areas", "topics:area_list", (topic.slug,))
    if not areas:
        return [listing]
    return [
        listing,
        parts_task(topic, "Summaries", parts, places_of(topic, AreaSummary)),
        parts_task(
            topic,
            "Recommendations",
            main,
            places_of(topic, SelectedRecommendation) | places_of(topic, NotCovered),
        ),
        parts_task(topic, "Current UK practice", main, places_of(topic, PracticeFinding)),
    ]


def places_of(topic, model):
    """The parts that have a row of the model, as pairs of the area's and sub-area's keys."""
    rows = model.objects.filter(area__topic=topic)
    return set(rows.order_by().values_list("area", "sub_area").distinct())


def parts_task(topic, name, parts, places):
    """How many parts have what they need; the link leads to the first that lacks it."""
    lacking = [area for area, sub in parts if (area.pk, sub and sub.pk) not in places]
    done = len(parts) - len(lacking)
    words = f"{done} of {len(parts)} areas and sub-areas"
    if not lacking:
        area_page, arguments = "topics:area_list", (topic.slug,)
    else:
        area_page, arguments = "briefing:area_detail", (topic.slug, lacking[0].pk)
        words += f"; next: {lacking[0]}"
    state = DONE if not lacking else WAITING if done else NOT_BEGUN
    return Task(name, words, state, "briefing.view_area", area_page, arguments)


def build(topic):
    newest = PaperBuild.objects.newest_of(topic)
    page = ("briefing.view_paper", "briefing:paper_detail", (topic.slug,))
    if newest is None:
        return Task("Paper", "Not built yet", NOT_BEGUN, *page)
    levels = newest.findings_by_level
    words = f"Built; {counted(levels['error'], 'error')}, {counted(levels['warning'], 'warning')}"
    return Task("Paper", words, WAITING if newest.has_errors else DONE, *page)


def issue(topic):
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    page = ("briefing.view_paper", "briefing:paper_detail", (topic.slug,))
    if paper is None:
        return Task("Issue to the committee", "Not issued", NOT_BEGUN, *page)
    issued_on = date_format(timezone.localtime(paper.issued_at), "j F Y")
    return Task("Issue to the committee", f"Version {paper.version}, {issued_on}", DONE, *page)


def committee_tasks(topic):
    """What the committee needs: answers about interests, ratings, a meeting, decisions."""
    slug = (topic.slug,)
    return [
        interests_task(topic, ("committee.view_register", "committee:interest_register", slug)),
        rating_task(topic, ("committee.view_round", "committee:rating_round_list", slug)),
        meeting_task(topic, ("committee.view_meeting", "committee:meeting_list", slug)),
        decisions_task(topic, ("committee.view_decisions", "committee:decision_list", slug)),
    ]


def interests_task(topic, page):
    missing = len(owing(topic))
    words = f"{counted(missing, 'member')} still to answer" if missing else "Everyone has answered"
    return Task("Interests", words, WAITING if missing else DONE, *page)


def rating_task(topic, page):
    round = topic.rating_rounds.last()
    if round is None:
        return Task("Rating", "No round planned", NOT_BEGUN, *page)
    state = "closed" if round.has_closed else "open" if round.is_open else "planned"
    return Task("Rating", f"{round} is {state}", DONE if round.has_closed else WAITING, *page)


def meeting_task(topic, page):
    meeting = topic.meetings.last()
    if meeting is None:
        return Task("Meeting", "None planned", NOT_BEGUN, *page)
    return Task("Meeting", str(meeting), DONE if meeting.has_ended else WAITING, *page)


def decisions_task(topic, page):
    paper = topic.papers.filter(state=PaperState.ISSUED).first()
    areas = set(paper.areas.values_list("area", flat=True)) if paper else set()
    decided = areas & set(topic.decisions.values_list("area", flat=True))
    words = f"{len(decided)} of {counted(len(areas), 'area')} decided on"
    state = NOT_BEGUN if not decided else DONE if decided == areas else WAITING
    return Task("Decisions", words, state, *page)


def unplanned_consultation(topic):
    """The step to take once statements are drafted; a consultation that was skipped is none."""
    page = ("consultation.view_draft", "consultation:consultation_detail", (topic.slug,))
    return Task("Consultation", "Not planned yet", NOT_BEGUN, *page)


def consultation_tasks(topic, round):
    """The draft that is consulted on, its comments, and the report of what came of them."""
    draft = getattr(round, "consultation_draft", None)
    page = ("consultation.view_draft", "consultation:consultation_detail", (topic.slug,))
    at = date_format(timezone.localtime(draft.issued_at), "j F Y") if draft else ""
    words = f"Issued on {at}" if draft else "Not issued yet"
    tasks = [Task("Draft for consultation", words, state_of(draft), *page)]
    total, waiting = round.comments.count(), round.comments.unanswered().count()
    words = f"{total - waiting:,} of {counted(total, 'comment')} answered"
    page = ("consultation.answer_comments", "consultation:comments", (topic.slug,))
    tasks.append(Task("Comments", words, state_of(total, waiting), *page))
    report = round.consultation_reports.filter(withdrawn_at=None).first()
    words = f"Version {report.version} issued" if report else "Not issued yet"
    page = ("consultation.build_report", "consultation:report_detail", (topic.slug,))
    return [*tasks, Task("Summary report", words, state_of(report), *page)]
