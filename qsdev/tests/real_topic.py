"""The topic of the real briefing paper, built by the actions from the files beside the checkout.

The stakeholder table, the recommendations and the selection are those of the real files; what
they do not hold as data (overview, practice, glossary, the accounts) is the demonstration's.
"""

import json

from qsdev.demonstration.building import Demonstration
from qsdev.demonstration.content import read_content
from qsdev.tests.fixtures import PASSWORD
from qsdev.tests.shared_data import shared_data
from recommendations import actions as recommendation_actions
from recommendations.imports import read_recommendations
from stakeholders import actions as stakeholder_actions
from stakeholders.models import Filing

TABLE = "appendix-4-as-printed.docx"
PAPER = "childrens-attachment-briefing-paper.txt"
ROW_13 = {"stakeholder": "PIP UK"}


def real_facts():
    """What was read from the real paper by hand: a dict of its parts."""
    return json.loads(shared_data("seed-facts.json").read_text(encoding="utf-8"))


def build_real_topic():
    """Build the topic from the real files, and return it."""
    return RealTopic(read_content(), PASSWORD).build()


class RealTopic(Demonstration):
    """The demonstration's steps, with the real files in place of its own."""

    files_under_headings = True

    def import_suggestions(self):
        imported = stakeholder_actions.start_import(
            topic=self.topic,
            round=self.round,
            file=shared_data(TABLE),
            file_name=TABLE,
            by=self.administrator,
        )
        stakeholder_actions.correct_row(
            row=imported.rows.get(position=13),
            corrections=ROW_13,
            reason="It came with row 12.",
            by=self.administrator,
        )
        imported.refresh_from_db()
        stakeholder_actions.confirm_import(
            import_record=imported,
            version=imported.version,
            files_under_headings=self.files_under_headings,
            by=self.administrator,
        )

    def file_suggestions(self):
        """File by hand what stands under no area's heading, and what belongs to a sub-area."""
        for facts in self.content["filing"]:
            suggestion = self.topic.suggestions.get(number=facts["number"])
            if suggestion.own_filing is None or facts.get("sub_area"):
                stakeholder_actions.file_suggestion(
                    suggestion=suggestion, by=self.analyst, **self.place(facts)
                )

    def write_summaries(self):
        """One short paragraph for each place, which cites all that is filed there."""
        cited = {}
        filed = Filing.objects.filter(suggestion__topic=self.topic)
        for filing in filed.select_related("suggestion", "area", "sub_area"):
            place = cited.setdefault((filing.area, filing.sub_area), [])
            place.append(f"S{filing.suggestion.number}")
        for (area, sub_area), numbers in cited.items():
            stakeholder_actions.write_summary(
                area=area,
                sub_area=sub_area,
                text=f"It was asked for by those cited here [{', '.join(numbers)}].",
                by=self.analyst,
            )

    def import_recommendations(self):
        (facts,) = real_facts()["development_sources"]
        self.guideline = recommendation_actions.add_guideline(
            reference=facts["ref"], edition=facts["year"], title=facts["title"], by=self.analyst
        )
        recommendation_actions.declare_source(
            topic=self.topic, guideline=self.guideline, by=self.analyst
        )
        parsed = read_recommendations(
            shared_data(PAPER).read_bytes(), file_name=PAPER, reference=facts["ref"]
        )
        recommendation_actions.import_recommendations(
            guideline=self.guideline, parsed=parsed, by=self.analyst
        )

    def select_recommendations(self):
        for table in real_facts()["tables"]["area_tables"].values():
            area = self.topic.areas.get(title=table["area"])
            for row in table["rows"]:
                place = {"area": area, "sub_area": area.sub_areas.filter(title=row["sub_area"])}
                place["sub_area"] = place["sub_area"].first()
                self.select_row(row, place)

    def select_row(self, row, place):
        numbers, by = {"number__in": row["recommendations"]}, {"by": self.analyst}
        research = {"number__in": row["research_recommendations"]}
        chosen = [
            *({"recommendation": r} for r in self.guideline.recommendations.filter(**numbers)),
            *(
                {"research_recommendation": r}
                for r in self.guideline.research_recommendations.filter(**research)
            ),
        ]
        for choice in chosen:
            recommendation_actions.select_recommendation(**place, **choice, **by)
        if not chosen:
            recommendation_actions.mark_not_covered(**place, **by)


class UntriagedTopic(RealTopic):
    """The real table freshly imported into a topic that has its areas; nothing is filed."""

    files_under_headings = False

    def build(self):
        self.open_accounts()
        self.begin_topic()
        self.add_areas()
        self.fill_register()
        self.import_suggestions()
        return self.topic

    @property
    def plan(self):
        """Where each suggestion belongs: its number, then the area and the sub-area or None."""
        places = {facts["number"]: self.place(facts) for facts in self.content["filing"]}
        return {number: tuple(place.values()) for number, place in sorted(places.items())}
