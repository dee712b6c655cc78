"""Checks a topic's briefing paper as its rows now stand, and prints what it finds."""

import json

from django.core.management.base import BaseCommand, CommandError

from qsdev.briefing.builder.wording import counted, listed
from qsdev.briefing.checks import Level, check_paper
from qsdev.topics.models import Topic


class Command(BaseCommand):
    """Print the findings; nothing is written, and findings are no failure of the command."""

    help = "Check a topic's briefing paper and print what is wrong with it."

    def add_arguments(self, parser):
        parser.add_argument("--topic", required=True, metavar="SLUG")
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *args, topic, **options):
        found = Topic.objects.filter(slug=topic).first()
        if found is None:
            raise CommandError(f"There is no topic called {topic}: give the slug of one there is.")
        findings = check_paper(found)
        if options["json"]:
            kept = {"topic": topic, "findings": [finding.as_json() for finding in findings]}
            self.stdout.write(json.dumps(kept, indent=2, ensure_ascii=False))
        else:
            self.write_plainly(found, findings)

    def write_plainly(self, topic, findings):
        """A line for each finding, under a line of counts."""
        counts = (
            counted(sum(finding.level == level for finding in findings), level.value)
            for level in Level
        )
        self.stdout.write(f"Briefing paper for {topic}: {listed(counts)}.")
        for finding in findings:
            place = f" ({finding.place})" if finding.place else ""
            self.stdout.write(f"{finding.level.value}: {finding.message}{place}")
