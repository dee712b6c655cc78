"""How the program's log is written: what went wrong and where, never the values it met.

A database error quotes the row and a parser quotes the text, either of which may name a person.
"""

import logging
import traceback


class WithoutValues(logging.Formatter):
    """Formats an exception as its class and the lines of code it passed through."""

    def formatException(self, exc_info):
        kind, _error, trace = exc_info
        if kind is None:
            return ""
        return "".join(traceback.format_tb(trace)) + f"{kind.__module__}.{kind.__qualname__}"
