"""Who sits at which table, what is agreed, and which lines are held: 6.3 Negotiate; leverage of section 8."""
import math

from fields import Thing
from numbers_at_median import mean_position, normalised, squared_distance
from protocols import Table, decide
from system import INDEPENDENT


class Tables:
    """A table is one board that decides one fund; a part of Run."""

    def negotiate(self):
        for table in self.tables:
            table.x = list(table.fund.x[table.number])  # what stands there
            table.agreed, table.dispersion = False, 0.0
            table.seats = self.sit(table.board)
            table.decides = self.weigh(table.board, table.seats)
            if self.t == self.system.rounds - 1 and self.leverage is not None:
                self.leverage.append(self.leverage_at(table))
            if table.decides:
                self.bargain(table)

    def sit(self, board):
        seats = []
        for link in board.links:
            member = link.member
            if member.is_body:
                voice, silent = member.voice, member.message is None or member.offer is not None
            else:
                voice, silent = member.c, member.status != INDEPENDENT or member.c == 0
            if silent or not link.standing * voice > 0:
                continue
            position = member.message if member.is_body else member.position
            seats.append(Thing(
                link=link, member=member, entry=link.entry, kind=link.kind, votes=link.votes,
                initiative=link.initiative, salience=link.salience, voice=link.standing * voice, w=0.0,
                q=board.leaning_now if link.conflicted else position))
        order = list(dict.fromkeys(seat.entry for seat in seats))
        return sorted(seats, key=lambda seat: order.index(seat.entry))

    def weigh(self, board, seats):
        """Splits votes within entries and gives seats their weights; False where nobody has a vote."""
        for seat in seats:
            seat.kappa = seat.votes / sum(1 for other in seats if other.entry == seat.entry)
        votes = math.fsum(seat.kappa for seat in seats)
        if not votes > 0:
            return False
        voice = math.fsum(seat.voice for seat in seats)
        for seat in seats:
            seat.w = (seat.kappa / votes) ** board.formality * (seat.voice / voice) ** (1 - board.formality)
        total = math.fsum(seat.w for seat in seats)
        for seat in seats:
            seat.w /= total
            seat.papers = seat.kappa / votes * seat.initiative
        return True

    def wanted(self, table, seats):
        """x*: the protocol's split, then papers, the yardstick and what the board foresees will lapse."""
        board, x = table.board, table.x
        protocol = self.protocol or board.protocol
        wanted = decide(protocol, Table(
            [s.w for s in seats], [s.salience for s in seats], [s.kappa for s in seats],
            [s.initiative for s in seats], [s.q for s in seats], x, board.quota, board.reversion, self.margin,
            self.luck.pick))
        if protocol != "setter":
            wanted = [a + board.agenda_power * math.fsum(s.papers * (s.q[k] - a) for s in seats)
                      for k, a in enumerate(wanted)]
        if table.fund.yardstick is not None:
            need = table.fund.yardstick.at(self.years)
            wanted = [(1 - board.transparency) * a + board.transparency * b for a, b in zip(wanted, need)]
        if board.foresight > 0:
            wanted = self.foreseen(table, wanted)
        return wanted

    def foreseen(self, table, wanted):
        """Nobody offers what would lapse."""
        kept = []
        for a, b, row in zip(wanted, table.x, self.shifted):
            lost = 1 - math.fsum(part * u for part, u in zip(row, self.paid[table.place]))
            kept.append(max(0.0, min(a, b) + (1 - table.board.foresight * lost) * max(0.0, a - b)))
        total = math.fsum(kept)
        return [a / total for a in kept] if total > 0 else list(table.x)

    def bargain(self, table):
        system, board, seats = self.system, table.board, table.seats
        wanted = self.wanted(table, seats)
        w, q = [s.w for s in seats], [s.q for s in seats]
        centre = mean_position(q, w)
        table.dispersion = math.fsum(a * 0.5 * squared_distance(p, centre) for a, p in zip(w, q))
        table.agreed = self.agrees(table.dispersion, board.patience * board.goodwill)
        x = table.x
        if table.agreed:
            keep = table.fund.inertia ** system.dt
            x = [keep * a + (1 - keep) * b for a, b in zip(x, wanted)]
            if table.fund.noise > 0:
                x = normalised([a * math.exp(table.fund.noise * math.sqrt(system.dt) * self.luck.normal()) for a in x])
        else:
            board.goodwill *= (1 - system.deadlock_cost) ** system.dt
            table.withheld = board.withheld * table.gross
        x = self.hold_red_lines(table, x)
        board.goodwill += (1 - (1 - system.goodwill_recovery) ** system.dt) * (1 - board.goodwill)
        table.fund.x[table.number] = x

    def agrees(self, dispersion, room):
        if dispersion == 0:
            return True
        return self.happens("agreement", math.exp(-dispersion / room) if room > 0 else 0.0)

    # -- lines -----------------------------------------------------------------------------------

    def holders(self, table, line):
        """The seats that hold a line: of the entry of that name, else of every entry of that kind."""
        field = "entry" if line.held_by in table.board.entries else "kind"
        return [seat for seat in table.seats if getattr(seat, field) == line.held_by]

    def backing(self, seats):
        """β: whether members would follow a walk-away."""
        behind = [seat.member.closeness if seat.member.is_body else 1.0 for seat in seats]
        return mean_position([[b] for b in behind], [seat.kappa for seat in seats])[0]

    def hold_red_lines(self, table, x):
        board, enforced, asleep = table.board, [], []
        for number, line in enumerate(board.red_lines):
            holders = self.holders(table, line) if line.held_by else []
            if line.held_by and not holders:
                continue
            name = (table.fund.name, board.name, number)
            if line.dormant and name not in self.awake:
                asleep.append((name, line))
                continue
            rigidity = line.rigidity
            if line.backed:
                beta = self.backing(holders)
                if beta == 0:
                    continue
                rigidity *= beta
            floor = line.floor
            if line.relative:
                floor = min(floor * table.fund.start[line.programme], 1 - 1e-9)
            now = x[line.programme]
            if abs(now - floor) > 1.01e-12:
                self.margin("red line", now - floor)
            if now < floor - 1e-12:
                raised = now + (1 - (1 - rigidity) ** self.system.dt) * (floor - now)
                shrink = (1 - raised) / (1 - now)
                x = [raised if k == line.programme else v * shrink for k, v in enumerate(x)]
                board.goodwill *= (1 - self.system.friction) ** self.system.dt
                enforced.append(line.held_by)
        for name, line in asleep:
            others = sum(1 for holder in enforced if holder not in (None, line.held_by))
            if self.happens("waking", 1 - math.exp(-self.system.escalation * others * self.system.dt)):
                self.awake.add(name)
        return x

    # -- leverage (8) ----------------------------------------------------------------------------

    def leverage_at(self, table):
        """What every seat moves: shares of sectors with it, less what they are when it does not sit."""
        names = self.system.sectors
        with_all = self.sector_shares(self.wanted(table, table.seats)) if table.decides else None
        seats = []
        for seat in table.seats:
            moved = [0.0] * len(names)
            if table.decides:
                others = [Thing(**vars(other)) for other in table.seats if other is not seat]
                x = self.wanted(table, others) if self.weigh(table.board, others) else table.x
                moved = [a - b for a, b in zip(with_all, self.sector_shares(x))]
            seats.append({"name": seat.member.name, "sectors": dict(zip(names, moved))})
        return {"fund": table.fund.name, "place": table.place, "seats": seats}

    def sector_shares(self, x):
        return [math.fsum(a * row[s] for a, row in zip(x, self.shifted))
                for s in range(len(self.system.sectors))]
