"""Where the money goes: 6.4 Allocate and 6.5 Deliver. All money here is £ million a year."""
import math

from numbers_at_median import weighted_mean
from system import CLOSED, INDEPENDENT, TAKEN_OVER


class Money:
    """The two phases that pay; a part of Run."""

    def allocate(self):
        """What every table has left to divide, and by which claims: withheld, grants, slice, first call."""
        for table in self.tables:
            table.left = table.gross - table.withheld
        for body in self.system.bodies:
            body.granted = 0.0
            if body.granted_by is not None and self.system.exists(body):
                self.grant(body)
        for table in self.tables:
            fund = table.fund
            table.slice = fund.slice_share * table.left
            gap = self.gap.get((fund.name, table.number), 0.0)
            table.call = min(fund.call_limit * table.left, fund.call_softness * gap)
            x = fund.x[table.number]
            table.rest = [(table.left - table.slice - table.call) * a for a in x]

    def grant(self, body):
        tables = [table for table in self.tables if table.fund.name == body.granted_by]
        here = [table for table in tables if body.place is not None and table.place == body.place]
        tables = here or tables
        parts = [table.part for table in tables]
        for number, table in enumerate(tables):
            asked = body.grant * weighted_mean([float(n == number) for n in range(len(tables))], parts)
            paid = min(asked, table.left)
            table.left -= paid
            table.granted += paid
            body.granted += paid

    def new_money(self, table, s):
        """max(0, a − a⁰): what is beyond what a sector had anyway."""
        system, fund = self.system, table.fund
        now = math.fsum(a * row[s] for a, row in zip(table.rest, self.shifted))
        usual = table.own * math.fsum(x * row[s] for x, row in zip(fund.status_quo, system.delivery))
        usual += math.fsum(g.honoured * e for e, g in zip(table.exposed, fund.sources) if g.sector == s)
        return max(0.0, now - usual)

    def deliver(self):
        system = self.system
        self.decided, self.received, self.controlled, self.independent_decided = (
            [0.0] * len(system.sectors) for _ in range(4))
        self.decided_by_fund = {fund.name: [0.0] * len(system.sectors) for fund in system.decided}
        self.lapsed = self.unspent = self.protected_paid = 0.0
        self.granted = math.fsum(table.granted for table in self.tables)
        for o in system.organisations:
            o.receipts = o.called = 0.0
        for fund in system.protected:
            money = (1 - fund.exposed) * fund.amount_in(self.years)
            if self.pay(fund.sector, None, money):
                self.protected_paid += money
        for table in self.tables:
            self.deliver_table(table)
        self.pay_offers()

    def deliver_table(self, table):
        system, fund = self.system, table.fund
        kept = [math.fsum(a * row[s] for a, row in zip(table.rest, self.shifted))
                for s in range(len(system.sectors))]
        self.unspent += table.withheld
        if fund.slice_sector is not None:
            self.pay_decided(table, fund.slice_sector, table.slice)
        if fund.call_sector is not None:
            self.pay_decided(table, fund.call_sector, table.call, called=True)
        for s, sector in enumerate(system.sector):
            if not sector.sign_off or not system.has_open(s):
                continue
            lapse = (1 - self.paid[table.place][s]) * self.new_money(table, s)
            kept[s] -= lapse
            kept[sector.lapse_to] += lapse
            self.lapsed += lapse
        for s, money in enumerate(kept):
            self.pay_decided(table, s, money)

    def pay_decided(self, table, sector, money, called=False):
        takers = self.pay(sector, table.place, money)
        if not takers:
            return
        self.decided[sector] += money
        self.decided_by_fund[table.fund.name][sector] += money
        for o, part in takers:
            o.called += part * money if called else 0.0
            if o.status == INDEPENDENT:
                self.controlled[sector] += part * money
                self.independent_decided[sector] += part * money
            elif o.status == TAKEN_OVER:  # it is paid as before, but somebody else decides
                self.controlled[self.system.sector[sector].taken_over_by] += part * money

    def pay(self, sector, place, money):
        """Pays a sector at a place by the rule of 6.4; the takers and their parts, none if unspent."""
        takers = self.system.recipients(sector, place)
        if not takers:
            self.unspent += money
            return []
        for organisation, part in takers:
            organisation.receipts += money * part
        self.received[sector] += money
        return takers

    def shifted_activity(self, shift):
        """£m a year of a programme's work that a shift moves, table by table."""
        return math.fsum(shift.share * self.work[table.place][shift.taker] * table.rest[shift.programme]
                         for table in self.tables)

    def shifted_need(self):
        """Need (£m a year) that shifts move between organisations, by name."""
        need = {o.name: 0.0 for o in self.system.organisations}
        for shift in self.system.shifts:
            activity = self.shifted_activity(shift)
            for sector, sign in ((shift.taker, 1), (shift.giver, -1)):
                for organisation, part in self.system.recipients(sector, None):
                    need[organisation.name] += sign * activity * part
        return need

    def open_organisations(self):
        return [o for o in self.system.organisations if o.status != CLOSED]
