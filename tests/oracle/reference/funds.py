"""Funds, shifts and offers, and what everybody had before round 0 (MODEL.md 2, 5); a part of System."""
import math

from dates import Amounts, Yardstick
from fields import Thing, number, shares_of
from numbers_at_median import is_leaf, mean_position, median, weighted_mean


class Funds:
    """Builds money from `document`, `kinds` and `sectors`."""

    def make_funds(self):
        self.decided, self.protected = [], []
        for name, entry in self.document["funds"].items():
            amount = entry["amount"]
            pairs = [(None, amount)] if is_leaf(amount) else list(amount.items())
            fund = Amounts(name=name, amounts=[(place, median(a, 0)) for place, a in pairs],
                           growth=number(entry, "growth", 0, -1))
            fund.amount = fund.amount_in(0.0)
            if entry.get("decided_by"):
                self.make_decided(fund, entry)
            else:
                self.make_protected(fund, entry)
        for fund in self.decided:
            fund.sources = sources = [g for g in self.protected if g.exposed_to == fund.name]
            fund.start = mean_position([fund.status_quo] + [g.exposed_as for g in sources],
                                       [fund.amount] + [g.exposed * g.amount for g in sources])
            fund.x = [list(fund.start) for _ in fund.boards]

    def make_protected(self, fund, entry):
        fund.sector = self.sectors.index(entry["protected_for"])
        fund.exposed_to = entry.get("exposed_to")
        fund.exposed = number(entry, "exposed", 0, 0, 1) if fund.exposed_to else 0.0
        fund.honoured = number(entry, "honoured", 1, 0, 1)
        fund.exposed_as = (shares_of(entry["exposed_as"], self.programmes) if entry.get("exposed_as")
                           else self.sector[fund.sector].position)
        self.protected.append(fund)

    def make_decided(self, fund, entry):
        fund.boards = self.kinds[entry["decided_by"]]
        fund.status_quo = shares_of(entry["status_quo"], self.programmes)
        fund.inertia, fund.noise = number(entry, "inertia", 0, 0, 1), number(entry, "noise")
        slice_entry, call = entry.get("top_slice") or {}, entry.get("first_call") or {}
        fund.slice_sector = self.sector_index(slice_entry.get("sector"))
        fund.slice_share = number(slice_entry, "share", 0, 0, 1) if slice_entry else 0.0
        fund.call_sector = self.sector_index(call.get("sector"))
        fund.call_limit = number(call, "limit", 0, 0, 1) if call else 0.0
        fund.call_softness = number(call, "softness", 1, 0, 1)
        fund.yardstick = Yardstick(entry["yardstick"], self.programmes) if entry.get("yardstick") else None
        fund.parts = self.division(fund)
        self.decided.append(fund)

    def division(self, fund):
        """How a fund is divided over the boards that decide it: as its amount says, else by list sizes."""
        if len(fund.boards) == 1:
            return [1.0]
        places = [b.place for b in fund.boards]
        weights = [math.fsum(o.list_size for o in self.organisations if o.place == p) for p in places]
        given = {place: float(a) for place, a in fund.amounts}
        if None not in given and fund.amount > 0:
            weights = [given.get(p, 0.0) / places.count(p) for p in places]
        return [weighted_mean([1.0 if b is other else 0.0 for other in fund.boards], weights)
                for b in fund.boards]

    def make_shifts(self):
        self.shifts = [
            Thing(programme=self.programmes.index(entry["programme"]),
                  giver=self.sectors.index(entry["from"]), taker=self.sectors.index(entry["to"]),
                  share=number(entry, "share", 0, 0, 1), clout=number(entry, "clout"),
                  money_follows=number(entry, "money_follows", 1, 0, 1))
            for entry in (self.document.get("shifts") or {}).values()]
        self.offers = [
            Thing(by=self.sectors.index(entry["by"]), to=entry["to"], rate=number(entry, "rate"),
                  worth=number(entry, "worth"))
            for entry in (self.document.get("offers") or {}).values()]

    # -- money at the start ----------------------------------------------------------------------

    def set_baseline(self):
        """B_i, other_i and base_i, and each sector's share of decided money at the start (6.6)."""
        for o in self.organisations:
            o.baseline = 0.0
        for fund in self.protected:
            self.add_baseline(fund.sector, None, fund.amount)
        start = [0.0] * len(self.sectors)
        for fund in self.decided:
            total = fund.amount + math.fsum(g.exposed * g.amount for g in fund.sources)
            for s in range(len(self.sectors)):
                usual = math.fsum(x * row[s] for x, row in zip(fund.status_quo, self.delivery))
                start[s] += total * math.fsum(x * row[s] for x, row in zip(fund.start, self.delivery))
                for board, own in zip(fund.boards, fund.tables_in(0.0)):
                    self.add_baseline(s, board.place, own * usual)
        total = math.fsum(start)
        self.start_share = [a / total if total > 0 else 0.0 for a in start]
        for o in self.organisations:
            o.other = max(0.0, o.y - o.baseline)
            o.base = o.other + o.baseline

    def add_baseline(self, sector, place, money):
        if money > 0:
            for organisation, part in self.recipients(sector, place):
                organisation.baseline += money * part
