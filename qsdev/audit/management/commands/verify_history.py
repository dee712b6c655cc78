"""Finds out whether anybody changed the history behind the program's back."""

from django.core.management.base import BaseCommand, CommandError

from qsdev.audit.verification import verify_history


class Command(BaseCommand):
    """`manage.py verify_history`: exit 0 if every chain holds, 1 with the problems if not."""

    help = (
        "Verify the chain of events of each topic. Keep the printed hashes elsewhere: they prove"
        " later that no event was taken from the end."
    )

    def handle(self, **options):
        chains = verify_history()
        for verified in chains:
            self.stdout.write(
                f"{verified.chain}: {verified.length} events, last {verified.last_hash}"
            )
        problems = [problem for verified in chains for problem in verified.problems]
        if problems:
            raise CommandError("\n".join(problems))
        self.stdout.write("The history is whole.")
