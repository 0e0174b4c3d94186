"""Random numbers in every shape a scenario may write them in; a part of generate.py."""
import random


class Chance(random.Random):
    """A seeded source of scenario parts."""

    def likely(self, probability):
        return self.random() < probability

    def real(self, low, high):
        return round(self.uniform(low, high), 4)

    def bounded(self, low, high):
        """A number or distribution whose whole support lies in [low, high]."""
        shape = self.choice(["plain"] * 4 + ["uniform", "triangular", "pick", "value"])
        if shape == "plain":
            return self.real(low, high)
        a, b, c = sorted(self.real(low, high) for _ in range(3))
        if shape == "uniform":
            return {"uniform": [a, c]}
        if shape == "triangular":
            return {"triangular": [a, b, c]}
        if shape == "pick":
            return {"pick": [self.real(low, high) for _ in range(self.randint(1, 5))]}
        inner = self.choice([b, {"uniform": [a, c]}, {"triangular": [a, b, c]}])
        return {"value": inner, "source": "made up for a test", "basis": "illustrative"}

    def unit(self, low=0.0, high=1.0):
        """For keys whose legal range is [0, 1]; normals may lie outside and are clamped."""
        if self.likely(0.7):
            return self.bounded(low, high)
        shape = self.choice(["beta", "beta", "normal", "lognormal", "clamped"])
        if shape == "beta":
            return {"beta": [self.real(0.5, 6), self.real(0.5, 6)]}
        if shape == "normal":
            return {"normal": [self.real(low, high), self.real(0.01, 0.5)]}
        if shape == "lognormal":
            return {"lognormal": [max(0.01, self.real(low, high)), self.real(0.05, 0.8)]}
        return {"normal": [self.choice([-0.2, 1.3]) if (low, high) == (0.0, 1.0) else high, 0.1]}

    def positive(self, low, high):
        """For keys that may be any number from 0 (low > 0) upwards."""
        if self.likely(0.8):
            return self.bounded(low, high)
        if self.likely(0.5):
            return {"lognormal": [self.real(low, high), self.real(0.05, 0.8)]}
        return {"normal": [self.real(low, high), round(0.05 * high, 4)]}

    def shares(self, names, zeros=0.25):
        """Unnormalised shares over some of the names, at least one of them above 0."""
        kept = [n for n in names if not self.likely(zeros)] or [self.choice(names)]
        result = {}
        for name in kept:
            value = round(0.3 + self.expovariate(1) * 10, 2)
            result[name] = {"uniform": [value, value + 1]} if self.likely(0.08) else value
        return result


def scaled(value, factor):
    """The same number or distribution, times a factor."""
    if not isinstance(value, dict):
        return round(value * factor, 6)
    if "value" in value:
        return {**value, "value": scaled(value["value"], factor)}
    (word, numbers), = value.items()
    if word == "beta":  # its support is (0, 1) whatever its parameters
        return {word: [numbers[0], round(numbers[1] / factor, 6)]}
    if word == "lognormal":
        return {word: [round(numbers[0] * factor, 6), numbers[1]]}
    return {word: [round(n * factor, 6) for n in numbers]}
