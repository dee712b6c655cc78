"""What others wrote is what VENDORED.md says, and small enough for a first view."""

import gzip
import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"
LISTED = re.findall(r"^    ([0-9a-f]{64})  (\S+)$", (VENDOR / "VENDORED.md").read_text(), re.M)


def compressed(*names):
    return sum(len(gzip.compress((VENDOR.parent / name).read_bytes())) for name in names)


def test_vendored_files_are_the_listed_ones():
    found = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.suffix in {".css", ".js", ".woff2"}
    }
    assert {name: digest for digest, name in LISTED} == found


def test_every_font_that_the_styles_name_is_there():
    styles = (VENDOR / "govuk-frontend/nice.min.css").read_text()
    named = re.findall(r"url\(([^)]*)\)", styles)
    assert {name.strip('"') for name in named} == {
        f"../fonts/{path.name}" for path in (VENDOR / "fonts").glob("*.woff2")
    }


def test_styles_fetch_nothing_from_elsewhere_and_carry_no_foreign_brand():
    styles = (VENDOR / "govuk-frontend/nice.min.css").read_text()
    assert re.findall(r"url\([\"']?(?:https?:)?//|GDS Transport|crown", styles) == []


def test_styles_and_scripts_are_within_the_budget():
    scripts = ["govuk-frontend/govuk-frontend.min.js", "htmx/htmx.min.js"]
    assert compressed("vendor/govuk-frontend/nice.min.css") <= 20_000
    assert compressed(*(f"vendor/{name}" for name in scripts), "js/page.js") <= 50_000
