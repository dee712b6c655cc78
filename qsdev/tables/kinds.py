"""Tells what kind of file was sent, by its content; the ending of its name must agree."""

from qsdev.tables.refusing import Refusal, wrong_type

ENDINGS = {"xlsx": "xlsx", "docx": "docx", "csv": "csv", "tsv": "tsv", "txt": "txt"}
MACRO_ENDINGS = {"xlsm", "docm", "xltm", "dotm"}
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_CONTENT = (
    (b"%PDF", "is a PDF."),
    (b"\x89PNG", "is a picture."),
    (b"\xff\xd8\xff", "is a picture."),
    (b"GIF8", "is a picture."),
    (b"MZ", "is a program."),
    (b"\x7fELF", "is a program."),
    (b"\x1f\x8b", "is a compressed archive."),
    (b"7z\xbc\xaf", "is a compressed archive."),
    (b"Rar!", "is a compressed archive."),
    (b"{\\rtf", "is a Rich Text file."),
)
LIKE_TEXT = frozenset(b"\t\n\r\f\x0b\x1b")


def kind_of(file_name, head):
    """Kind of the file ("xlsx", "docx", "csv", "tsv", "txt") whose content begins with `head`."""
    ending = _ending(file_name)
    if ending in MACRO_ENDINGS:
        raise Refusal("macros", "may contain macros. Save it without them, as .xlsx or .docx.")
    if ending == "xls" and head.startswith(OLE):
        raise _old(head, ending)
    if ending not in ENDINGS:
        raise wrong_type("has an ending that is not read here.")
    _check_content(head, ending)
    return ending


def _ending(file_name):
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = last.rpartition(".")
    return ending.lower() if dot and stem.strip() else ""


def _check_content(head, ending):
    is_package = ending in ("xlsx", "docx")
    if head.startswith(OLE):
        raise _old(head, ending) if is_package else wrong_type("is an old Office file.")
    for mark, what in OTHER_CONTENT:
        if head.startswith(mark):
            raise wrong_type(what)
    if is_package and not head.startswith(ZIP):
        if ZIP in head:
            raise Refusal(
                "bad_zip",
                f"has something in front of its content, which a .{ending} file never has. "
                "Open it in Word or Excel, save it anew and send that.",
            )
        raise wrong_type(f"is not a .{ending} file, though its name says so.")
    if not is_package and head.startswith(ZIP):
        raise wrong_type(f"is an Office file or an archive, not .{ending}.")
    if not is_package and _is_binary(head):
        raise wrong_type("does not hold text.")


def _old(head, ending):
    if _utf16("EncryptedPackage") in head:
        return Refusal("old_or_encrypted", "is protected by a password. Send it without one.")
    if _utf16("Workbook") in head or ending == "xls":
        return Refusal("old_excel", "is an Excel file of before 2007. Save it as .xlsx.")
    return Refusal("old_or_encrypted", "is of before 2007, or protected. Save it anew as .docx.")


def _utf16(text):
    return text.encode("utf-16-le")


def _is_binary(head):
    """Whether text in no encoding that is read here would begin so."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(head):
        return False
    sample = head[:4096]
    strange = sum(1 for byte in sample if byte < 32 and byte not in LIKE_TEXT)
    return strange > max(4, len(sample) // 50)


def looks_like_utf16(head):
    """Says "utf-16-le" or "utf-16-be" if every other byte of the text is nought, else ""."""
    sample = head[:2000]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > half * 0.6 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""
