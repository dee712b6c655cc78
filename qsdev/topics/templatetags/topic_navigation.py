"""The navigation of a topic's pages: what the person may open, in the order of the process."""

from django import template
from django.urls import reverse

register = template.Library()

#: Words, the page, the permission that opens it, and how the names of the pages below it begin.
SECTIONS = [
    (
        "Topic",
        "home:topic_detail",
        "home.view_topic",
        (
            *("home:topic_", "briefing:topic_", "briefing:issued_", "briefing:glossary_"),
            *("topics:topic_", "topics:round_", "topics:overview_"),
            *("topics:framework_", "topics:glossary_"),
        ),
    ),
    (
        "Imports",
        "stakeholders:import_list",
        "stakeholders.import_suggestions",
        ("stakeholders:import_",),
    ),
    (
        "Triage",
        "stakeholders:triage",
        "stakeholders.file_suggestion",
        (
            "stakeholders:triage",
            "stakeholders:suggestion_",
            "stakeholders:sorting_",
            "home:suggestion_",
        ),
    ),
    (
        "Stakeholders",
        "stakeholders:stakeholder_list",
        "stakeholders.view_register",
        ("stakeholders:stakeholder_", "stakeholders:specialist_", "stakeholders:identity_"),
    ),
    (
        "Areas",
        "topics:area_list",
        "topics.view_areas",
        ("topics:area_", "topics:sub_area_", "stakeholders:summary_", "briefing:area_"),
    ),
    (
        "Recommendations",
        "recommendations:recommendation_list",
        "recommendations.view_recommendations",
        (
            *("recommendations:recommendation_", "recommendations:source_"),
            *("recommendations:reason_", "recommendations:coverage_"),
        ),
    ),
    (
        "Evidence",
        "recommendations:evidence_list",
        "recommendations.view_recommendations",
        ("recommendations:evidence_", "recommendations:finding_"),
    ),
    ("Paper", "briefing:paper_detail", "briefing.view_paper", ("briefing:paper_",)),
    (
        "Committee",
        "committee:committee_detail",
        "committee.view_committee",
        ("committee:",),
    ),
    (
        "Statements",
        "statements:statement_list",
        "statements.view_statements",
        ("statements:",),
    ),
    (
        "Consultation",
        "consultation:consultation_detail",
        "consultation.view_draft",
        ("consultation:",),
    ),
    (
        "Comments",
        "consultation:comment_import_list",
        "consultation.import_comments",
        ("consultation:",),
    ),
    ("Equality", "equality:stage_list", "equality.view_assessment", ("equality:",)),
    (
        "Validation",
        "validation:validation_detail",
        "validation.view_validation",
        ("validation:",),
    ),
    (
        "Publication",
        "publication:publication_detail",
        "publication.view_publication",
        ("publication:",),
    ),
    ("Trail", "trail:trail_list", "trail.view_trail", ("trail:",)),
    ("People", "topics:role_list", "topics.give_role", ("topics:role_",)),
]
#: Sections that a wider one stands for, wherever the person has its permission.
INSTEAD = {"Comments": "consultation.view_draft"}


@register.inclusion_tag("topics/_topic_navigation.html", takes_context=True)
def topic_navigation(context):
    """The sections that the person may open, the one they are in marked."""
    request = context["request"]
    here = request.resolver_match.view_name
    sections = [
        {
            "text": text,
            "href": reverse(page, args=[request.topic.slug]),
            "is_current": here.startswith(below),
        }
        for text, page, permission, below in SECTIONS
        if permission in request.allowed and INSTEAD.get(text) not in request.allowed
    ]
    return {"sections": sections}
