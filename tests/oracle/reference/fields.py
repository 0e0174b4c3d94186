"""What a compiled arm is made of: things with named fields, and numbers read from their entries."""
import math

from numbers_at_median import median, normalised

INFINITY = math.inf


class Thing:
    """A bag of named fields."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


def number(entry, key, default=0.0, low=0.0, high=INFINITY):
    value = entry.get(key)
    return float(default) if value is None else median(value, low, high)


def shares_of(entry, names):
    """A map name → share as a list in the order of `names`, summing to 1."""
    return normalised([number(entry, name) for name in names])
