"""What stands in the addresses of the trail, so that each of them leads somewhere."""

from recommendations.models import Recommendation
from stakeholders.models import Stakeholder


def words_of_addresses(topic):
    """Names of views and the words of their addresses beside the topic's slug."""
    chosen = Recommendation.objects.filter(guideline__development_sources__topic=topic)
    return {
        "trail:statement_trail": {"number": 1},
        "trail:suggestion_trail": {"number": 1},
        "trail:recommendation_trail": {"pk": chosen.first().pk},
        "trail:stakeholder_trail": {"pk": Stakeholder.objects.contributing_to(topic).first().pk},
        "trail:appendix_download": {"format": "docx"},
    }
