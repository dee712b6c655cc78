"""Imports a guideline's recommendations from a file, or says what keeps it from being imported."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from qsdev.errors import RuleBroken
from qsdev.tables import RefusedFile
from recommendations import actions
from recommendations.imports import compare, read_recommendations, stated_edition
from recommendations.models import Guideline


class Command(BaseCommand):
    help = "Import a guideline’s recommendations from a table or from text as papers print it."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--guideline", required=True, help="its reference, such as NG26")
        parser.add_argument("--edition", type=int, help="the year; needed where there are several")
        parser.add_argument("--title", default="", help="its full title, to add a new guideline")
        parser.add_argument("--check", action="store_true", help="write nothing, only say what is")
        parser.add_argument(
            "--replace", action="store_true", help="let the file’s text replace what is stored"
        )
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *, file, check, replace, **options):
        options["guideline"] = options["guideline"].strip().upper()
        try:
            given = {"file_name": file.name, "reference": options["guideline"]}
            source = contents(file)
            parsed = read_recommendations(source, **given)
            guideline = found_guideline(**options)
            if guideline is None:
                options |= edition_to_add(stated_edition(source, **given), check, **options)
        except (RefusedFile, RuleBroken) as error:
            raise CommandError(str(error)) from error
        comparison = compare(parsed, guideline, replace=replace)
        refused = bool(comparison.problems)
        if not refused and not check:
            import_all(guideline, parsed, replace, options)
        self.say(parsed, comparison, imports=not (refused or check), **options)
        if refused:
            lines = "\n".join(line_of(notice) for notice in comparison.problems)
            raise CommandError(f"{lines}\nNothing was imported.")

    def say(self, parsed, comparison, *, imports, json, **options):
        """Print what was read, and what was or would be imported."""
        if json:
            self.stdout.write(as_json(parsed, comparison, imports))
            return
        for notice in parsed.warnings:
            self.stderr.write(f"Warning: {line_of(notice)}")
        verb = "Imported" if imports else "Read"
        self.stdout.write(
            f"{verb} {len(parsed.recommendations)} recommendations and "
            f"{len(parsed.research_recommendations)} research recommendations of "
            f"{options['guideline']}: {len(comparison.added)} new, {len(comparison.changed)} with "
            f"other text, {len(comparison.unchanged)} as stored."
        )


def contents(file):
    """The bytes of the file."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise RuleBroken(f"{file} cannot be read: {error.strerror}.") from error


def found_guideline(*, guideline, edition, title, **_):
    """The guideline that is meant; None where it is yet to be added with what was given."""
    editions = Guideline.objects.filter(reference=guideline).exclude(edition=None)
    meant = list(editions.filter(edition=edition) if edition else editions)
    if len(meant) == 1 and title in {"", meant[0].title}:
        return meant[0]
    if len(meant) == 1:
        raise RuleBroken(f"{meant[0]} has another title here: {meant[0].title}.")
    if meant:
        years = ", ".join(str(each.edition) for each in meant)
        raise RuleBroken(f"There are several editions of {guideline}: say --edition ({years}).")
    return None


def edition_to_add(stated, check, *, guideline, edition, title, **_):
    """The year and the title of a guideline that is new: as given, or as the file states them."""
    edition = edition or (stated.edition if stated else None)
    if stated and stated.edition == edition:
        title = title or stated.title
    if not ((edition and title) or check):
        raise RuleBroken(
            f"There is no such edition of {guideline} yet. To add it, say its year and title: "
            '--edition 2015 --title "…".'
        )
    return {"edition": edition, "title": title}


@transaction.atomic
def import_all(guideline, parsed, replace, options):
    """Add the guideline if it is new, and import into it: both or neither."""
    if guideline is None:
        guideline = actions.add_guideline(
            reference=options["guideline"],
            edition=options["edition"],
            title=options["title"],
            by=None,
        )
    actions.import_recommendations(guideline=guideline, parsed=parsed, replace=replace, by=None)


def line_of(notice):
    return f"{notice.place}: {notice.message}" if notice.place else notice.message


def as_json(parsed, comparison, imports):
    """Everything that was read, with problems and warnings, whether it was imported or not."""
    rows = [
        {
            "number": listing.number,
            "is_research": listing.is_research,
            "title": listing.title,
            "section": listing.section,
            "is_key_priority": listing.is_key_priority,
            "strength": str(listing.strength),
            "place": str(listing.place),
        }
        for listing in parsed.listings
    ]
    result = {
        "recommendations": rows,
        "listed": parsed.listed,
        "listed_research": parsed.listed_research,
        "problems": [as_dict(notice) for notice in comparison.problems],
        "warnings": [as_dict(notice) for notice in parsed.warnings],
        "imported": len(comparison.listings) if imports else 0,
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


def as_dict(notice):
    place = str(notice.place) if notice.place else ""
    return {"place": place, "code": notice.code, "message": notice.message}
