"""`manage.py demo`: the demonstration topic, its accounts, then web and workers."""

import secrets
import signal
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from qsdev.demonstration.building import (
    STAGES,
    build_demonstration,
    continue_to,
    find_demonstration,
    stage_of,
)
from qsdev.demonstration.content import read_content
from qsdev.demonstration.processes import check_alive, running
from qsdev.errors import RuleBroken

DEFAULT = STAGES[-1]
UNKNOWN = "There is no stage “{stage}”: choose one of {stages}."
NO_WAY_BACK = (
    "The demonstration stands at the stage “{reached}” already and does not go back to “{stage}”."
    " Leave --stage out to go on from where it stands, or set QSDEV_VAR to an empty folder to"
    " begin afresh."
)


class Command(BaseCommand):
    """Prepare the demonstration and run it until interrupted."""

    help = "Prepare the demonstration topic and its accounts, then run web and workers."

    def add_arguments(self, parser):
        parser.add_argument("--prepare-only", action="store_true", help="do not run anything")
        parser.add_argument("--port", type=int, default=8000, help="where the pages answer")
        parser.add_argument(
            "--stage",
            metavar="STAGE",
            help=f"how far the topic has come: {', '.join(STAGES)}; without it a new topic is"
            f" {DEFAULT}, and one that is there stays as it is",
        )

    def handle(self, *args, prepare_only, port, stage, **options):
        if settings.PRODUCTION:
            raise CommandError(
                "The demonstration has accounts that everyone knows: unset DATABASE_URL."
            )
        if stage not in (None, *STAGES):
            raise CommandError(UNKNOWN.format(stage=stage, stages=", ".join(STAGES)))
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        password = kept_password()
        self.prepare(stage, password)
        self.stdout.write(f"The topic stands at the stage “{stage_of(find_demonstration())}”.")
        self.print_accounts(password)
        if not prepare_only:
            self.run(port)

    def prepare(self, stage, password):
        """Build the topic up to a stage, or bring it there from where it stands."""
        topic = find_demonstration()
        if topic is None:
            self.stdout.write("Building the demonstration topic …")
            with transaction.atomic():
                build_demonstration(password=password, stage=stage or DEFAULT)
        elif stage is not None:
            self.bring(topic, stage)

    def bring(self, topic, stage):
        """Take a topic that is there on to a later stage; it never goes back."""
        reached = stage_of(topic)
        if STAGES.index(reached) > STAGES.index(stage):
            raise CommandError(NO_WAY_BACK.format(reached=reached, stage=stage))
        try:
            with transaction.atomic():
                for name in continue_to(stage, topic=topic):
                    self.stdout.write(f"Built the stage “{name}”.")
        except RuleBroken as error:
            raise CommandError(f"The topic cannot be taken to “{stage}”. {error}") from error

    def print_accounts(self, password):
        accounts = read_content()["accounts"]
        width = max(len(account["email"]) for account in accounts)
        self.stdout.write(f"\nAccounts (the password of each is {password}):")
        for account in accounts:
            role = account["role"].replace("_", " ")
            self.stdout.write(f"  {account['email']:{width}}  {role}")

    def run(self, port):
        for number in (signal.SIGINT, signal.SIGTERM):  # a shell's background ignores the first
            signal.signal(number, interrupt)
        try:
            with running(port) as processes:
                self.stdout.write(f"\nOpen http://127.0.0.1:{port}/ and sign in. Ctrl+C ends it.")
                self.stdout.flush()
                while True:
                    check_alive(processes)
                    time.sleep(0.5)
        except KeyboardInterrupt:
            self.stdout.write("\nEnded.")
        except RuleBroken as error:
            raise CommandError(str(error)) from error


def interrupt(number, frame):
    raise KeyboardInterrupt


def kept_password():
    """The password of the demonstration's accounts, made once for this database."""
    path = Path(settings.VAR) / "demonstration-password"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(f"demo-{secrets.token_hex(6)}")
    return path.read_text()
