"""Lets what the demonstration tells happen when it did: the program's clock, set for a while.

The actions ask `timezone.now()` what time it is. Here that clock is set to a moment of the topic's
own history, and goes on from there, so that each row and event bears a date that makes sense. It
is set while the demonstration is built, by one process that serves nobody.
"""

from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


class AnyDatetime(type):
    """Takes every datetime for its own, so that `isinstance` answers as before."""

    def __instancecheck__(cls, value):
        return isinstance(value, datetime)


def clock_from(moment):
    """A stand-in for `datetime` whose `now` is the moment, and what has passed since."""
    began = datetime.now(tz=moment.tzinfo)

    class Clock(metaclass=AnyDatetime):
        @staticmethod
        def now(tz=None):
            return (moment + (datetime.now(tz=moment.tzinfo) - began)).astimezone(tz)

    return Clock


@contextmanager
def at(moment):
    """Set the clock to a moment (without a time zone: of the program's own) until the end."""
    before = timezone.datetime
    aware = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
    timezone.datetime = clock_from(aware)
    try:
        yield
    finally:
        timezone.datetime = before
