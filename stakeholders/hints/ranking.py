"""Likeness of texts by TF-IDF over words and over runs of letters, with the words that made it.

Each text is a vector of the weights of its words and of its runs of 3 to 5 letters within words,
tf-idf with a logarithm of the counts (Salton and Buckley, "Term-weighting approaches in automatic
text retrieval", Information Processing and Management 24, 1988, 513-523). Runs of letters bring
together "assess" and "assessment" without a stemmer. A group of texts, such as what is filed in an
area, is the mean of its vectors (Rocchio's centroid), with its title counted in: an area in which
nothing is filed yet is its title alone. Likeness is the cosine, from 0 to 1.

Measured by leaving out one at a time, on the 50 suggestions of a real table under their 6 headings:
the right area is first 76 times in 100 and among the first two 94 times (`manage.py benchmark
hints` measures this and what plainer ways give). The weights below are round numbers, not tuned.
"""

import re
from dataclasses import dataclass

from scipy.sparse import csr_matrix, hstack, vstack
from scipy.sparse.linalg import norm
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

SHARE_OF_LETTERS = 0.3
SHARE_OF_TITLE = 0.3
MOST_TERMS = 4
AT_ONCE = 500
TERM = re.compile(r"\b[^\W\d_](?:[^\W\d_]|[’'-])+[^\W\d_]\b")


@dataclass(frozen=True)
class Near:
    """That something is near something else: both by place in what was given, and why."""

    place: int
    score: float
    terms: tuple[str, ...]


class Texts:
    """Texts as vectors, all weighed together; at least one of them must hold a word."""

    def __init__(self, texts):
        words = TfidfVectorizer(
            sublinear_tf=True,
            stop_words="english",
            strip_accents="unicode",
            token_pattern=TERM.pattern,
        )
        letters = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(3, 5),
            sublinear_tf=True,
            min_df=2 if len(texts) > 1 else 1,
            strip_accents="unicode",
        )
        self.words = words.fit_transform(texts)
        self.names = words.get_feature_names_out()
        both = [
            self.words * (1 - SHARE_OF_LETTERS) ** 0.5,
            letters.fit_transform(texts) * SHARE_OF_LETTERS**0.5,
        ]
        self.vectors = normalize(hstack(both).tocsr())

    def shared(self, one, other):
        """The words with the greatest joint weight in two vectors of words, readable ones alone."""
        joint = one.multiply(other).tocsr()
        weighed = sorted(zip(-joint.data, joint.indices, strict=True))
        return tuple(str(self.names[place]) for _, place in weighed[:MOST_TERMS])


def near_groups(texts, titles, groups, asked, most=3):
    """Rank groups of texts by their likeness to some of the texts.

    `groups` has for each text the place of its group's title, or None; `asked` the places of the
    texts to rank for; a text's own group is worked out without it. Returns a list of at most `most`
    `Near` for each of `asked`, the nearest first; equal likeness keeps the titles' order, and what
    shares no word is left out, since nothing could be said of why.
    """
    if not has_words([*texts, *titles]):
        return [[] for _ in asked]
    space = Texts([*texts, *titles])
    places = [
        Group(space, [i for i, group in enumerate(groups) if group == place], len(texts) + place)
        for place in range(len(titles))
    ]
    together = normalize(vstack([group.centre for group in places])).tocsr()
    scores = (space.vectors[list(asked)] @ together.T).toarray()
    ranked = []
    for line, one in zip(scores, asked, strict=True):
        if groups[one] is not None:
            line[groups[one]] = places[groups[one]].likeness_of_member(one)
        order = sorted(range(len(titles)), key=lambda place, line=line: (-line[place], place))
        nears = (
            Near(place, float(line[place]), space.shared(space.words[one], places[place].words))
            for place in order[:most]
            if line[place] > 0
        )
        ranked.append([near for near in nears if near.terms])
    return ranked


class Group:
    """What is filed in one area, as the mean of its vectors with the title counted in."""

    def __init__(self, space, members, title):
        self.vectors, self.count = space.vectors, len(members)
        self.title = space.vectors[title] * SHARE_OF_TITLE
        self.total = row_sum(space.vectors, members)
        self.words = row_sum(space.words, [*members, title])

    @property
    def centre(self):
        return self.title + self.total / self.count if self.count else self.title

    def likeness_of_member(self, one):
        """The cosine of one of its texts with the group, worked out without that text."""
        text, others = self.vectors[one], self.count - 1
        centre = self.title + (self.total - text) / others if others else self.title
        length = norm(centre)
        return float(text.multiply(centre).sum() / length) if length else 0.0


def row_sum(matrix, rows):
    """The sum of some rows of a sparse matrix, as a sparse row."""
    return csr_matrix(matrix[list(rows)].sum(axis=0))


def has_words(texts):
    """Whether any text holds a word that can be weighed."""
    return any(TERM.search(text) for text in texts)


def alike(texts, least=0.6, most=3):
    """Pairs of texts that share most of their words: for each text those before it that are alike.

    Returns (place, `Near`) pairs in order, at most `most` for a text, the likest first. Only words
    count here, so that thousands of texts are compared in seconds; `least` is a cosine.
    """
    if not has_words(texts):
        return []
    space = Texts(texts)
    words, found = normalize(space.words), []
    for start in range(0, len(texts), AT_ONCE):
        block = words[start : start + AT_ONCE] @ words.T
        for row in range(block.shape[0]):
            place, line = start + row, block[row]
            others = sorted(
                (-score, other)
                for other, score in zip(line.indices, line.data, strict=True)
                if other < place and score >= least
            )
            for score, other in others[:most]:
                terms = space.shared(space.words[place], space.words[int(other)])
                found.append((place, Near(int(other), float(-score), terms)))
    return found


def near_texts(queries, texts, least=0.05, most=5):
    """For each query the texts nearest to it: a list of at most `most` `Near`, nearest first."""
    if not has_words([*queries, *texts]):
        return [[] for _ in queries]
    space = Texts([*queries, *texts])
    start, ranked = len(queries), []
    block = (space.vectors[:start] @ space.vectors[start:].T).toarray()
    for query, scores in enumerate(block):
        order = sorted(range(len(texts)), key=lambda place: (-scores[place], place))[:most]
        nears = (
            Near(
                place,
                float(scores[place]),
                space.shared(space.words[query], space.words[start + place]),
            )
            for place in order
            if scores[place] >= least
        )
        ranked.append([near for near in nears if near.terms])
    return ranked
