"""What a compiled arm is made of: things with named fields, and numbers read from their entries."""
import math

from numbers_at_median import Dated, median, normalised

INFINITY = math.inf


class Thing:
    """A bag of named fields."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


def number(entry, key, default=0.0, low=0.0, high=INFINITY):
    """A float; a Dated where the entry, or the default it falls back to, has dates."""
    value = entry.get(key)
    if value is not None:
        return median(value, low, high)
    return default if isinstance(default, Dated) else float(default)


def shares_of(entry, names):
    """A map name → share as a list in the order of `names`, summing to 1."""
    return normalised([number(entry, name) for name in names])
