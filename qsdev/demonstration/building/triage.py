"""Up to triage: the topic, its people, the stakeholder table, and all that the paper rests on."""

from django.utils import timezone

from qsdev.accounts.actions import create_user
from qsdev.accounts.models import User
from qsdev.accounts.roles import ADMINISTRATOR
from qsdev.demonstration.clock import at
from qsdev.demonstration.content import FOLDER
from qsdev.topics import actions as topic_actions
from qsdev.topics.models import RoundKind
from recommendations import actions as recommendation_actions
from recommendations.imports import read_recommendations
from stakeholders import actions as stakeholder_actions
from stakeholders.models import Stakeholder


class Demonstration:
    """One building of the demonstration: the content, the people, and the rows made so far."""

    def __init__(self, content, password):
        self.content = content
        self.password = password
        self.people = {}
        self.areas = {}
        self.sub_areas = {}

    def build(self):
        for step, moment in self.content["steps"].items():
            with at(moment):
                getattr(self, step)()
        return self.topic

    @property
    def administrator(self):
        return self.people["administrator"]

    @property
    def analyst(self):
        return self.people["analyst"]

    @property
    def lead(self):
        return self.people["lead"]

    def open_accounts(self):
        accounts = sorted(self.content["accounts"], key=lambda one: one["role"] != ADMINISTRATOR)
        for account in accounts:
            self.people[account["key"]] = self.account(account)

    def account(self, account):
        """The person's account, opened by the administrator (the first by the program itself)."""
        found = User.objects.filter(email=account["email"]).first()
        return found or create_user(
            email=account["email"],
            name=account["name"],
            is_administrator=account["role"] == ADMINISTRATOR,
            password=self.password,
            by=self.people.get("administrator"),
        )

    def begin_topic(self):
        facts = self.content["topic"]
        self.topic = topic_actions.create_topic(
            slug=facts["slug"],
            title=facts["title"],
            reference=facts["reference"],
            by=self.administrator,
        )
        for account in self.content["accounts"]:
            if account["role"] != ADMINISTRATOR:
                topic_actions.give_role(
                    topic=self.topic,
                    user=self.people[account["key"]],
                    role=account["role"],
                    by=self.administrator,
                )
        printed = ("directorate", "series", "output", "committee_meeting_on")
        topic_actions.change_topic(
            topic=self.topic,
            version=self.topic.version,
            by=self.lead,
            **{name: facts[name] for name in printed},
        )
        self.open_engagement(self.content["engagement"])

    def open_engagement(self, facts):
        self.round = topic_actions.open_round(
            topic=self.topic,
            kind=RoundKind.ENGAGEMENT,
            opens_at=timezone.make_aware(facts["opens_at"]),
            closes_at=timezone.make_aware(facts["closes_at"]),
            key_areas_each=facts["key_areas_each"],
            stated_respondents=facts["stated_respondents"],
            by=self.lead,
        )

    def write_overview(self):
        for kind, text in self.content["overview"].items():
            topic_actions.write_overview_section(
                topic=self.topic, kind=kind, text=text.strip(), by=self.analyst
            )
        for framework in self.content["frameworks"]:
            topic_actions.define_framework(
                topic=self.topic,
                title=framework["title"],
                note=framework["note"],
                entries_heading=framework["columns"][1],
                domains=[(d["number"], d["title"], d["entries"]) for d in framework["domains"]],
                by=self.analyst,
            )
        for term in self.content["glossary"]:
            topic_actions.define_term(
                topic=self.topic,
                term=term["term"],
                definition=term["definition"].strip(),
                by=self.analyst,
            )

    def add_areas(self):
        for facts in self.content["areas"]:
            area = topic_actions.add_area(
                topic=self.topic,
                title=facts["title"],
                kind=facts["kind"],
                reason=facts.get("reason", ""),
                explanation=facts.get("explanation", "").strip(),
                by=self.analyst,
            )
            self.areas[facts["key"]] = area
            for sub_area in facts["sub_areas"]:
                self.sub_areas[facts["key"], sub_area["key"]] = topic_actions.add_sub_area(
                    area=area, title=sub_area["title"], by=self.analyst
                )

    def fill_register(self):
        known = set(Stakeholder.objects.organisations().values_list("name", flat=True))
        for facts in self.content["stakeholders"]:
            if facts["name"] not in known:
                stakeholder_actions.add_stakeholder(
                    name=facts["name"],
                    abbreviation=facts["abbreviation"],
                    aliases=facts["aliases"],
                    by=self.administrator,
                )
        for facts in self.content["specialist_members"]:
            member = stakeholder_actions.add_specialist_member(
                topic=self.topic, pseudonym=facts["pseudonym"], by=self.administrator
            )
            stakeholder_actions.record_identity(
                stakeholder=member,
                person_name=facts["person_name"],
                user=self.people.get(facts.get("account")),
                by=self.lead,
            )

    def import_suggestions(self):
        """The administrator's part: upload, correct what cannot be imported, confirm."""
        facts = self.content["import"]
        record = stakeholder_actions.start_import(
            topic=self.topic,
            round=self.round,
            file=FOLDER / facts["file"],
            file_name=facts["file"],
            by=self.administrator,
        )
        for correction in facts["corrections"]:
            row = next(
                r for r in record.rows.all() if r.cells["number"] == str(correction["number"])
            )
            stakeholder_actions.correct_row(
                row=row,
                corrections={correction["column"]: correction["value"]},
                reason=correction["reason"],
                by=self.administrator,
            )
        record.refresh_from_db()
        stakeholder_actions.confirm_import(
            import_record=record, version=record.version, by=self.administrator
        )

    def place(self, facts):
        """The area, and the sub-area or None, that a table of the content names."""
        area = self.areas[facts["area"]]
        return {
            "area": area,
            "sub_area": self.sub_areas.get((facts["area"], facts.get("sub_area"))),
        }

    def file_suggestions(self):
        suggestions = {suggestion.number: suggestion for suggestion in self.topic.suggestions.all()}
        for facts in self.content["filing"]:
            suggestion = suggestions[facts["number"]]
            stakeholder_actions.file_suggestion(
                suggestion=suggestion, by=self.analyst, **self.place(facts)
            )
            for supported in facts.get("supports", []):
                stakeholder_actions.support_area(
                    suggestion=suggestion, by=self.analyst, **self.place(supported)
                )
            if facts.get("unused"):
                stakeholder_actions.explain_unused(
                    suggestion=suggestion, reason=facts["unused"], by=self.analyst
                )

    def write_summaries(self):
        for facts in self.content["summaries"]:
            stakeholder_actions.write_summary(
                text=facts["text"].strip(), by=self.analyst, **self.place(facts)
            )

    def import_recommendations(self):
        facts = self.content["guideline"]
        self.guideline = recommendation_actions.add_guideline(
            reference=facts["reference"],
            edition=facts["edition"],
            title=facts["title"],
            by=self.analyst,
        )
        recommendation_actions.declare_source(
            topic=self.topic, guideline=self.guideline, by=self.analyst
        )
        source = (FOLDER / facts["file"]).read_bytes()
        parsed = read_recommendations(source, file_name=facts["file"], reference=facts["reference"])
        recommendation_actions.import_recommendations(
            guideline=self.guideline, parsed=parsed, by=self.analyst
        )

    def select_recommendations(self):
        by_number = {one.number: one for one in self.guideline.recommendations.all()}
        research = {one.number: one for one in self.guideline.research_recommendations.all()}
        for facts in self.content["selections"]:
            place = self.place(facts)
            if facts.get("not_covered"):
                recommendation_actions.mark_not_covered(by=self.analyst, **place)
            for number in facts.get("recommendations", []):
                recommendation_actions.select_recommendation(
                    recommendation=by_number[number], by=self.analyst, **place
                )
            for number in facts.get("research_recommendations", []):
                recommendation_actions.select_recommendation(
                    research_recommendation=research[number], by=self.analyst, **place
                )
        for facts in self.content["not_selected"]:
            recommendation_actions.give_reason_not_selected(
                topic=self.topic,
                recommendation=by_number[facts["number"]],
                reason=facts["reason"],
                by=self.analyst,
            )

    def write_practice(self):
        for facts in self.content["sources"]:
            recommendation_actions.add_evidence_source(topic=self.topic, by=self.analyst, **facts)
        for facts in self.content["practice"]:
            recommendation_actions.write_finding(
                text=facts.get("text", "").strip(),
                none_found=facts.get("none_found", False),
                by=self.analyst,
                **self.place(facts),
            )
        search = dict(self.content["evidence_search"])
        exclusions = [(one["reason"], one["papers"]) for one in search.pop("exclusions")]
        recommendation_actions.record_evidence_search(
            topic=self.topic, exclusions=exclusions, by=self.analyst, **search
        )
