"""The sentences with which the child refuses a file: what is wrong, where, and what to do."""

FILE = "file"
MAPPING = "mapping"


class Refusal(Exception):
    """Ends a reading inside the child; the caller gets it as `RefusedFile`."""

    def __init__(self, code, message, scope=FILE, tables=()):
        super().__init__(message)
        self.code = code
        self.message = message
        self.scope = scope
        self.tables = tables

    def as_message(self, file_name):
        """The refusal as the child sends it, the file's name in front of the sentence."""
        return {
            "code": self.code,
            "message": f"“{shown_name(file_name)}” {self.message}",
            "scope": self.scope,
            "tables": list(self.tables),
        }


def shown_name(file_name):
    """The last part of a file's name, without what cannot be printed, at most 80 characters."""
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(character for character in last if character.isprintable())
    return printable if len(printable) <= 80 else f"{printable[:76]}…{printable[-3:]}"


def bad_zip(what):
    """The container is damaged or built to deceive."""
    return Refusal("bad_zip", f"{what} Open it in Word or Excel, save it anew and send that.")


def corrupt(what):
    """The container is sound but its content is not."""
    return Refusal("corrupt", f"{what} Open it in Word or Excel, save it anew and send that.")


def wrong_type(what):
    """The content is not what the file's name says."""
    return Refusal("wrong_type", f"{what} Send the table as .xlsx, .docx, .csv, .tsv or .txt.")
