"""How often the machine's hints name the right area, against plainer ways in the same run.

Each suggestion that is filed is left out in turn, and its area guessed from all the others: how
often is the right one first, and how often among the first two? The additional areas count as one,
as in the paper. Peers: always the largest area, TF-IDF over words alone, and rapidfuzz.
"""

import time
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz
from sklearn.feature_extraction.text import TfidfVectorizer

from qsdev.errors import RuleBroken
from qsdev.topics.models import Topic
from stakeholders.hints.material import words_of
from stakeholders.hints.ranking import near_groups

ADDITIONAL = "Additional areas"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One way of guessing: what it is and how often it was right, and the seconds that it took."""

    what: str
    seconds: float
    megabytes: float | None = None
    times: float | None = None
    wanted: str = ""
    is_met: bool | None = None


def run(slug):
    """Return what was measured on the decisions of a topic, in the order to print it."""
    topic = Topic.objects.filter(slug=slug).first()
    if topic is None:
        raise RuleBroken(f"There is no topic {slug}: `manage.py demo --prepare-only` makes one.")
    texts, titles, groups = decisions_of(topic)
    if len(texts) < 2:
        raise RuleBroken("Nothing can be left out in turn: file some suggestions first.")
    return [measured(name, guess, (texts, titles, groups)) for name, guess in WAYS.items()]


def decisions_of(topic):
    """The words of each filed suggestion, the areas' titles, and the place of each one's area."""
    filed = topic.suggestions.filter(filings__is_own=True, filings__part=None).order_by("number")
    rows = list(filed.prefetch_related("filings__area"))
    names = [ADDITIONAL if one.is_additional else one.title for one in topic.areas.all()]
    titles = list(dict.fromkeys(names))
    own = [row.own_filing.area for row in rows]
    groups = [titles.index(ADDITIONAL if one.is_additional else one.title) for one in own]
    return [words_of(row) for row in rows], titles, groups


def accuracy(ranked, groups):
    """The shares whose group is first, and among the first two."""
    pairs = list(zip(ranked, groups, strict=True))
    first = sum(places[:1] == [group] for places, group in pairs)
    two = sum(group in places[:2] for places, group in pairs)
    return first / len(pairs), two / len(pairs)


def measured(name, guess, decisions):
    """What one way gets right, in words, and how long it takes."""
    start = time.perf_counter()
    first, two = accuracy(guess(*decisions), decisions[2])
    seconds = time.perf_counter() - start
    return Measurement(f"{name}: first {first:.2f}, among the first two {two:.2f}", seconds)


def ours(texts, titles, groups):
    """The hints of the program itself."""
    ranked = near_groups(texts, titles, groups, range(len(texts)), most=2)
    return [[near.place for near in each] for each in ranked]


def largest(texts, titles, groups):
    """The two areas in which most is filed, the left-out suggestion not counted."""
    guesses = []
    for group in groups:
        counts = Counter(groups)
        counts[group] -= 1
        guesses.append([place for place, _ in counts.most_common(2)])
    return guesses


def words_alone(texts, titles, groups):
    """The areas of the suggestions that share most words, by plain TF-IDF."""
    vectors = TfidfVectorizer(stop_words="english").fit_transform(texts)
    return by_neighbours((vectors @ vectors.T).toarray(), groups)


def letters_alone(texts, titles, groups):
    """The areas of the suggestions that rapidfuzz finds most alike."""
    scores = [[fuzz.token_set_ratio(one, other) for other in texts] for one in texts]
    return by_neighbours(scores, groups)


def by_neighbours(scores, groups):
    """Rank the areas by the likest suggestion in each."""
    guesses = []
    for one, line in enumerate(scores):
        best = {}
        for other, group in enumerate(groups):
            if other != one:
                best[group] = max(best.get(group, 0), line[other])
        guesses.append(sorted(best, key=lambda group, best=best: -best[group])[:2])
    return guesses


WAYS = {
    "ours": ours,
    "the largest area": largest,
    "TF-IDF over words": words_alone,
    "rapidfuzz": letters_alone,
}
