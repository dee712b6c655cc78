"""Markdown on screen: lists and links are shown, nothing in it can run."""

import pytest
from lxml import html

from recommendations.templatetags.recommendation_text import as_line, as_prose, rest

TEXT = "Offer **support** to:\n\n- carers\n    - at home\n\nSee [NICE](https://www.nice.org.uk)."


def test_nested_points_and_links_are_shown():
    shown = html.fragment_fromstring(as_prose(TEXT), create_parent="div")

    assert shown.xpath("ul/li/ul/li/text()") == ["at home"]
    assert shown.xpath("//a/@href") == ["https://www.nice.org.uk"]


def test_first_paragraph_stands_alone_and_the_rest_follows():
    assert as_line(TEXT) == "Offer <strong>support</strong> to:"
    assert rest(TEXT).startswith("- carers")
    assert rest("One paragraph.") == ""


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[go](javascript:alert(1))",
        "[go](JaVaScRiPt&colon;alert(1))",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[go](data:text/html,<script>alert(1)</script>)",
        '[go](https://x" onclick="alert(1))',
    ],
)
@pytest.mark.parametrize("show", [as_prose, as_line])
def test_script_in_text_is_shown_as_text(show, payload):
    shown = html.fragment_fromstring(show(f"Before {payload} after"), create_parent="div")

    assert {element.tag for element in shown.iter()} <= {"div", "p", "a"}
    assert all(href.startswith("https://") for href in shown.xpath("//a/@href"))
    assert shown.xpath("//@*[name() != 'href']") == []
