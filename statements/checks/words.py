"""Words as the checks compare them: in the singular, without those that say nothing by themselves.

The comparisons err towards silence: what cannot be told apart with certainty raises nothing.
"""

import re

#: Who a statement may be about: people, or the organisation that is responsible.
ORGANISATIONS = (
    r"services?|providers?|commissioners?|trusts?|authorit(?:y|ies)|organisations?|schools?|"
    r"colleges?|hospitals?|teams?|boards?|practices?|employers?"
)
PEOPLE = re.compile(
    r"\b(?:people|adults?|child(?:ren)?|bab(?:y|ies)|infants?|women|men|parents?|"
    r"carers?|famil(?:y|ies)|patients?|pupils?|students?|residents?|guardians?|adopters?|"
    rf"(?P<organisation>{ORGANISATIONS}))\b(?!['’]s)",
    re.IGNORECASE,
)
IRREGULAR = {
    "children": "child",
    "people": "person",
    "women": "woman",
    "men": "man",
    "might": "may",
}
SMALL = {
    *("a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "as"),
    *("who", "whose", "whom", "that", "which", "from", "their", "they", "them", "its", "it"),
    *("are", "is", "be", "been", "being", "was", "were", "have", "has", "had", "having"),
    *("this", "these", "those", "each", "any", "all", "every", "number", "where", "when"),
}
#: Over how long people are counted says nothing of who they are.
PERIOD = re.compile(
    r"\b(?:in|within|during|over)\s+(?:the\s+)?(?:past|last|previous|reporting)\s+(?:\w+\s+){0,2}?"
    r"(?:day|week|month|year|quarter|period)s?\b|\b(?:each|every|per|a)\s+(?:month|year)\b",
    re.IGNORECASE,
)
#: A clause before the subject: "Before an intervention starts, children …".
CLAUSE_BEFORE = re.compile(
    r"^\s*(?:before|after|when|where|if|once|at|in|on|within|during|following|by)\b[^,]*,\s*",
    re.IGNORECASE,
)
#: Verbs with which a statement goes on after its population, with a word like "may" before them.
VERB = re.compile(
    r"\b(?:(?:may|might|can|will|should|must|do|does|did)\s+(?:not\s+)?)?"
    r"(?:have|has|are|is|receives?|gets?|takes?|attends?|can)\b",
    re.IGNORECASE,
)
#: What, right before a verb, shows that it still says who is meant: "who are", "whose child is",
#: "in whom difficulties are".
RELATIVE = re.compile(
    r"\b(?:(?:who|that|which)|(?:whose|whom)(?:\s+[\w’'-]+){1,4})\s*$", re.IGNORECASE
)

#: What, right before a verb, joins it to the verb before.
JOINED = re.compile(r"\b(and|or|as well as)(?:\s+also)?\s*$", re.IGNORECASE)

CLOSE = 80  # characters before a verb in which these are looked for
LONGEST = 1000  # characters of a statement in which verbs are looked for


def stem(word: str) -> str:
    """Return a word in the singular, as well as its ending tells."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word if word.endswith("ss") else word.removesuffix("s")


def stems(text: str) -> list[str]:
    """Return all words of a text in the singular, in their order; a hyphen parts words."""
    plain = re.sub(r"['’]s\b", "", text.lower())
    return [stem(word) for word in re.findall(r"[^\W_]+", plain)]


def main_words(text: str) -> set[str]:
    """Return the words of a text that say who or what it is about."""
    return {word for word in stems(PERIOD.sub(" ", text)) if word not in SMALL}


def main_verbs(statement: str) -> list[tuple[str, str]]:
    """Return what stands before each verb that does not follow "who", and what joins it on.

    Of "Children who are in care and have difficulties have a plan" the first verb is joined by
    "and" to "are in care", and the second is the statement's own. A clause before the subject is
    left out.
    """
    words = CLAUSE_BEFORE.sub("", statement[:LONGEST])
    found = []
    for verb in VERB.finditer(words):
        before = words[: verb.start()].strip()
        if before and not RELATIVE.search(before[-CLOSE:]):
            joined = JOINED.search(before[-CLOSE:])
            found.append((before, joined[1].lower() if joined else ""))
    return found


def joins_two(statement: str) -> bool:
    """Whether a statement goes on with "and" and a second verb of its own: "have …, and are …"."""
    joints = [joint for _, joint in main_verbs(statement)]
    return "" in joints and bool({"and", "as well as"} & set(joints[joints.index("") :]))


def populations(statement: str) -> list[str]:
    """Return what may be the words for a statement's population, the likeliest first.

    They end before one of its verbs (`main_verbs`). There are none where no verb is known.
    """
    verbs = sorted(main_verbs(statement), key=lambda verb: bool(verb[1]))
    return [JOINED.sub("", part).strip() for part, _ in verbs]


def is_about_people(population: str) -> bool:
    """Whether people are meant, and not an organisation."""
    first = PEOPLE.search(population)
    return bool(first) and not first["organisation"]
