"""The gate: what no Office program writes is refused before any reader sees it."""

import struct

import pytest

from qsdev.tables import Limits
from qsdev.tables.tests.build import FIRST, HEADER, docx, package, sheet_xml, word_table, workbook
from qsdev.tables.tests.wanted import read, refused

GOOD = docx(word_table(HEADER, FIRST))


def test_the_good_file_is_read():
    assert len(read(GOOD, "t.docx").rows) == 1


@pytest.mark.parametrize("extra", ["/etc/x", "a/../b", "a\\b", "C:/x"])
def test_a_part_with_a_dangerous_name_is_refused(extra):
    data = docx(word_table(HEADER, FIRST), **{extra: "x"})
    assert refused(data, "t.docx").code == "bad_zip"


def test_a_part_that_differs_only_in_case_is_refused():
    data = docx(word_table(HEADER, FIRST), **{"word/Document.xml": "<x/>"})
    assert refused(data, "t.docx").code == "bad_zip"


@pytest.mark.parametrize("data", [b"x" + GOOD, GOOD + b"x", GOOD[:-1], GOOD[:200]])
def test_anything_before_or_behind_the_container_is_refused(data):
    assert refused(data, "t.docx").code in ("bad_zip", "wrong_type")


def test_a_size_that_the_directory_understates_is_refused():
    place = GOOD.rindex(b"PK\x01\x02") + 24
    lying = GOOD[:place] + struct.pack("<I", 6) + GOOD[place + 4 :]
    assert refused(lying, "t.docx").code == "bad_zip"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_document_type_is_refused_in_any_encoding(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>'
    data = docx(word_table(HEADER, FIRST), **{"word/styles.xml": xml.encode(encoding)})
    assert refused(data, "t.docx").code == "xml_dtd"


def test_xml_may_be_as_deep_as_the_limit_and_no_deeper():
    deep = {depth: "<a>" * depth + "</a>" * depth for depth in (256, 257)}
    fine = docx(word_table(HEADER, FIRST), **{"word/x.xml": deep[256]})
    assert len(read(fine, "t.docx").rows) == 1
    data = docx(word_table(HEADER, FIRST), **{"word/x.xml": deep[257]})
    assert refused(data, "t.docx").code == "corrupt"


def test_a_sheet_that_is_too_deep_is_refused():
    data = workbook(HEADER, FIRST, tail="<a>" * 300 + "</a>" * 300)
    assert refused(data, "t.xlsx").code == "corrupt"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(file_bytes=500), "too_large"),
        (Limits(unpacked_bytes=500), "too_large_unpacked"),
        (Limits(parts=1), "too_many_parts"),
        (Limits(rows=0), "too_many_rows"),
        (Limits(columns=5), "too_many_columns"),
    ],
)
def test_each_limit_refuses_with_its_own_code(limits, code):
    assert refused(GOOD, "t.docx", limits=limits).code == code


def test_a_workbook_wider_than_the_limit_is_refused():
    assert refused(workbook(HEADER, FIRST), "t.xlsx", limits=Limits(columns=5)).code == (
        "too_many_columns"
    )


@pytest.mark.parametrize("name", ["t.exe", "t", ".docx", "t.docx ", "x.doc x", "t.docx/"])
def test_an_ending_that_is_not_read_is_refused(name):
    assert refused(GOOD, name).code == "wrong_type"


@pytest.mark.parametrize("name", ["t.docm", "t.xlsm"])
def test_an_ending_of_macros_is_refused_as_such(name):
    assert refused(GOOD, name).code == "macros"


def test_bytes_that_are_no_text_are_refused_whatever_they_are():
    assert refused(bytes(range(1, 32)) * 9, "t.csv").code == "wrong_type"


def test_an_old_workbook_under_its_own_name_is_refused_as_such():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(old, "t.xls").code == "old_excel"
    protected = old + "EncryptedPackage".encode("utf-16-le")
    assert refused(protected, "t.xlsx").code == "old_or_encrypted"


@pytest.mark.parametrize(
    ("target", "code"),
    [("https://example.invalid/t.dotm", True), ("file://server/t.dotm", True),
     ("file:///\\\\server\\t.dotm", True), ("file:///C:/Users/t.dotx", False)],
)  # fmt: skip
def test_a_template_elsewhere_is_refused_and_one_on_the_disk_is_not(target, code):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    rels = f'<R><Relationship Type="{kind}" Target="{target}" TargetMode="External"/></R>'
    data = docx(word_table(HEADER, FIRST), **{"word/_rels/settings.xml.rels": rels})
    refusal = refused(data, "t.docx")
    assert (refusal.code if refusal else "") == ("external_template" if code else "")


def test_a_container_without_content_types_is_refused():
    data = package({"xl/worksheets/sheet1.xml": sheet_xml([HEADER])})
    assert refused(data, "t.xlsx").code == "wrong_type"
