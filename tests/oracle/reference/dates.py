"""Numbers with dates: what they are in a round, and what begins in it (MODEL.md 2)."""
from fields import Thing, number
from numbers_at_median import Dated, mean_position, normalised


def calendar(system):
    """Every (thing, field, Dated) of an arm; a field holds the number of the round that is played."""
    things = [system, *system.sector, *system.organisations, *system.bodies, *system.decided,
              *system.protected, *system.shifts, *system.offers]
    for body in system.bodies:
        things += body.links + body.red_lines
    return [(thing, field, value) for thing in things for field, value in vars(thing).items()
            if isinstance(value, Dated)]


def grown(amount, growth, year):
    """An amount in a year: it grows from the date at which it was given."""
    date = 0.0
    if isinstance(amount, Dated):
        date, amount = amount.steps[amount.which(year)]
    return amount * (1 + growth) ** (year - date)


class Amounts(Thing):
    """A fund's money; `amounts` is a list of (place or None, number)."""

    def amount_in(self, year):
        return sum(grown(a, self.growth, year) for _, a in self.amounts)

    def tables_in(self, year):
        """What each of its boards has of its own: `parts` of the fund, or what its place is given."""
        whole = self.amount_in(year)
        if len(self.amounts) < 2 or len(self.boards) == 1:
            return [whole * part for part in self.parts]
        given = {place: grown(a, self.growth, year) for place, a in self.amounts}
        places = [b.place for b in self.boards]
        weights = [given.get(p, 0.0) / places.count(p) for p in places]
        total = sum(weights)
        return [whole * w / total if total > 0 else 0.0 for w in weights]


class Yardstick:
    """The split that published need would give; each part may have dates."""

    def __init__(self, entry, programmes):
        self.numbers = [number(entry, p) for p in programmes]

    def at(self, year):
        return normalised([n.at(year) if isinstance(n, Dated) else n for n in self.numbers])


class Dates:
    """What happens before anything else in a round; a part of Run."""

    def begin_round(self):
        system, year = self.system, self.years
        before = {g.name: float(g.exposed) for g in system.protected}
        for thing, field, value in system.calendar:
            setattr(thing, field, value.at(year))
        for body in system.bodies:
            self.begin_steps(body)
        self.make_tables()
        if self.t > 0:
            for table in self.tables:
                self.expose_more(table, before)
        self.start_splits = [list(table.fund.x[table.number]) for table in self.tables]

    def begin_steps(self, body):
        body.mandate0 = body.mandate_given * body.ownership
        if self.begins(body.mandate_dates):
            body.mandate = body.mandate0
        if self.begins(body.champion_dates) and not body.champion_left:
            body.champion = body.champion_given

    def begins(self, dated):
        """Whether a step of a number (a list of it, or an empty one) begins in this round."""
        return self.t > 0 and any(d.which(self.years) != d.which((self.t - 1) * self.system.dt) for d in dated)

    def make_tables(self):
        """One board deciding one fund: its own money and what others expose to it."""
        self.tables = []
        for fund in self.system.decided:
            exposed = [g.exposed * g.amount_in(self.years) for g in fund.sources]
            own = fund.tables_in(self.years)
            for number_, (board, part) in enumerate(zip(fund.boards, fund.parts)):
                table = Thing(fund=fund, number=number_, board=board, place=board.place, own=own[number_],
                              part=part, exposed=[e * part for e in exposed], withheld=0.0, granted=0.0)
                table.gross = table.own + sum(table.exposed)
                self.tables.append(table)

    def expose_more(self, table, before):
        """Money that comes to a table later arrives where it stood, too."""
        fund = table.fund
        positions, weights = [fund.x[table.number]], [table.own]
        for g in fund.sources:
            money = g.amount_in(self.years) * table.part
            weights[0] += min(before[g.name], g.exposed) * money
            if g.exposed > before[g.name]:
                positions.append(g.exposed_as)
                weights.append((g.exposed - before[g.name]) * money)
        if len(positions) > 1 and sum(weights) > 0:
            fund.x[table.number] = mean_position(positions, weights)
            self.exposed_more += 1
