"""The page that shows where the terms of the glossary are used."""

from django.views.decorators.http import require_GET

from qsdev.briefing.glossary import uses_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("briefing.view_paper")
def glossary_use(request, topic):
    """Each term with the sections, summaries and findings that use it."""
    return render_page(request, "briefing/glossary_use.html", {"uses": uses_of(topic)})
