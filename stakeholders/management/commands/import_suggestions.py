"""Imports a stakeholder table or engagement forms, or says what keeps them from being imported."""

import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic
from stakeholders import actions

ENDINGS = {".xlsx", ".csv", ".tsv", ".txt", ".docx"}


class Command(BaseCommand):
    help = "Import a stakeholder table, or a folder of engagement forms, into a topic."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", type=Path, help="a table, or a folder of forms")
        parser.add_argument("--topic", required=True, metavar="SLUG")
        parser.add_argument("--check", action="store_true", help="write nothing, only say what is")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")
        parser.add_argument(
            "--leave-out-problems",
            action="store_true",
            help="import the other rows; those left out stay listed with the import",
        )

    def handle(self, *, file, topic, check, leave_out_problems, **options):
        try:
            topic = found_topic(topic)
            outcome = actions.import_files(
                topic=topic,
                round=topic.engagement,
                paths=files_of(file),
                check=check,
                leave_out_problems=leave_out_problems,
                by=None,
            )
        except RuleBroken as error:
            raise CommandError(str(error)) from error
        self.say(outcome, is_json=options["json"], check=check)
        if outcome.is_refused:
            lines = "\n".join(map(line_of, outcome.problems))
            raise CommandError(f"{lines}\nNothing was imported.")

    def say(self, outcome, *, is_json, check):
        """Print what was read and what was or would be imported."""
        if is_json:
            said = asdict(outcome)
            del said["is_refused"]
            self.stdout.write(json.dumps(said, ensure_ascii=False, indent=2))
            return
        for warning in outcome.warnings:
            self.stderr.write(f"Warning: {line_of(warning)}")
        contributors = len({row["stakeholder"] for row in outcome.rows if row["stakeholder"]})
        self.stdout.write(
            f"Read {len(outcome.rows)} rows by {contributors} contributors: "
            f"{len(outcome.problems)} problems, {len(outcome.warnings)} warnings; "
            + ("nothing was written." if check else f"{outcome.imported} imported.")
        )


def line_of(found):
    return f"{found['place']}: {found['message']}"


def found_topic(slug):
    topic = Topic.objects.filter(slug=slug).first()
    if topic is None:
        raise RuleBroken(f"There is no topic “{slug}”: create_topic makes one.")
    return topic


def files_of(file):
    """The file itself, or the tables and forms that stand in a folder."""
    if file.is_dir():
        found = sorted(
            path
            for path in file.iterdir()
            if path.suffix.lower() in ENDINGS and not path.name.startswith(("~$", "."))
        )
        if not found:
            raise RuleBroken(f"The folder {file} holds no table and no form.")
        return found
    if not file.is_file():
        raise RuleBroken(f"There is no file {file}.")
    return [file]
