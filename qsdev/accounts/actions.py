"""What can be done with accounts: open one, give it a password, close it and open it again."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.utils import timezone

from qsdev.accounts.models import User
from qsdev.audit.actions import record
from qsdev.errors import RuleBroken

DAYS_ATTEMPTS_ARE_KEPT = 30
#: What people switch on and off for themselves.
PREFERENCES = ("uses_shortcuts", "shows_hints")


@transaction.atomic
def create_user(*, email, name, is_administrator=False, password=None, by):
    """Open an account; without a password nobody can sign in to it until a link is used.

    `by` is None where the program itself opens the first account.
    """
    user = User(email=email.strip().lower(), name=name, is_administrator=is_administrator)
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise RuleBroken("Somebody has an account with this email address already.") from error
    record("opened_account", user, by=by or user, administrator=is_administrator)
    return user


@transaction.atomic
def set_password(*, user, password, by):
    """Give an account a new password; every link made before and every other session ends."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record("set_password", user, by=by)


@transaction.atomic
def make_password_token(*, user, by):
    """The secret part of a link with which the person sets a password, once."""
    if not user.is_active:
        raise RuleBroken("This account is closed. Open it again before making a link.")
    record("made_password_link", user, by=by)
    return default_token_generator.make_token(user)


@transaction.atomic
def deactivate_user(*, user, by):
    """Close an account, ending its sessions; what the person did stays theirs."""
    if user == by:
        raise RuleBroken("You cannot close your own account. Ask another administrator to.")
    if not User.objects.active().filter(pk=user.pk).update(is_active=False):
        raise RuleBroken("This account is closed already.")
    end_sessions(user)
    record("closed_account", user, by=by)
    user.refresh_from_db()
    return user


def end_sessions(user):
    """End a person's sessions for good, also for the case that the account is opened again."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


@transaction.atomic
def reactivate_user(*, user, by):
    """Open a closed account again, with the password it had."""
    if not User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        raise RuleBroken("This account is open already.")
    record("reopened_account", user, by=by)
    user.refresh_from_db()
    return user


@transaction.atomic
def change_preference(*, name, is_on, by):
    """Switch one's own keyboard shortcuts or hints on or off."""
    if name not in PREFERENCES:
        raise RuleBroken("There is no such switch.")
    User.objects.filter(pk=by.pk).update(**{name: is_on})
    record("changed_preference", by, by=by, name=name, is_on=is_on)
    by.refresh_from_db()
    return by


def forget_old_traces():
    """Delete ended sessions, kept forms with them, and failed sign-ins of more than a month ago."""
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    long_ago = now - timedelta(days=DAYS_ATTEMPTS_ARE_KEPT)
    AccessAttempt.objects.filter(attempt_time__lt=long_ago).delete()
