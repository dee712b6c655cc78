"""What stands in the addresses of a topic's own pages."""


def words_of_addresses(topic):
    """Names of views and the words of their addresses beside the topic's slug."""
    area = topic.areas.first()
    return {
        "topics:round_edit": {"pk": topic.rounds.first().pk},
        "topics:overview_edit": {"kind": "focus"},
        "topics:framework_edit": {"pk": topic.frameworks.first().pk},
        "topics:framework_remove": {"pk": topic.frameworks.first().pk},
        "topics:term_remove": {"pk": topic.glossary_terms.first().pk},
        "topics:area_edit": {"pk": area.pk},
        "topics:area_move": {"pk": area.pk},
        "topics:area_remove": {"pk": area.pk},
        "topics:sub_area_create": {"pk": area.pk},
        "topics:sub_area_order": {"pk": area.pk},
        "topics:sub_area_move": {"pk": area.sub_areas.first().pk},
        "topics:sub_area_edit": {"pk": area.sub_areas.first().pk},
        "topics:sub_area_remove": {"pk": area.sub_areas.first().pk},
        "topics:role_end": {"pk": topic.roles.get(role="observer").pk},
    }
