"""What unity costs and who offers to end it: upkeep, gaps and side offers (MODEL.md 6.6)."""
import math

from system import INDEPENDENT


def parts_by_income(organisations):
    """[(organisation, part)], by y; equal parts where nobody has any."""
    total = math.fsum(o.y for o in organisations)
    return [(o, o.y / total if total > 0 else 1 / len(organisations)) for o in organisations]


class Deals:
    """A part of Run."""

    def independent_below(self, body):
        return [o for o in self.system.below(body) if o.status == INDEPENDENT]

    # -- upkeep ----------------------------------------------------------------------------------

    def pay_upkeep(self):
        """Members pay what is not granted, as far as they are committed; what a body then lives on."""
        for o in self.system.organisations:
            o.upkeep_paid = 0.0
        for body in self.system.bodies:
            body.fed_next = 1.0
            if not body.upkeep > 0:
                continue
            raised = body.granted
            for o, part in parts_by_income(self.independent_below(body)):
                paid = o.m * part * (body.upkeep - body.grant)
                o.upkeep_paid += paid
                raised += paid
            body.fed_next = min(1.0, raised / body.upkeep)

    # -- gaps ------------------------------------------------------------------------------------

    def find_gaps(self):
        """Unmet need at every table of a fund with a first call, before this round's events."""
        self.gap = {}
        for table in self.tables:
            fund, s = table.fund, table.fund.call_sector
            if s is None:
                continue
            peers = [t.part for t in self.tables if t.fund is fund and t.place == table.place]
            own_part = table.part / sum(peers) if sum(peers) > 0 else 1 / len(peers)
            if table.place is None:
                gap = own_part * self.unmet(s, lambda o: True)
            else:
                gap = (own_part * self.unmet(s, lambda o, place=table.place: o.place == place)
                       + table.part * self.unmet(s, lambda o: o.place is None))
            self.gap[fund.name, table.number] = gap

    def unmet(self, s, test):
        return max(0.0, math.fsum(o.need - (o.total - o.called) for o in self.open_organisations()
                                  if o.sector == s and test(o)))

    # -- offers ----------------------------------------------------------------------------------

    def pay_offers(self):
        """Bought bodies' organisations are paid, from the round after on."""
        system = self.system
        for body in system.bodies:
            if body.offer is None:
                continue
            payers = system.recipients(body.offer.by, body.place)
            takers = parts_by_income(self.independent_below(body))
            if not payers or not takers:
                continue
            for o, part in payers:
                o.receipts -= part * body.offer.worth
                self.received[o.sector] -= part * body.offer.worth
            for o, part in takers:
                o.receipts += part * body.offer.worth
                self.received[o.sector] += part * body.offer.worth

    def make_offers(self):
        for offer in self.system.offers:
            if not self.happens("offer", 1 - math.exp(-offer.rate * self.system.dt)):
                continue
            bodies = [b for b in self.system.kinds.get(offer.to, []) if b.is_body]
            for place in [*self.system.places, None]:
                here = [b for b in bodies if b.place == place and b.offer is None
                        and b.message is not None and self.system.below(b)]
                if here:
                    self.make_offer(offer, here)

    def make_offer(self, offer, bodies):
        least = min(b.closeness for b in bodies)
        for b in bodies:
            self.margin("least united", b.closeness - least)
        body = next(b for b in bodies if b.closeness <= least + 1e-12)
        tables = [t for t in self.tables if body.place is None or t.place in (body.place, None)]
        if any(t.withheld > 0 for t in tables):
            return
        s = self.system.below(body)[0].sector
        stake = 0.0
        for t in tables:
            voice = math.fsum(b.potential for b in self.organs_of(body.kind, t.place))
            stake += self.paid[t.place][s] * self.new_money(t, s) * body.potential / voice
        gain = offer.worth * (1 - body.closeness) - stake
        if abs(gain) > 1.01e-12:
            self.margin("acceptance", gain)
        if gain > 1e-12:
            body.offer = offer
