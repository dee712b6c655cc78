"""The page that says what changed in the paper since a version of it was issued."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from qsdev.briefing.changes import changes_between
from qsdev.briefing.views.papers import readable_build
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page

HEADINGS = {
    "count": "Numbers",
    "section": "Sections",
    "recommendation": "Recommendations",
    "suggestion": "Suggestions",
}


@require_GET
@topic_page("briefing.view_paper")
def paper_changes(request, topic, pk):
    """How a build differs from the version that was issued last, withdrawn or not."""
    build = readable_build(topic, pk)
    paper = get_object_or_404(topic.papers.select_related("build").exclude(build=build)[:1])
    groups = []
    if not paper.is_withheld and paper.build.content_hash != build.content_hash:
        groups = in_groups(changes_between(paper.build.content, build.content))
    context = {"build": build, "paper": paper, "groups": groups}
    return render_page(request, "briefing/paper_changes.html", context)


def in_groups(changes):
    """Changes under a heading for each part of the paper that they are of."""
    found = {heading: [] for heading in HEADINGS.values()}
    for change in changes:
        found[HEADINGS[change.part]].append(change)
    return [(heading, those) for heading, those in found.items() if those]
