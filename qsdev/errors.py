"""The exceptions that are meant for people."""


class RuleBroken(Exception):
    """A rule of the process forbids what was asked; the message says in plain words what to do.

    An action raises it and changes nothing; a view shows it beside the form; a command prints it
    on standard error and exits with 1.
    """


class EditCollision(RuleBroken):
    """Somebody else changed the row since the form was opened; nothing was written.

    `current` is the row as it now stands, so that the page can show both texts and lose neither.
    Where the row says who changed it last (`Versioned`), so does the message.
    """

    def __init__(self, current, changed_by=""):
        last = getattr(current, "changed_by", None)
        who = changed_by or (last.name if last else "Somebody else")
        super().__init__(
            f"{who} changed this after you opened it. Your text is still below and theirs is "
            "beside it: put together what should stand and save again."
        )
        self.current = current
