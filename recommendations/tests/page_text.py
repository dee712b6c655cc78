"""Reads pages back: their words, and the numbers in the tables of recommendations."""

from lxml import html


def parsed_page(page):
    return html.fromstring(page.content.decode())


def words_of(page, selector):
    """The words of the first element that a selector finds: a tag, or "#" and an id."""
    path = f"//*[@id='{selector[1:]}']" if selector.startswith("#") else f"//{selector}"
    return spaced(parsed_page(page).xpath(path)[0])


def spaced(element):
    """The words in an element, those of its parts kept apart."""
    return " ".join(" ".join(element.itertext()).split())


def numbers_shown(page):
    """The first cells of the tables' rows, those of the sections' headings left out."""
    cells = parsed_page(page).xpath("//tbody/tr/th[@scope='row']")
    return [spaced(cell) for cell in cells]


def errors_of(page):
    """The sentences of the page's summary of errors."""
    found = parsed_page(page).xpath("//*[contains(@class,'govuk-error-summary__list')]//li")
    return [spaced(item) for item in found]
