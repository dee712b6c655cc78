"""`manage.py create_topic`: begins a topic, with the guideline that it rests on."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from qsdev.errors import RuleBroken
from qsdev.topics.actions import create_topic
from recommendations.actions import announce_guideline, declare_source


class Command(BaseCommand):
    """Begin the development of a quality standard."""

    help = "Begin a topic; people are given their roles in it afterwards, in the browser."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="small letters and hyphens, as in childrens-attachment")
        parser.add_argument("title", help="as papers print it")
        parser.add_argument("--source", help="the guideline that it rests on, as in NG26")

    def handle(self, *args, slug, title, source, **options):
        try:
            with transaction.atomic():
                topic = create_topic(slug=slug, title=title, by=None)
                if source:
                    guideline = announce_guideline(reference=source, by=None)
                    declare_source(topic=topic, guideline=guideline, by=None)
        except RuleBroken as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The topic “{title}” is begun, at the address {slug}.")
