"""The median path: deliberate → speak → negotiate → allocate → deliver → adapt (MODEL.md 6)."""
import math

from adapt import Adapt
from dates import Dates
from deals import Deals
from money import Money
from numbers_at_median import mean_position, normalised, squared_distance, weighted_mean
from observe import Observe
from system import INDEPENDENT
from tables import Tables
from uptake import Uptake


class Run(Dates, Tables, Uptake, Money, Adapt, Deals, Observe):
    """One arm from start to end; `record` holds one map a round in the shape that tools/README.md gives."""

    def __init__(self, system):
        self.system = system
        self.luck = system.luck
        self.t = 0
        self.record = []
        self.books = []   # (what protected funds paid, all that funds have) a round
        self.margins = {}  # how near any yes-or-no decision came to a tie, by kind of decision
        self.protocol = None  # overrides every board's own where set
        self.below_history = []  # a map a round: (sector, place) → the organs' uptake was too low
        self.awake = set()       # (fund, board, line) of dormant lines that have woken
        self.gap = {}            # (fund, number of its board) → unmet need after the last round
        self.leverage = []
        self.withheld, self.exposed_more, self.imposition = 0.0, 0, []  # what happened, for tests
        self.signatures = []     # the organs' uptake a round: place → a figure a sector

    def play(self):
        for self.t in range(self.system.rounds):
            self.play_round()
        return self

    def play_round(self):
        self.years = self.t * self.system.dt
        self.begin_round()
        if self.t > 0:
            self.deliberate()
        self.speak()
        self.find_uptake()
        self.negotiate()
        self.allocate()
        self.deliver()
        self.adapt()
        self.record.append(self.observe())
        self.withheld += math.fsum(table.withheld for table in self.tables)
        self.signatures.append(self.organs)
        self.imposition.append(self.imposed)
        funds = self.system.decided + self.system.protected
        self.books.append((self.protected_paid, math.fsum(f.amount_in(self.years) for f in funds)))

    def margin(self, what, gap):
        """Remembers the smallest gap that is not a tie within rounding."""
        gap = abs(gap)
        if 1e-13 < gap < self.margins.get(what, math.inf):
            self.margins[what] = gap

    def happens(self, what, probability):
        self.margin(what, probability - 0.5)
        return self.luck.happens(probability)

    # -- 6.1 -------------------------------------------------------------------------------------

    def independent_by_home(self):
        at_home = {body.name: [] for body in self.system.bodies}
        for o in self.system.organisations:
            if o.status == INDEPENDENT and o.home is not None:
                at_home[o.home.name].append(o)
        return at_home

    def feedback(self, body):
        """What is not paid for feeds nothing back."""
        return body.feedback * body.fed if body.upkeep > 0 else body.feedback

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
            f = self.feedback(home)
            others = [(1 - f) * a + f * b for a, b in zip(talk, heard)]
            for o in members:
                moved = [(1 - o.susceptibility) * a + o.susceptibility * b
                         + self.system.opinion_noise * self.luck.normal() for a, b in zip(o.anchor, others)]
                moved = [max(0.0, v) for v in moved]
                if math.fsum(moved) > 0:
                    o.position = normalised(moved)

    # -- 6.2 -------------------------------------------------------------------------------------

    def standing_split(self, place):
        """z, as it stood when the round began; the even split where no fund is decided by anybody."""
        if not self.tables:
            return [1 / len(self.system.programmes)] * len(self.system.programmes)
        for table, x in zip(self.tables, self.start_splits):
            if table.place is None:
                return x
        for table, x in zip(self.tables, self.start_splits):
            if place is not None and table.place == place:
                return x
        first = [(x, table.own) for table, x in zip(self.tables, self.start_splits)
                 if table.fund is self.tables[0].fund]
        return mean_position([x for x, _ in first], [own for _, own in first])

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
        potentials, assents = [], []
        for link in body.links:
            member = link.member
            if member.is_body:
                voice, reach, assent = member.voice, member.potential, member.assent
                if member.offer is not None:
                    voice = assent = 0.0
            else:
                reach = member.c if member.status == INDEPENDENT else 0.0
                voice, assent = member.m * reach, member.m
            link.weight = link.share * voice
            potentials.append(link.share * reach)
            assents.append(assent)
        body.committed = math.fsum(link.weight for link in body.links)
        body.potential = math.fsum(potentials)
        support = weighted_mean(assents, potentials) if body.potential > 0 else 0.0
        body.assent = body.mandate + (1 - body.mandate) * support
        body.will, body.message, body.voice, body.cohesion = None, None, 0.0, 1.0
        if body.committed > 0:
            if body.equal:
                self.weigh_equally(body)
            self.find_words(body)
        body.closeness = body.cohesion * body.mandate  # χ μ as spoken in this round

    def weigh_equally(self, body):
        """An alliance of equals: every entry that says anything counts the same."""
        behind = {}
        for link in body.links:
            behind[link.entry] = behind.get(link.entry, 0.0) + link.weight
        speaking = sum(1 for e in behind.values() if e > 0)
        for link in body.links:
            if link.weight > 0:
                link.weight *= body.committed / speaking / behind[link.entry]

    def find_words(self, body):
        speaking = [link for link in body.links if link.weight > 0]
        weights = [link.weight for link in speaking]

        def of(link, field):
            if link.conflicted:
                return body.leaning_now
            return getattr(link.member, field if link.member.is_body else "position")

        wills = [of(link, "will") for link in speaking]
        body.will = mean_position(wills, weights)
        apart = weighted_mean([0.5 * squared_distance(w, body.will) for w in wills], weights)
        body.cohesion = math.exp(-apart / self.system.tolerance)
        said = mean_position([of(link, "message") for link in speaking], weights)
        body.truth = body.fidelity
        if body.upkeep > 0:
            body.truth *= 1 - body.capture * body.grant / body.upkeep
        body.message = [body.truth * a + (1 - body.truth) * b for a, b in zip(said, body.leaning_now)]
        body.voice = body.cohesion * body.mandate * body.committed + body.champion
