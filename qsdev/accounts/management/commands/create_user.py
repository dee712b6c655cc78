"""Opens an account from the command line, such as the first administrator's."""

import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from qsdev.accounts import actions
from qsdev.errors import RuleBroken


class Command(BaseCommand):
    """`manage.py create_user a.person@example.org "A Person" --administrator`"""

    help = "Open an account; the password is asked for, or read from the input if it is piped."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--administrator", action="store_true")

    def handle(self, *, email, name, administrator, **options):
        try:
            validate_email(email)
            password = read_password()
            validate_password(password)
            user = actions.create_user(
                email=email, name=name, password=password, is_administrator=administrator, by=None
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except RuleBroken as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.name} can sign in as {user.email}.")


def read_password():
    """The password, without showing it; from the input's first line where nobody is typing."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\n")
