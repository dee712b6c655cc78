"""How the program's log is written: what went wrong and where, never the values it met.

A database error quotes the row and a parser quotes the text, either of which may name a person.
"""

import logging
import re
import traceback

#: What follows in the address of a page that sets a password opens the account.
PASSWORD_LINK = re.compile(r"(/password/\d+/)[^/\s]+/?")


class WithoutValues(logging.Formatter):
    """Formats an exception as its class and the lines of code it passed through."""

    def format(self, record):
        return PASSWORD_LINK.sub(r"\1…", super().format(record))

    def formatException(self, exc_info):
        kind, _error, trace = exc_info
        if kind is None:
            return ""
        return "".join(traceback.format_tb(trace)) + f"{kind.__module__}.{kind.__qualname__}"
