"""Who signs for what, and where a board imposes (MODEL.md 6.5): known as soon as bodies have spoken."""
import math

from numbers_at_median import weighted_mean


class Uptake:
    """Maps from a table's place (None for tables without one) to a figure a sector; a part of Run.

    `organs`: the organs' own uptake; `paid`: u for money and report; `work`: u for work done;
    `imposed`: whether the board imposes there.
    """

    def find_uptake(self):
        self.shift_delivery()
        count = range(len(self.system.sectors))
        places = list(dict.fromkeys(table.place for table in self.tables))
        self.organs = {place: [self.signed(s, place) for s in count] for place in places}
        self.below_history.append({(s, place): self.too_low(s, place) for place in places for s in count})
        self.imposed = {place: [self.imposes(s, place) for s in count] for place in places}
        self.work, self.paid = {}, {}
        for place in places:
            signed = list(zip(self.organs[place], self.imposed[place]))
            self.work[place] = [1.0 if imposed else u for u, imposed in signed]
            self.paid[place] = [sector.imposed_pay if imposed else u
                                for sector, (u, imposed) in zip(self.system.sector, signed)]
        self.uptake = [self.reported_uptake(s) for s in count]

    def shift_delivery(self):
        """T as shifted."""
        self.shifted = [list(row) for row in self.system.delivery]
        for shift in self.system.shifts:
            row = self.shifted[shift.programme]
            moved = min(shift.share * shift.money_follows, row[shift.giver])
            row[shift.giver] -= moved
            row[shift.taker] += moved

    def organs_of(self, kind, place):
        """The bodies of a kind that count at the tables of a place."""
        return [b for b in self.system.kinds.get(kind, []) if b.is_body and not b.is_board
                and b.potential > 0 and (place is None or b.place in (place, None))]

    def signed(self, s, place):
        sector, u = self.system.sector[s], 1.0
        for kind in sector.sign_off:
            weights = [b.potential for b in self.organs_of(kind, place)]
            if weights:
                mean = weighted_mean([b.assent for b in self.organs_of(kind, place)], weights)
                number = math.fsum(weights) ** 2 / math.fsum(w * w for w in weights)
                u *= mean ** (number ** sector.unanimity) if sector.unanimity > 0 else mean
        return u

    def too_low(self, s, place):
        sector = self.system.sector[s]
        if sector.imposed_below is None or not sector.sign_off:
            return False
        gap = self.organs[place][s] - sector.imposed_below
        if abs(gap) > 1.01e-12:
            self.margin("imposition", gap)
        return gap < -1e-12

    def imposes(self, s, place):
        rounds = int(self.system.sector[s].imposed_after) + 1
        past = self.below_history[-rounds:]
        return len(past) == rounds and all(low[s, place] for low in past)

    def reported_uptake(self, s):
        if not self.tables:
            return self.signed(s, None)
        values = [self.paid[table.place][s] for table in self.tables]
        if len(set(values)) == 1:
            return values[0]
        return weighted_mean(values, [table.gross for table in self.tables])

    def imposed_on(self, organisation):
        """Whether an organisation suffers an imposition."""
        s, places = organisation.sector, self.imposed
        if places.get(None, [False] * (s + 1))[s]:
            return True
        if organisation.place is None:
            return any(imposed[s] for imposed in places.values())
        return organisation.place in places and places[organisation.place][s]

    def imposed_sectors(self):
        return [name for s, name in enumerate(self.system.sectors)
                if any(imposed[s] for imposed in self.imposed.values())]
