"""What stands in the addresses of recommendations and evidence."""


def words_of_addresses(topic):
    """Names of views and the words of their addresses beside the topic's slug."""
    area, guideline = topic.areas.first(), topic.development_sources.get().guideline
    return {
        "recommendations:recommendation_confirm": {"pk": guideline.pk},
        "recommendations:reason_not_selected_edit": {"pk": guideline.recommendations.first().pk},
        "recommendations:recommendation_select": {"area_pk": area.pk},
        "recommendations:finding_edit": {"area_pk": area.pk},
        "recommendations:evidence_source_remove": {"pk": topic.evidence_sources.first().pk},
    }
