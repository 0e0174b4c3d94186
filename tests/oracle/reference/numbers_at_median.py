"""Uncertain numbers at their medians, and the small arithmetic every other module uses."""
import functools
import math
from operator import mul

# A map that has one of these keys is a number, never something to merge into (LANGUAGE.md).
DISTRIBUTION_WORDS = frozenset(
    ["uniform", "triangular", "normal", "lognormal", "beta", "pick", "value", "steps"])


class Dated(float):
    """A number with dates (MODEL.md 2): (year, number) ascending from 0; as a float that of year 0."""

    def __new__(cls, steps):
        self = super().__new__(cls, steps[0][1])
        self.steps = steps
        return self

    def which(self, year):
        """The index of the step that holds in a year."""
        return max(n for n, (date, _) in enumerate(self.steps) if date <= year + 1e-12)

    def at(self, year):
        return self.steps[self.which(year)][1]


def is_leaf(value):
    """True for everything a merge patch replaces whole: scalars, lists and distributions."""
    return not isinstance(value, dict) or any(word in value for word in DISTRIBUTION_WORDS)


def clip(x, low, high):
    return low if x < low else high if x > high else x


def clip01(x):
    return clip(x, 0.0, 1.0)


def weighted_mean(values, weights):
    """Weighted means whose weights sum to 0 are plain means (MODEL.md 5)."""
    total = math.fsum(weights)
    if total == 0:
        return math.fsum(values) / len(values)
    return math.fsum(map(mul, values, weights)) / total


def mean_position(positions, weights=None):
    """The weighted (or plain) mean of several positions, entry by entry."""
    if weights is None:
        weights = [0.0] * len(positions)
    return [weighted_mean(column, weights) for column in zip(*positions)]


def normalised(values):
    total = math.fsum(values)
    if not total > 0:
        raise ValueError("shares sum to 0")
    return [v / total for v in values]


def squared_distance(a, b):
    return math.fsum((x - y) ** 2 for x, y in zip(a, b))


def median(value, low=-math.inf, high=math.inf):
    """The median of a number or distribution (a Dated where it has dates); [low, high]: its key's range."""
    if not isinstance(value, dict):
        return clip(float(value), low, high)
    if "value" in value:
        return median(value["value"], low, high)
    if "steps" in value:
        return Dated(sorted((float(year), median(n, low, high)) for year, n in value["steps"].items()))
    words = {word: numbers for word, numbers in value.items() if word != "luck"}
    if len(words) != 1:
        raise ValueError(f"not a number: {value}")
    (word, numbers), = words.items()
    numbers = [float(n) for n in numbers]
    if word == "uniform":
        return (numbers[0] + numbers[1]) / 2
    if word == "triangular":
        return triangular_median(*numbers)
    if word in ("normal", "lognormal"):
        return clip(numbers[0], low, high)
    if word == "beta":
        return beta_median(*numbers)
    if word == "pick":
        return sorted(numbers)[(len(numbers) - 1) // 2]
    raise ValueError(f"not a distribution: {word}")


def triangular_median(a, mode, b):
    if b == a:
        return a
    if mode >= (a + b) / 2:
        return a + math.sqrt((b - a) * (mode - a) / 2)
    return b - math.sqrt((b - a) * (b - mode) / 2)


@functools.cache
def beta_median(alpha, beta):
    """Where the regularised incomplete beta function is one half, by bisection to the last bit."""
    if alpha == beta:
        return 0.5
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if incomplete_beta(alpha, beta, middle) < 0.5:
            low = middle
        else:
            high = middle


def incomplete_beta(a, b, x):
    """I_x(a, b), the regularised incomplete beta function, by its continued fraction (Lentz)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - incomplete_beta(b, a, 1 - x)
    log_front = (math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                 + a * math.log(x) + b * math.log1p(-x))
    return math.exp(log_front) / (a * beta_fraction(a, b, x))


def beta_fraction(a, b, x):
    """1 + d1/(1 + d2/(1 + …)), Abramowitz & Stegun 26.5.8."""
    tiny = 1e-300
    value, c, d = 1.0, 1.0, 0.0
    for n in range(1, 10000):
        m = n // 2
        if n % 2 == 0:
            term = m * (b - m) * x / ((a + n - 1) * (a + n))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + n - 1) * (a + n))
        d = 1 + term * d
        d = 1 / (d if abs(d) > tiny else tiny)
        c = 1 + term / c
        c = c if abs(c) > tiny else tiny
        value *= c * d
        if abs(c * d - 1) < 1e-17:
            break
    return value
