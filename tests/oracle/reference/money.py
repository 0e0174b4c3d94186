"""Where the money goes: 6.4 Allocate and 6.5 Deliver."""
import math

from numbers_at_median import weighted_mean
from system import CLOSED


class Money:
    """The two phases that pay; a part of Run. All money here is £ million a year."""

    def allocate(self):
        """Shares of influence, uptake, shifted delivery, and what every programme gets."""
        system = self.system
        self.trace_influence()
        self.find_uptake()
        self.shifted = [list(row) for row in system.delivery]
        for shift in system.shifts:
            row = self.shifted[shift.programme]
            moved = min(shift.share * shift.money_follows, row[shift.giver])
            row[shift.giver] -= moved
            row[shift.taker] += moved
        self.on_boards = []  # (fund, its number, own money, exposed money there by protected fund)
        self.programme_money = [0.0] * len(system.programmes)
        for fund in system.decided:
            own = self.amount(fund)
            for number, part in enumerate(fund.parts):
                exposed = [g.exposed * self.amount(g) * part for g in fund.sources]
                whole = own * part + math.fsum(exposed)
                self.on_boards.append((fund, number, own * part, exposed))
                for k, x in enumerate(fund.x[number]):
                    self.programme_money[k] += (1 - fund.slice_share) * whole * x

    def amount(self, fund):
        return fund.amount * (1 + fund.growth) ** self.years

    def find_uptake(self):
        """u by sector: what the organs say, and what counts where a board imposes (6.5)."""
        system = self.system
        self.uptake, self.imposed, own = [], [], []
        for s, sector in enumerate(system.sector):
            u = 1.0
            for kind in sector.sign_off:
                bodies = [b for b in system.kinds.get(kind, []) if not b.is_board]
                weights = [b.potential for b in bodies]
                if math.fsum(weights) > 0:
                    u *= weighted_mean([b.assent for b in bodies], weights)
            own.append(u)
            imposed = False
            if sector.imposed_below is not None and sector.sign_off:
                self.margin("imposition", u - sector.imposed_below)
                after = int(sector.imposed_after)
                past = self.uptake_history[len(self.uptake_history) - after:] if after else []
                imposed = (u < sector.imposed_below and len(past) == after and
                           self.t >= after and all(old[s] < sector.imposed_below for old in past))
            self.imposed.append(imposed)
            self.uptake.append(1.0 if imposed else u)
        self.uptake_history.append(own)

    def deliver(self):
        system = self.system
        count = len(system.sectors)
        self.decided, self.received = [0.0] * count, [0.0] * count
        self.lapsed = self.unspent = self.protected_paid = 0.0
        for o in system.organisations:
            o.receipts = 0.0
        for fund in system.protected:
            money = (1 - fund.exposed) * self.amount(fund)
            if self.pay(fund.sector, None, money):
                self.protected_paid += money
        for on_board in self.on_boards:
            self.deliver_board(*on_board)

    def deliver_board(self, fund, number, own, exposed):
        system = self.system
        whole = own + math.fsum(exposed)
        rest = [(1 - fund.slice_share) * whole * x for x in fund.x[number]]
        allotted = [math.fsum(a * row[s] for a, row in zip(rest, self.shifted))
                    for s in range(len(system.sectors))]
        if fund.slice_sector is not None:
            allotted[fund.slice_sector] += fund.slice_share * whole
        kept = list(allotted)
        for s, sector in enumerate(system.sector):
            if not sector.sign_off or not system.has_open(s):
                continue
            usual = own * math.fsum(x * row[s] for x, row in zip(fund.status_quo, system.delivery))
            usual += math.fsum(e for e, g in zip(exposed, fund.sources) if g.sector == s)
            lapse = (1 - self.uptake[s]) * max(0.0, allotted[s] - usual)
            kept[s] -= lapse
            kept[sector.lapse_to] += lapse
            self.lapsed += lapse
        for s, money in enumerate(kept):
            if self.pay(s, fund.boards[number].place, money):
                self.decided[s] += money

    def pay(self, sector, place, money):
        """Pays a sector at a place by the rule of 6.4; False where nobody is left to take it."""
        takers = self.system.recipients(sector, place)
        if not takers:
            self.unspent += money
            return False
        for organisation, part in takers:
            organisation.receipts += money * part
        self.received[sector] += money
        return True

    def shifted_need(self):
        """Need (£m a year) that shifts move between organisations, by name."""
        need = {o.name: 0.0 for o in self.system.organisations}
        for shift in self.system.shifts:
            activity = shift.share * self.uptake[shift.taker] * self.programme_money[shift.programme]
            for sector, sign in ((shift.taker, 1), (shift.giver, -1)):
                for organisation, part in self.system.recipients(sector, None):
                    need[organisation.name] += sign * activity * part
        return need

    def open_organisations(self):
        return [o for o in self.system.organisations if o.status != CLOSED]

    # -- influence shares (8), read while this round's weights stand -----------------------------

    def trace_influence(self):
        count = len(self.system.sectors) + 1
        written = {}  # body: what its message is made of

        def of_member(link):
            if link.conflicted:
                return [0.0] * (count - 1) + [1.0]
            if link.member.is_body:
                return written[link.member.name]
            return [1.0 if s == link.member.sector else 0.0 for s in range(count)]

        for body in self.system.speakers:
            if body.message is None:
                continue
            parts = [0.0] * (count - 1) + [1 - body.fidelity]
            for link in body.links:
                if link.weight > 0:
                    passed = body.fidelity * link.weight / body.committed
                    parts = [a + passed * b for a, b in zip(parts, of_member(link))]
            written[body.name] = parts
        for fund in self.system.decided:
            for result in fund.results:
                if result.decides:
                    pull = [w * seat.salience for w, seat in zip(result.weights, result.seats)]
                    mine = [of_member(seat) for seat in result.seats]
                    result.influence = [weighted_mean(column, pull) for column in zip(*mine)]
