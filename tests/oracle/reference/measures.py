"""The measures of `clout compare --json` on the median path, year by year (MODEL.md 8)."""
import math

from numbers_at_median import mean_position, weighted_mean
from rounds import Run
from system import CLOSED, INDEPENDENT, TAKEN_OVER

AT_THE_END = ("independent", "taken_over", "closed")  # of a year; of other measures a year is its rounds' mean


class Measured(Run):
    """A run that keeps every measure of every round: `values`, a map a round."""

    def __init__(self, system):
        super().__init__(system)
        self.values = []

    def play_round(self):
        super().play_round()
        sectors = self.system.sectors
        total = math.fsum(self.decided)
        influence = self.influence_of_all()
        values = {"lapsed": self.lapsed, "unspent": self.unspent, "granted": self.granted,
                  "goodwill": weighted_mean([t.board.goodwill for t in self.tables], [t.gross for t in self.tables]),
                  "hhi.influence": math.fsum(a * a for a in influence[:-1]),
                  "hhi.controlled": math.fsum((a / total) ** 2 for a in self.controlled) if total > 0 else 0.0}
        imposed = self.imposed_sectors()
        for s, name in enumerate(sectors):
            values[f"share.{name}"] = self.decided[s] / total if total > 0 else 0.0
            for key in ("decided", "received", "controlled", "independent_decided", "uptake"):
                values[f"{key}.{name}"] = getattr(self, key)[s]
            values[f"influence.{name}"] = influence[s]
            values[f"imposed.{name}"] = float(name in imposed)
            for key, status in zip(AT_THE_END, (INDEPENDENT, TAKEN_OVER, CLOSED)):
                values[f"{key}.{name}"] = float(sum(o.status == status for o in self.system.by_sector[s]))
            for fund, decided in self.decided_by_fund.items():
                whole = math.fsum(decided)
                values[f"share.{name}.{fund}"] = decided[s] / whole if whole > 0 else 0.0
        self.values.append(values)

    def influence_of_all(self):
        """Influence over all funds: every table that decides, weighted by all its money."""
        sat = [table for table in self.tables if table.decides]
        if not sat:
            return [0.0] * (len(self.system.sectors) + 1)
        self.trace_influence()
        return mean_position([self.influence_at(table) for table in sat], [table.gross for table in sat])

    def by_year(self):
        each = self.system.rounds_per_year
        years = [self.values[n:n + each] for n in range(0, len(self.values), each)]
        return {name: [year[-1][name] if name.split(".")[0] in AT_THE_END
                       else math.fsum(values[name] for values in year) / len(year) for year in years]
                for name in self.values[0]}
