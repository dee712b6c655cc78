"""The trail as plain values: what pages, pictures, lists and documents of it all print."""

from dataclasses import dataclass

#: The part of a suggestion's page that holds its raw cells.
RAW_CELLS = "raw-cells"
#: What stands where a column of a table held nothing.
EMPTY = "Empty"


@dataclass(frozen=True)
class Page:
    """Where something lives: the name of its address and the words in it.

    For example `Page("statements:version_detail", ("childrens-attachment", 2, 4))`.
    """

    name: str
    words: tuple
    fragment: str = ""


def page_in(topic, name, *words, fragment=""):
    """The page of a topic."""
    return Page(name, (topic.slug, *words), fragment)


@dataclass(frozen=True)
class Fact:
    """Something that is known of a link: "Reason", "Services differ."; where one reads of it."""

    label: str
    text: str
    page: Page | None = None


def facts(*found):
    """Facts from (label, text) or (label, text, page); those without text are left out."""
    return tuple(Fact(*one) for one in found if one and one[1])


@dataclass(frozen=True)
class Link:
    """One thing that the trail leads over, for example "Version 4, 5 May 2016", and its page.

    `words` are somebody's own, under the names of the columns in which they stand.
    """

    title: str
    facts: tuple[Fact, ...] = ()
    page: Page | None = None
    words: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Step:
    """All links of one kind, side by side: "Versions". `missing` is said where there is none.

    A page shows the first `unfolded` of them at once, and the rest where its reader asks.
    """

    heading: str
    links: tuple[Link, ...] = ()
    missing: str = ""
    remark: Fact | None = None
    unfolded: int | None = None

    @property
    def shown(self):
        return self.links[: self.unfolded]

    @property
    def folded(self):
        return self.links[len(self.shown) :]

    @property
    def lines(self):
        """What stands in its box: each link, or that there is none."""
        return tuple(link.title for link in self.links) or tuple(filter(None, [self.missing]))


@dataclass(frozen=True)
class Trail:
    """The steps from one end to the other, in order; those beside lead off from the step named.

    For example the trail of statement 1, from the published sentence to the table's raw cells,
    with recommendations and their guideline beside its versions.
    """

    title: str
    steps: tuple[Step, ...]
    beside: tuple[Step, ...] = ()
    beside_from: str = ""
    page: Page | None = None

    @property
    def all_steps(self):
        return (*self.steps, *self.beside)


def unique(links):
    """Links, each once, in the order in which they first come."""
    return tuple(dict.fromkeys(links))


def joined(links_by_key, keys):
    """The links of several keys together, each once."""
    return unique(link for key in keys for link in links_by_key.get(key, ()))
