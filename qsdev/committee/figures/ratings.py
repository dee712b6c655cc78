"""The figures of one area's overall ratings: middle, spread, consensus and disagreement."""

from dataclasses import dataclass
from fractions import Fraction

SCALE = range(1, 10)
HIGH = (7, 8, 9)
LOW = (1, 2, 3)
IPR_WHEN_SYMMETRIC = Fraction(235, 100)
CORRECTION_FOR_ASYMMETRY = Fraction(3, 2)
MIDDLE_OF_SCALE = 5


@dataclass(frozen=True)
class RatingFigures:
    """What the ratings of one area come to; scales run from 1 to 9, shares are in per cent.

    `counts` holds how many gave each rating, from 1 to 9. `ipr` is the difference of the 70th and
    30th percentiles, `ipras` the width beyond which members disagree. All but the counts are
    Fractions, exact; nobody rated where `raters` is 0, and there are no figures then.
    """

    raters: int
    counts: tuple[int, ...]
    mean: Fraction
    median: Fraction
    lowest: int
    highest: int
    share_high: Fraction
    share_low: Fraction
    p30: Fraction
    p70: Fraction

    @property
    def ipr(self) -> Fraction:
        return self.p70 - self.p30

    @property
    def ipras(self) -> Fraction:
        """2.35 + 1.5 × |5 − (p30 + p70)/2|, the interpercentile range adjusted for symmetry.

        Source: Fitch K, Bernstein SJ, Aguilar MD and others (2001) The RAND/UCLA Appropriateness
        Method User's Manual, RAND, MR-1269, on classifying disagreement.
        """
        asymmetry = abs(MIDDLE_OF_SCALE - (self.p30 + self.p70) / 2)
        return IPR_WHEN_SYMMETRIC + CORRECTION_FOR_ASYMMETRY * asymmetry

    @property
    def has_disagreement(self) -> bool:
        """Whether members disagree in the manual's sense: IPR > IPRAS."""
        return self.ipr > self.ipras

    def has_consensus(self, *, least_high: int, most_low: int) -> bool:
        """Whether at least `least_high` % rated 7 to 9 and under `most_low` % rated 1 to 3."""
        return self.share_high >= least_high and self.share_low < most_low


def percentile(values: list[int], percent: int) -> Fraction:
    """Return the percentile of sorted `values` (at least one), at place (n + 1) × percent / 100.

    Between two places it is interpolated, before the first and after the last it is the first and
    last value: definition 6 of Hyndman RJ and Fan Y (1996) Sample quantiles in statistical
    packages, American Statistician 50: 361-5, a weighted average that SPSS computes too. With it
    every panel of nine that the manual's classic definition calls divided (three or more at each
    end of the scale) has disagreement by IPRAS; with the more common definition 7 some have not.
    """
    place = Fraction((len(values) + 1) * percent, 100)
    below = min(max(int(place), 1), len(values))
    above = min(below + 1, len(values))
    part = min(max(place - below, Fraction(0)), Fraction(1))
    return values[below - 1] + part * (values[above - 1] - values[below - 1])


def figures_of(ratings) -> RatingFigures | None:
    """Return the figures of an area's overall ratings, whole numbers 1 to 9; None without any.

    Raises ValueError for a rating off the scale.
    """
    values = sorted(ratings)
    if not values:
        return None
    if values[0] not in SCALE or values[-1] not in SCALE:
        raise ValueError("Ratings run from 1 to 9.")
    number = len(values)
    return RatingFigures(
        raters=number,
        counts=tuple(values.count(rating) for rating in SCALE),
        mean=Fraction(sum(values), number),
        median=percentile(values, 50),
        lowest=values[0],
        highest=values[-1],
        share_high=Fraction(100 * sum(value in HIGH for value in values), number),
        share_low=Fraction(100 * sum(value in LOW for value in values), number),
        p30=percentile(values, 30),
        p70=percentile(values, 70),
    )
