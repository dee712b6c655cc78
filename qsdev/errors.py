"""The one exception that is meant for people."""


class RuleBroken(Exception):
    """A rule of the process forbids what was asked; the message says in plain words what to do.

    An action raises it and changes nothing; a view shows it beside the form; a command prints it
    on standard error and exits with 1.
    """
