"""The child process that computes hints: a question comes in as JSON, the answer goes out so."""

import json
import sys
from dataclasses import astuple

from stakeholders.hints.ranking import alike, near_groups, near_texts


def answer(question):
    """What the parts of a question ask for, by the same names."""
    found = {}
    if groups := question.get("groups"):
        ranked = near_groups(**groups)
        found["groups"] = [[astuple(near) for near in each] for each in ranked]
    if texts := question.get("alike"):
        found["alike"] = [(place, astuple(near)) for place, near in alike(texts)]
    if nearest := question.get("near"):
        found["near"] = [[astuple(near) for near in each] for each in near_texts(**nearest)]
    return found


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
