"""The median path: deliberate → speak → negotiate → allocate → deliver → adapt (model.md 6)."""
import math

from adapt import Adapt
from money import Money
from numbers_at_median import mean_position, normalised, squared_distance, weighted_mean
from protocols import Table, decide
from system import CLOSED, INDEPENDENT, TAKEN_OVER


class Run(Money, Adapt):
    """One arm from start to end; `record` holds one map a round in the shape of product.md."""

    def __init__(self, system):
        self.system = system
        self.t = 0
        self.uptake_history = []
        self.record = []
        self.margins = {}  # how near any yes-or-no decision came to a tie, by kind of decision
        self.protocol = None  # overrides every board's own where set

    def play(self):
        for self.t in range(self.system.rounds):
            self.play_round()
        return self

    def play_round(self):
        self.years = self.t * self.system.dt
        if self.t > 0:
            self.deliberate()
        self.start_splits = [list(f.x) for f in self.system.decided]
        self.speak()
        self.negotiate()
        self.allocate()
        self.deliver()
        self.adapt()
        self.record.append(self.observe())

    def margin(self, what, gap):
        """Remembers the smallest gap that is not a tie within rounding."""
        gap = abs(gap)
        if 1e-13 < gap < self.margins.get(what, math.inf):
            self.margins[what] = gap

    # -- 6.1 -------------------------------------------------------------------------------------

    def independent_by_home(self):
        at_home = {body.name: [] for body in self.system.bodies}
        for o in self.system.organisations:
            if o.status == INDEPENDENT and o.home is not None:
                at_home[o.home.name].append(o)
        return at_home

    def deliberate(self):
        for name, members in self.independent_by_home().items():
            if not members:
                continue
            home = self.system.instance[name]
            talk = mean_position([o.position for o in members], [o.y for o in members])
            parents = [b for b in home.parents if not b.is_board]
            heard = (parents[0] if parents else home).message
            if heard is None:
                heard = talk
            f = home.feedback
            others = [(1 - f) * a + f * b for a, b in zip(talk, heard)]
            for o in members:
                moved = [(1 - o.susceptibility) * a + o.susceptibility * b
                         for a, b in zip(o.anchor, others)]
                o.position = normalised([max(0.0, v) for v in moved])

    # -- 6.2 -------------------------------------------------------------------------------------

    def standing_split(self, place):
        """z, as it stood when the round began."""
        funds = list(zip(self.system.decided, self.start_splits))
        for fund, splits in funds:
            for board, x in zip(fund.boards, splits):
                if board.place is None:
                    return x
        for fund, splits in funds:
            for board, x in zip(fund.boards, splits):
                if place is not None and board.place == place:
                    return x
        fund, splits = funds[0]
        return mean_position(splits, fund.parts)

    def leaning(self, body):
        named = self.system.kinds.get(body.leaning, []) if body.leaning else []
        if named and named[0].is_body:
            positions = [b.last_message for b in named if b.last_message is not None]
        else:
            positions = [o.position for o in named]
        return mean_position(positions) if positions else self.standing_split(body.place)

    def speak(self):
        for body in self.system.bodies:
            body.last_message = body.message
        for body in self.system.bodies:
            body.leaning_now = self.leaning(body)
        for body in self.system.speakers:
            self.speak_for(body)

    def speak_for(self, body):
        wills, messages, weights, potentials, assents = [], [], [], [], []
        for link in body.links:
            member = link.member
            if member.is_body:
                link.weight, potential = link.share * member.voice, link.share * member.potential
                will, message, assent = member.will, member.message, member.assent
            else:
                clout = member.c if member.status == INDEPENDENT else 0.0
                link.weight, potential = link.share * member.m * clout, link.share * clout
                will, message, assent = member.position, member.position, member.m
            if link.conflicted:
                will = message = body.leaning_now
            potentials.append(potential)
            assents.append(assent)
            if link.weight > 0:
                wills.append(will)
                messages.append(message)
                weights.append(link.weight)
        body.committed, body.potential = math.fsum(weights), math.fsum(potentials)
        support = weighted_mean(assents, potentials) if body.potential > 0 else 0.0
        body.assent = body.mandate + (1 - body.mandate) * support
        body.will, body.message, body.voice, body.cohesion = None, None, 0.0, 1.0
        if body.committed > 0:
            self.find_words(body, wills, messages, weights)

    def find_words(self, body, wills, messages, weights):
        body.will = mean_position(wills, weights)
        apart = weighted_mean([0.5 * squared_distance(w, body.will) for w in wills], weights)
        body.cohesion = math.exp(-apart / self.system.tolerance)
        said = mean_position(messages, weights)
        body.message = [body.fidelity * a + (1 - body.fidelity) * b
                        for a, b in zip(said, body.leaning_now)]
        body.voice = body.cohesion * body.mandate * body.committed + body.champion

    # -- 6.3 -------------------------------------------------------------------------------------

    def negotiate(self):
        for fund in self.system.decided:
            fund.results = []
            for number, board in enumerate(fund.boards):
                result = self.sit(board)
                if result.decides:
                    self.bargain(fund, number, board, result)
                fund.results.append(result)

    def sit(self, board):
        """The seats and their weights, all 0 where nobody has a vote."""
        entries = {}
        for link in board.links:
            member = link.member
            if member.is_body:
                voice, silent = member.voice, member.message is None
            else:
                voice, silent = member.c, member.status != INDEPENDENT or member.c == 0
            link.standing_voice = link.standing * voice
            if not silent and link.standing_voice > 0:
                entries.setdefault(link.entry, []).append(link)
        seats = [link for links in entries.values() for link in links]
        for seat in seats:
            seat.kappa = seat.votes / len(entries[seat.entry])
            seat.q = board.leaning_now if seat.conflicted else (
                seat.member.message if seat.member.is_body else seat.member.position)
        votes = math.fsum(seat.kappa for seat in seats)
        if not votes > 0:
            return Seating(seats, decides=False)
        voice = math.fsum(seat.standing_voice for seat in seats)
        for seat in seats:
            seat.w = ((seat.kappa / votes) ** board.formality
                      * (seat.standing_voice / voice) ** (1 - board.formality))
        total = math.fsum(seat.w for seat in seats)
        for seat in seats:
            seat.w /= total
            seat.papers = seat.kappa / votes * seat.initiative
        return Seating(seats, decides=True)

    def bargain(self, fund, number, board, result):
        system, seats = self.system, result.seats
        x = fund.x[number]
        q = [seat.q for seat in seats]
        w = [seat.w for seat in seats]
        protocol = self.protocol or board.protocol
        wanted = decide(protocol, Table(
            w, [seat.salience for seat in seats], [seat.kappa for seat in seats],
            [seat.initiative for seat in seats], q, x, board.quota, board.reversion, self.margin))
        if protocol != "setter":
            wanted = [a + board.agenda_power * math.fsum(s.papers * (s.q[k] - a) for s in seats)
                      for k, a in enumerate(wanted)]
        centre = mean_position(q, w)
        result.dispersion = math.fsum(a * 0.5 * squared_distance(p, centre) for a, p in zip(w, q))
        result.agreed = self.agrees(result.dispersion, board.patience * board.goodwill)
        if result.agreed:
            keep = fund.inertia ** system.dt
            x = [keep * a + (1 - keep) * b for a, b in zip(x, wanted)]
        else:
            board.goodwill *= (1 - system.deadlock_cost) ** system.dt
        x = self.hold_red_lines(board, seats, x)
        board.goodwill += (1 - (1 - system.goodwill_recovery) ** system.dt) * (1 - board.goodwill)
        fund.x[number] = x

    def agrees(self, dispersion, room):
        if dispersion == 0:
            return True
        chance = math.exp(-dispersion / room) if room > 0 else 0.0
        self.margin("agreement", chance - 0.5)
        return chance > 0.5

    def hold_red_lines(self, board, seats, x):
        for line in board.red_lines:
            if line.held_by and not any(line.held_by in (s.entry, s.kind) for s in seats):
                continue
            now = x[line.programme]
            if abs(now - line.floor) > 1e-12 * (1 + 1e-2):
                self.margin("red line", now - line.floor)
            if now < line.floor - 1e-12:
                raised = now + (1 - (1 - line.rigidity) ** self.system.dt) * (line.floor - now)
                shrink = (1 - raised) / (1 - now)
                x = [raised if k == line.programme else v * shrink for k, v in enumerate(x)]
                board.goodwill *= (1 - self.system.friction) ** self.system.dt
        return x

    # -- 8 ---------------------------------------------------------------------------------------

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
            "lapsed": self.lapsed, "unspent": self.unspent,
            "imposed": [s for s, imposed in zip(names, self.imposed) if imposed],
            "boards": [self.board_record(fund, n) for fund in system.decided
                       for n in range(len(fund.boards))],
            "independent": statuses.count(INDEPENDENT), "taken_over": statuses.count(TAKEN_OVER),
            "closed": statuses.count(CLOSED)}

    def board_record(self, fund, number):
        board, result = fund.boards[number], fund.results[number]
        return {
            "fund": fund.name, "place": board.place,
            "seats": [{"name": seat.member.name, "weight": weight}
                      for seat, weight in zip(result.seats, result.weights)],
            "agreed": result.agreed, "dispersion": result.dispersion, "goodwill": board.goodwill,
            "split": dict(zip(self.system.programmes, fund.x[number]))}

    def influence(self):
        """Who wrote the last round's decisions: {fund: {sector or "leaning": part}}."""
        names = self.system.sectors + ["leaning"]
        answer = {}
        for fund in self.system.decided:
            sat = [(r.influence, part) for r, part in zip(fund.results, fund.parts) if r.decides]
            parts = [0.0] * len(names)
            if sat:
                parts = mean_position([i for i, _ in sat], [p for _, p in sat])
            answer[fund.name] = dict(zip(names, parts))
        return answer


class Seating:
    """One negotiation: who sat with which weight, and what came of it."""

    def __init__(self, seats, decides):
        self.seats, self.decides = seats, decides
        self.weights = [seat.w if decides else 0.0 for seat in seats]
        self.agreed, self.dispersion = False, 0.0
        self.influence = None
