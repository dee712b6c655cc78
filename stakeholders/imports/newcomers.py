"""Works out which organisations a table names, for the first table that a register ever meets."""

from collections import Counter, defaultdict

from stakeholders.imports.names import ABBREVIATION, NAME, WITH_ABBREVIATION, pseudonym_in
from stakeholders.models import Stakeholder
from stakeholders.models.register import name_key


def meet_newcomers(register, names):
    """Let a register without any organisation know those that the names stand for.

    They are not stored: whoever confirms the import registers them. Returns them, none where the
    register holds organisations, for then a name that it lacks may be a slip.
    """
    if register.has_organisations:
        return []
    newcomers = newcomers_among(names)
    for newcomer in newcomers:
        register.by_key[name_key(newcomer.abbreviation)] = (newcomer, ABBREVIATION)
        register.by_key[name_key(newcomer.name)] = (newcomer, NAME)
    register.matches.clear()
    return newcomers


def newcomers_among(names):
    """The organisations, not stored, that the names stand for; pseudonyms are none of them."""
    meant = Counter(name for name in names if name_key(name) and not pseudonym_in(name)[0])
    whole = Counter(" ".join(name.split()) for name in meant if "\n" not in name.strip())
    known, newcomers = set(), []
    for name, abbreviation in [*with_abbreviations(whole), *((name, name) for name in whole)]:
        if not {name_key(name), name_key(shortened(name))} & known:
            newcomers.append(Stakeholder(name=name, abbreviation=abbreviation))
            known |= {name_key(name), name_key(abbreviation)}
    for name in sorted(set(meant)):
        joined, first = " ".join(name.split()), name.strip().split("\n")[0]
        forms = {name_key(form) for each in (joined, first) for form in (each, shortened(each))}
        if not forms & known:
            newcomers.append(Stakeholder(name=joined, abbreviation=joined))
            known.add(name_key(joined))
    return newcomers


def with_abbreviations(names):
    """Pairs of a full name and its abbreviation, one for each abbreviation that names state."""
    stated = defaultdict(Counter)
    for name, times in names.items():
        parts = WITH_ABBREVIATION.match(name)
        if parts and any(letter.isalpha() for letter in parts[2]):
            stated[parts[2].strip()][parts[1].strip()] += times
    for abbreviation, full in sorted(stated.items()):
        yield max(full, key=lambda name: (full[name], len(name), name)), abbreviation


def shortened(name):
    """The abbreviation that a name states, or the name itself."""
    parts = WITH_ABBREVIATION.match(name)
    return parts[2] if parts else name
