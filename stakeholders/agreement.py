"""How far two people who sorted the same things by themselves agree, beyond chance."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """What two sortings have in common: counts, and Cohen's kappa where it is defined.

    `table` counts pairs of (first, second) placements; `kappa` is from -1 to 1, or None where
    both put everything into one and the same place, so that chance alone explains it all.
    """

    items: int
    agreed: int
    kappa: float | None
    table: Counter

    @property
    def share(self) -> float:
        """Return the share of items placed alike, from 0 to 1."""
        return self.agreed / self.items


def agreement(pairs) -> Agreement | None:
    """Return how far pairs of placements, (first, second) for each item, agree; None without any.

    Kappa is (p_o - p_e) / (1 - p_e), with p_o the share placed alike and p_e the share that
    would be if both kept their own proportions and placed by chance (J. Cohen, "A coefficient of
    agreement for nominal scales", Educational and Psychological Measurement 20, 1960, 37-46).
    """
    table = Counter(pairs)
    items = table.total()
    if not items:
        return None
    agreed = sum(count for (first, second), count in table.items() if first == second)
    firsts, seconds = Counter(), Counter()
    for (first, second), count in table.items():
        firsts[first] += count
        seconds[second] += count
    by_chance = sum(firsts[place] * seconds[place] for place in firsts)
    if by_chance == items * items:
        return Agreement(items, agreed, None, table)
    kappa = (agreed * items - by_chance) / (items * items - by_chance)
    return Agreement(items, agreed, kappa, table)


def words_for(kappa: float) -> str:
    """Return the usual words for a kappa.

    From J. R. Landis and G. G. Koch, "The measurement of observer agreement for categorical data",
    Biometrics 33, 1977, 159-174.
    """
    steps = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"))
    named = next((words for above, words in steps if kappa > above), None)
    return named or ("slight" if kappa >= 0 else "poor")
