"""6.6 Adapt: what the round does to clout, commitment, resilience, mandates and champions."""
import math

from numbers_at_median import clip, clip01, weighted_mean
from system import CLOSED, INDEPENDENT, TAKEN_OVER


class Adapt:
    """The last phase; a part of Run."""

    def adapt(self):
        system = self.system
        open_ones = self.open_organisations()
        self.pay_upkeep()
        self.find_totals(open_ones)
        self.find_gaps()
        all_totals = math.fsum(o.total for o in open_ones)
        all_bases = math.fsum(o.base for o in open_ones)
        gain, advantage, worked = self.gains(), self.advantages(), self.clout_of_work()
        homes = self.independent_by_home()
        norms = {name: weighted_mean([o.m for o in members], [o.y for o in members])
                 for name, members in homes.items() if members}
        falling = {}
        for o in [o for o in open_ones if o.status == INDEPENDENT]:
            o.spoke_with = o.c
            rel = 1.0
            if o.base > 0 and all_totals > 0:
                rel = (o.total / all_totals) / (o.base / all_bases)
            o.c = o.c0 * rel ** system.money_to_clout * advantage[o.sector] + worked[o.name]
            if o.home is not None:
                self.adapt_commitment(o, gain[o.sector], norms[o.home.name])
            self.adapt_resilience(o, falling)
        self.adapt_bodies()
        self.apply_events(falling)
        self.make_offers()

    def find_totals(self, open_ones):
        shifted = self.shifted_need()
        growth = 1 + self.system.demand_growth
        for o in open_ones:
            own = self.system.sector[o.sector].demand_growth
            grown = o.base * (growth if own is None else 1 + own) ** self.years
            o.total = max(0.0, o.other * growth ** self.years + o.receipts - o.upkeep_paid)
            o.need = max(grown + shifted[o.name], grown / 100)

    def advantages(self):
        """What a sector's gains since the start do to its clout, as a factor."""
        total, start = math.fsum(self.decided), self.system.start_share
        if not total > 0 or not math.fsum(start) > 0:
            return [1.0] * len(start)
        return [math.exp(self.system.cumulative_advantage * (now / total - before))
                for now, before in zip(self.decided, start)]

    def clout_of_work(self):
        """Who does the work is listened to: clout by organisation."""
        worked = {o.name: 0.0 for o in self.system.organisations}
        for shift in self.system.shifts:
            for o, part in self.system.recipients(shift.taker, None):
                worked[o.name] += shift.clout * self.shifted_activity(shift) * part
        return worked

    def adapt_resilience(self, o, falling):
        """V, and whether o falls: `falling` takes it with its new status."""
        system, sector = self.system, self.system.sector[o.sector]
        if sector.can_fail and o.base > 0:
            o.V = min(1.0, o.V + system.dt * system.strain * (o.total / o.need - 1))
            o.V += system.shock * math.sqrt(system.dt) * self.luck.normal()
            self.margin("resilience", o.V)
            if o.V <= 0:
                prey = sector.taken_over_by is not None
                falling[o.name] = TAKEN_OVER if prey and self.luck.happens(system.takeover) else CLOSED
                return
        if sector.taken_over_by is not None:
            united = 0.0
            if o.home is not None and o.home.message is not None:
                united = o.home.closeness
            hazard = system.acquisition * system.dt * max(0.0, 1 - o.V) * (1 - united)
            if self.happens("acquisition", 1 - math.exp(-hazard)):
                falling[o.name] = TAKEN_OVER

    def gains(self):
        total = math.fsum(self.decided)
        answer = []
        for now, start in zip(self.decided, self.system.start_share):
            share = now / total if total > 0 else 0.0
            answer.append(clip(share / start - 1, -1, 1) if start > 0 else 0.0)
        return answer

    def adapt_commitment(self, o, gain, norm):
        system = self.system
        sector = system.sector[o.sector]
        prey = 1.0 if sector.taken_over_by is not None else 0.0
        cost = sector.imposition_cost if self.imposed_on(o) else 0.0
        drift = (system.success * gain - prey * system.predation * (1 - o.home.cohesion)
                 + system.norm * (norm - o.m) + system.reversion * (o.m0 - o.m) - cost)
        new = o.m + system.dt * drift + system.commitment_noise * math.sqrt(system.dt) * self.luck.normal()
        self.margin("no commitment", new)
        o.m = clip01(new)

    def adapt_bodies(self):
        system = self.system
        exit_chance = 1 - math.exp(-system.champion_exit * system.dt)
        for body in system.bodies:
            kept = self.feedback(body) * body.mandate0
            body.mandate = kept + (body.mandate - kept) * math.exp(-system.mandate_decay * system.dt)
            if body.champion > 0 and self.luck.happens(exit_chance):
                body.champion, body.champion_left = 0.0, True
            body.fed = body.fed_next

    def apply_events(self, falling):
        """First every status, then what passes on; y as it was before this round's events."""
        before = {o.name: o.y for o in self.system.organisations}
        fallen = [o for o in self.system.organisations if o.name in falling]
        for o in fallen:
            o.status = falling[o.name]
        for o in fallen:
            if o.status == TAKEN_OVER:
                self.hand_over_voice(o, before)
            else:
                self.hand_over_patients(o, before)

    def independents(self, test):
        return [o for o in self.system.organisations if o.status == INDEPENDENT and test(o)]

    def hand_over_voice(self, o, before):
        buyer = self.system.sector[o.sector].taken_over_by
        takers = self.independents(lambda t: t.sector == buyer)
        takers = [t for t in takers if o.place is not None and t.place == o.place] or takers
        if not takers:
            return
        largest = max(takers, key=lambda t: before[t.name])  # the first of equals
        for t in takers:
            gap = abs(before[t.name] - before[largest.name])
            if t is not largest and gap < 1e-6 and (t.inherited or largest.inherited):
                self.margins["largest"] = 0.0
        largest.c0 += o.spoke_with

    def hand_over_patients(self, o, before):
        takers = []
        if o.home is not None:
            takers = self.independents(lambda t: t.home is o.home)
        takers = takers or self.independents(lambda t: t.sector == o.sector and t.place == o.place)
        takers = takers or self.independents(lambda t: t.sector == o.sector)
        if not takers:
            return
        total = math.fsum(before[t.name] for t in takers)
        for t in takers:
            part = before[t.name] / total if total > 0 else 1 / len(takers)
            for field in ("y", "other", "base", "list_size", "c0"):
                setattr(t, field, getattr(t, field) + part * getattr(o, field))
            t.inherited = True
        for field in ("y", "other", "base", "list_size", "c0"):
            setattr(o, field, 0.0)
