"""What is observed (MODEL.md 8), in the shape that tools/README.md gives."""
import math

from numbers_at_median import mean_position
from system import CLOSED, INDEPENDENT, TAKEN_OVER


class Observe:
    """The record of a round and the influence shares of the last; a part of Run."""

    def observe(self):
        system = self.system
        names = system.sectors
        total = math.fsum(self.decided)
        statuses = [o.status for o in system.organisations]
        return {
            "year": self.years,
            "share": {s: a / total if total > 0 else 0.0 for s, a in zip(names, self.decided)},
            "decided": dict(zip(names, self.decided)),
            "received": dict(zip(names, self.received)),
            "uptake": dict(zip(names, self.uptake)),
            "lapsed": self.lapsed, "unspent": self.unspent, "imposed": self.imposed_sectors(),
            "boards": [self.board_record(table) for table in self.tables],
            "controlled": dict(zip(names, self.controlled)), "granted": self.granted,
            "independent": statuses.count(INDEPENDENT), "taken_over": statuses.count(TAKEN_OVER),
            "closed": statuses.count(CLOSED)}

    def board_record(self, table):
        return {
            "fund": table.fund.name, "place": table.place,
            "seats": [{"name": seat.member.name, "weight": seat.w} for seat in table.seats],
            "agreed": table.agreed, "dispersion": table.dispersion, "goodwill": table.board.goodwill,
            "split": dict(zip(self.system.programmes, table.fund.x[table.number]))}

    # -- influence shares, of the round that was played last -------------------------------------

    def trace_influence(self):
        """What each body's message is made of: parts of sectors, the last one the leanings'."""
        count = len(self.system.sectors) + 1
        self.written = {}
        for body in self.system.speakers:
            if body.message is None:
                continue
            parts = [0.0] * (count - 1) + [1 - body.truth]
            for link in body.links:
                if link.weight > 0:
                    passed = body.truth * link.weight / body.committed
                    parts = [a + passed * b for a, b in zip(parts, self.origin(link))]
            self.written[body.name] = parts

    def origin(self, link):
        count = len(self.system.sectors) + 1
        if link.conflicted:
            return [0.0] * (count - 1) + [1.0]
        if link.member.is_body:
            return self.written[link.member.name]
        return [1.0 if s == link.member.sector else 0.0 for s in range(count)]

    def influence_at(self, table):
        origins = [self.origin(seat.link) for seat in table.seats]
        return mean_position(origins, [seat.w * seat.salience for seat in table.seats])

    def influence(self):
        """Who wrote the last round's decisions: {fund: {sector or "leaning": part}}."""
        names = self.system.sectors + ["leaning"]
        self.trace_influence()
        answer = {}
        for fund in self.system.decided:
            sat = [table for table in self.tables if table.fund is fund and table.decides]
            parts = [0.0] * len(names)
            if sat:
                parts = mean_position([self.influence_at(table) for table in sat],
                                      [table.own for table in sat])
            answer[fund.name] = dict(zip(names, parts))
        return answer
