"""Finds whom a name in a table means: exactly, by abbreviation or alias; likeness only proposes."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from stakeholders.models import Stakeholder
from stakeholders.models.register import name_key

ALIKE = 90  # out of 100: from here on, two names are proposed to be the same
MOST_PROPOSALS = 3

NAME, ABBREVIATION, ALIAS, FIRST_LINE = "name", "abbreviation", "alias", "first line"

#: Letters of other alphabets that look like those of "SCM", so that a disguise is not stored.
LOOKALIKES = str.maketrans("сѕмСЅМϹΜ", "csmCSMCM")
PSEUDONYM = re.compile(
    r"(?:scms?|\bs c m|\bspecialist committee members?|\bspecialist members?)"
    r"(?: ?(?:no|nr|number))? ?0{0,9}(\d{1,3})(?!\d)"
)
#: Words that say "one of the specialist members", whoever that is: a name may stand beside them.
MEMBER = re.compile(r"\b(?:scms?|s c m|specialist committee members?)(?![^\W\d])")
JOINED_TO_A_NAME = re.compile(r"(?<=SCM)(?=[^\W\d_][^\W\dA-Z_])")  # "SCMJane", not "SCMs"
HIDDEN = frozenset({"Cf", "Mn", "Me"})  # characters that a page does not show by themselves
WITH_ABBREVIATION = re.compile(r"^(.*\S)\s*\(([^()]{1,40})\)\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name means and how it was found; or nobody, with those it may have meant.

    `pseudonym` is set when the name holds one ("SCM1"), `has_name_beside` when it holds more.
    """

    stakeholder: Stakeholder | None = None
    how: str = ""
    proposals: tuple = ()
    pseudonym: str = ""
    has_name_beside: bool = False


@lru_cache(maxsize=4_096)
def pseudonym_in(name):
    """The pseudonym that a name holds, as we write it, and whether anything stands beside it.

    It is "SCM" alone where no number says which member is meant, but other words stand there.
    """
    key = name_key(JOINED_TO_A_NAME.sub(" ", undisguised(name)))
    found = PSEUDONYM.search(key)
    if found:
        return f"SCM{int(found[1])}", found[0] != key
    member = MEMBER.search(key)
    return ("SCM", True) if member and member[0] != key else ("", False)


def undisguised(name):
    """A name without characters that are not seen, and with Latin letters for their doubles."""
    if name.isascii():
        return name
    seen = (
        character
        for character in unicodedata.normalize("NFKD", name)
        if unicodedata.category(character) not in HIDDEN
    )
    return "".join(seen).translate(LOOKALIKES)


@dataclass
class Register:
    """The stakeholders whom a topic's tables may name, by every form of their names."""

    by_key: dict = field(default_factory=dict)
    matches: dict = field(default_factory=dict)
    has_organisations: bool = False

    @classmethod
    def known_in(cls, topic):
        """The register as it stands: organisations, and the topic's specialist members."""
        register = cls()
        known = Stakeholder.objects.known_in(topic).prefetch_related("aliases")
        known = sorted(known, key=lambda each: each.pk)
        register.has_organisations = not all(each.is_specialist_member for each in known)
        for stakeholder in known:
            for alias in stakeholder.aliases.all():
                register.by_key.setdefault(name_key(alias.name), (stakeholder, ALIAS))
        for stakeholder in known:
            register.by_key[name_key(stakeholder.abbreviation)] = (stakeholder, ABBREVIATION)
        for stakeholder in known:
            register.by_key[name_key(stakeholder.name)] = (stakeholder, NAME)
        return register

    def match(self, name):
        """Whom `name` means; the same name is looked up once."""
        if name not in self.matches:
            self.matches[name] = self._match(name)
        return self.matches[name]

    def _match(self, name):
        pseudonym, has_more = pseudonym_in(name)
        if pseudonym:
            stakeholder, how = self.by_key.get(name_key(pseudonym), (None, ""))
            return Match(stakeholder, how, (), pseudonym, has_more)
        stakeholder, how = self._known(name)
        if stakeholder is None and "\n" in name:
            stakeholder, _ = self._known(name.strip().split("\n")[0])
            how = FIRST_LINE
        if stakeholder is None:
            return Match(proposals=self.proposals(name))
        return Match(stakeholder, how)

    def _known(self, name):
        found = self.by_key.get(name_key(name))
        parts = WITH_ABBREVIATION.match(name)
        if found or not parts:
            return found or (None, "")
        by_name = self.by_key.get(name_key(parts[1]))
        by_abbreviation = self.by_key.get(name_key(parts[2]))
        if by_name and by_abbreviation and by_name[0] != by_abbreviation[0]:
            return None, ""
        if by_name:
            return by_name
        return (by_abbreviation[0], ALIAS) if by_abbreviation else (None, "")

    def proposals(self, name):
        """Stakeholders whose names are alike, the likest first."""
        alike = process.extract(
            name_key(name), list(self.by_key), scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=12
        )
        found = {self.by_key[key][0].name: self.by_key[key][0] for key, _, _ in alike}
        return tuple(list(found.values())[:MOST_PROPOSALS])
