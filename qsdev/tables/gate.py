"""The gate before any reader: a zip container that is whole, small enough and says no two things.

Nothing of the container is trusted: its directory is compared with the entries themselves, and
sizes are counted while inflating.
"""

import struct
import zipfile
import zlib

from qsdev.tables.refusing import Refusal, bad_zip
from qsdev.tables.xml_check import XmlCheck

END_OF_DIRECTORY = b"PK\x05\x06"
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
CHUNK = 64 * 1024
ENCRYPTED = 0x1
XML_ENDINGS = (".xml", ".rels", ".vml")


class Package:
    """A container that passed the gate; `read` gives a part's bytes."""

    def __init__(self, archive):
        self._archive = archive
        self.names = tuple(archive.namelist())

    def read(self, name):
        """Bytes of the part `name`; KeyError if there is none."""
        return self._archive.read(name)

    def open(self, name):
        """The part `name` as a readable stream."""
        return self._archive.open(name)


def open_package(path, limits):
    """Check the whole container at `path` and open it; raises `Refusal`."""
    _check_end(path)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise bad_zip("is damaged or was cut off.") from error
    entries = archive.infolist()
    _check_directory(entries, limits)
    _check_names(entries)
    _check_layout(path, archive, entries)
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise _too_large(limits)
    _inflate(archive, entries, limits)
    return Package(archive)


def _check_end(path):
    """The end record must be the very end, and the directory must stand right before it."""
    with open(path, "rb") as file:
        file.seek(0, 2)
        size = file.tell()
        file.seek(max(0, size - 22))
        end = file.read(22)
    if len(end) < 22 or not end.startswith(END_OF_DIRECTORY):
        raise bad_zip("was cut off, or has something behind its end.")
    *_, length, offset, comment = struct.unpack("<4s4H2IH", end)
    if comment or offset + length + 22 != size:
        raise bad_zip("has a directory that does not fit the file.")


def _check_directory(entries, limits):
    if len(entries) > limits.parts:
        raise Refusal(
            "too_many_parts",
            f"consists of {len(entries)} parts; {limits.parts} are read at most. "
            "Send the sheet or table alone.",
        )
    for entry in entries:
        if entry.flag_bits & ENCRYPTED:
            raise bad_zip("has encrypted parts.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise bad_zip("is compressed in a way that Office never uses.")


def _too_large(limits):
    megabytes = limits.unpacked_bytes // (1024 * 1024)
    return Refusal(
        "too_large_unpacked",
        f"unpacks to more than {megabytes} MB. Send the table alone, without pictures and "
        "formatted empty rows.",
    )


def _check_names(entries):
    seen = set()
    for entry in entries:
        name = entry.orig_filename
        parts = name.split("/")
        if not name or "\\" in name or "\0" in name or ":" in parts[0] or ".." in parts:
            raise bad_zip("has a part with a name that no Office file has.")
        if parts[0] == "":
            raise bad_zip("has a part with a name that no Office file has.")
        if name.casefold() in seen:
            raise bad_zip("has the same part twice.")
        seen.add(name.casefold())


def _check_layout(path, archive, entries):
    """Entries follow one another without overlap, and each agrees with its own header."""
    end = 0
    with open(path, "rb") as file:
        for entry in sorted(entries, key=lambda each: each.header_offset):
            file.seek(entry.header_offset)
            header = file.read(LOCAL_HEADER.size)
            if entry.header_offset < end or len(header) < LOCAL_HEADER.size:
                raise bad_zip("has parts that overlap.")
            mark, _, flags, method, *_, name_length, extra_length = LOCAL_HEADER.unpack(header)
            if mark != b"PK\x03\x04" or flags & ENCRYPTED or method != entry.compress_type:
                raise bad_zip("has a part that does not agree with its directory.")
            start = entry.header_offset + LOCAL_HEADER.size + name_length + extra_length
            end = start + entry.compress_size
    if end > archive.start_dir:
        raise bad_zip("has parts that overlap.")


def _inflate(archive, entries, limits):
    """Unpack every part once, counting; XML is checked by a real parser as it passes."""
    unpacked = 0
    for entry in entries:
        check = XmlCheck(entry.filename, limits) if _is_xml(entry.filename) else None
        try:
            with archive.open(entry) as part:
                while chunk := part.read(CHUNK):
                    unpacked += len(chunk)
                    if unpacked > limits.unpacked_bytes:
                        raise _too_large(limits)
                    if check:
                        check.feed(chunk)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise bad_zip("is damaged.") from error
        except (NotImplementedError, RuntimeError) as error:
            raise bad_zip("is packed in a way that Office never uses.") from error
        if check:
            check.close()


def _is_xml(name):
    return name.lower().endswith(XML_ENDINGS) or name == "[Content_Types].xml"
