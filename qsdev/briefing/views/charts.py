"""The chart of who suggested how much in which area, with the same numbers as a table."""

from django.views.decorators.http import require_GET

from qsdev.briefing.charts import chart_of
from qsdev.htmx import render_page
from qsdev.topics.access import topic_page


@require_GET
@topic_page("briefing.view_area")
def topic_chart(request, topic):
    """Contributors by areas; members by their pseudonyms."""
    return render_page(request, "briefing/topic_chart.html", {"chart": chart_of(topic)})
