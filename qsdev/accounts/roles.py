"""The one table of who may do what: every page's permission and the roles that have it.

A role is held in one topic, except the administrator's, which is held on the whole site. Which
rows a person sees is another question: `visible_to(user)` on each queryset answers it.
"""

from django.db import models


class Role(models.TextChoices):
    """A role that a person holds in one topic, as NICE names them."""

    ANALYST = "analyst", "Analyst"
    LEAD = "lead", "Lead"
    CHAIR = "chair", "Committee chair"
    STANDING_MEMBER = "standing_member", "Standing committee member"
    SPECIALIST_MEMBER = "specialist_member", "Specialist committee member"
    LAY_MEMBER = "lay_member", "Lay committee member"
    INVITED_EXPERT = "invited_expert", "Invited expert"
    OBSERVER = "observer", "Observer"


ADMINISTRATOR = "administrator"

TEAM = frozenset({Role.ANALYST, Role.LEAD})
LEADS = frozenset({Role.LEAD})
MEMBERS = frozenset({Role.STANDING_MEMBER, Role.SPECIALIST_MEMBER, Role.LAY_MEMBER})
CHAIRS = frozenset({Role.CHAIR})
COMMITTEE = MEMBERS | {Role.CHAIR}
READERS_OF_ISSUED_PAPERS = COMMITTEE | {Role.INVITED_EXPERT, Role.OBSERVER}
EVERY_TOPIC_ROLE = frozenset(Role)
ADMINISTRATORS = frozenset({ADMINISTRATOR})

PERMISSIONS = {
    # accounts
    "accounts.change_user": ADMINISTRATORS,
    "accounts.create_user": ADMINISTRATORS,
    "accounts.view_users": ADMINISTRATORS,
    # topics
    "topics.change_area": TEAM,
    "topics.change_topic": TEAM,
    "topics.create_topic": ADMINISTRATORS,
    "topics.give_role": LEADS | ADMINISTRATORS,
    "topics.open_round": TEAM,
    "topics.view_areas": TEAM | ADMINISTRATORS,
    # stakeholders
    "stakeholders.change_register": TEAM | ADMINISTRATORS,
    "stakeholders.file_suggestion": TEAM,
    "stakeholders.import_suggestions": TEAM | ADMINISTRATORS,
    "stakeholders.keep_identities": LEADS,
    "stakeholders.redact_suggestion": TEAM,
    "stakeholders.sort_again": TEAM,
    "stakeholders.view_register": TEAM | ADMINISTRATORS,
    "stakeholders.view_suggestions": TEAM,
    "stakeholders.write_summary": TEAM,
    # recommendations
    "recommendations.import_recommendations": TEAM,
    "recommendations.record_evidence": TEAM,
    "recommendations.select_recommendation": TEAM,
    "recommendations.view_recommendations": TEAM,
    # briefing
    "briefing.build_paper": TEAM,
    "briefing.issue_paper": LEADS,
    "briefing.merge_areas": TEAM,
    "briefing.view_area": TEAM,
    "briefing.view_issued_paper": TEAM | READERS_OF_ISSUED_PAPERS,
    "briefing.view_paper": TEAM,
    "briefing.withdraw_paper": LEADS,
    # committee
    "committee.act_on_interest": LEADS | CHAIRS,
    "committee.build_minutes": TEAM | CHAIRS,
    "committee.declare_interest": COMMITTEE | {Role.INVITED_EXPERT},
    "committee.rate_area": COMMITTEE,
    "committee.read_paper": TEAM | READERS_OF_ISSUED_PAPERS,
    "committee.run_meeting": TEAM | CHAIRS,
    "committee.run_round": LEADS | CHAIRS,
    "committee.view_committee": TEAM | READERS_OF_ISSUED_PAPERS,
    "committee.view_decisions": TEAM | READERS_OF_ISSUED_PAPERS,
    "committee.view_meeting": TEAM | READERS_OF_ISSUED_PAPERS,
    "committee.view_minutes": TEAM | READERS_OF_ISSUED_PAPERS,
    "committee.view_register": TEAM | COMMITTEE,
    "committee.view_results": TEAM | READERS_OF_ISSUED_PAPERS,
    "committee.view_round": TEAM | READERS_OF_ISSUED_PAPERS,
    # consultation
    "consultation.answer_comments": TEAM,
    "consultation.build_report": TEAM,
    "consultation.change_questions": TEAM,
    "consultation.give_codes": TEAM,
    "consultation.import_comments": TEAM | ADMINISTRATORS,
    "consultation.issue_draft": LEADS,
    "consultation.issue_report": LEADS,
    "consultation.redact_comment": TEAM,
    "consultation.view_draft": TEAM | READERS_OF_ISSUED_PAPERS,
    "consultation.view_redactions": LEADS,
    # equality
    "equality.build_assessment": TEAM,
    "equality.complete_stage": LEADS,
    "equality.record_issue": TEAM,
    "equality.view_assessment": TEAM | CHAIRS,
    # validation
    "validation.agree_wording": CHAIRS,
    "validation.build_package": TEAM,
    "validation.change_supporters": TEAM,
    "validation.issue_package": LEADS,
    "validation.record_agreed_change": TEAM | CHAIRS,
    "validation.record_step": LEADS,
    "validation.view_steps": TEAM | CHAIRS,
    "validation.view_validation": TEAM | READERS_OF_ISSUED_PAPERS,
    # publication
    "publication.prepare_standard": TEAM,
    "publication.publish_standard": LEADS,
    "publication.view_publication": TEAM | CHAIRS,
    # trail
    "trail.view_trail": TEAM,
    # statements
    "statements.view_statements": TEAM | CHAIRS,
    "statements.write_statement": TEAM,
    # home
    "home.view_history": TEAM,
    "home.view_topic": EVERY_TOPIC_ROLE | ADMINISTRATORS,
}


def may(permission, *, user, roles=()):
    """Whether a person with these roles in the topic has the permission."""
    held = {str(role) for role in roles}
    if user.is_active and getattr(user, "is_administrator", False):
        held.add(ADMINISTRATOR)
    return not held.isdisjoint(str(role) for role in PERMISSIONS[permission])
