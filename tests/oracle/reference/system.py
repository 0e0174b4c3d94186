"""One arm as numbers: organisations, bodies and funds, everything at its median (model.md 2, 5)."""
import csv
import math

from bodies import Bodies
from fields import INFINITY, Thing, number, shares_of
from numbers_at_median import clip01, is_leaf, mean_position, median, weighted_mean

SECTOR_DEFAULTS = {  # key: (default, low, high); what organisations may override
    "salience": (0.5, 0, 1), "susceptibility": (0, 0, 1), "commitment": (1, 0, 1),
    "clout_factor": (1, 0, INFINITY)}
DYNAMICS = ["opinion_noise", "money_to_clout", "demand_growth", "success", "predation", "norm",
            "reversion", "commitment_noise", "strain", "shock", "mandate_decay", "champion_exit"]
CHANCES = ["takeover", "goodwill_recovery", "deadlock_cost", "friction"]

INDEPENDENT, TAKEN_OVER, CLOSED = "independent", "taken over", "closed"


class System(Bodies):
    """Everything a run starts from. Fields are named as in model.md."""

    def __init__(self, document):
        self.document = document
        clock = document["clock"]
        self.rounds_per_year = int(clock.get("rounds_per_year", 1))
        self.dt = 1.0 / self.rounds_per_year
        self.rounds = round(clock["years"] * self.rounds_per_year)
        self.places = list(document.get("places") or [])
        self.programmes = list(document["programmes"])
        self.sectors = list(document["sectors"])
        self.delivery = [shares_of(p["delivered_by"], self.sectors)
                         for p in document["programmes"].values()]
        dynamics = document.get("dynamics") or {}
        self.tolerance = number(dynamics, "tolerance", 0.08)
        for key in DYNAMICS:
            setattr(self, key, number(dynamics, key))
        for key in CHANCES:
            setattr(self, key, number(dynamics, key, 0, 0, 1))
        self.sector = [self.make_sector(entry) for entry in document["sectors"].values()]
        self.make_organisations()
        self.make_bodies()
        self.make_funds()
        self.make_shifts()
        self.set_baseline()

    # -- sectors and organisations ---------------------------------------------------------------

    def make_sector(self, entry):
        below = entry.get("imposed_below")
        return Thing(
            position=shares_of(entry["position"], self.programmes),
            sign_off=list(entry.get("sign_off") or []),
            lapse_to=self.sector_index(entry.get("lapse_to")),
            imposed_below=None if below is None else median(below, 0, 1),
            imposed_after=number(entry, "imposed_after"),
            imposition_cost=number(entry, "imposition_cost", 0, 0, 1),
            can_fail=bool(entry.get("can_fail", False)),
            taken_over_by=self.sector_index(entry.get("taken_over_by")))

    def sector_index(self, name):
        return None if name is None else self.sectors.index(name)

    def place_order(self, place):
        return self.places.index(place) if place is not None else -1

    def instances(self, kind, entry):
        """(name, place) of every instance, in order (model.md 4, Names)."""
        place = entry.get("place")
        if "per_place" in entry:
            counts = entry["per_place"]
            if counts == 1:
                return [(f"{kind}@{p}", p) for p in self.places]
            if not isinstance(counts, dict):
                counts = {p: counts for p in self.places}
            return [(f"{kind}@{p}-{n}", p) for p in self.places
                    for n in range(1, int(counts.get(p, 0)) + 1)]
        if "count" in entry:
            return [(f"{kind}-{n}", place) for n in range(1, int(entry["count"]) + 1)]
        return [(kind, place)]

    def roster_rows(self, kind, entry):
        """One map an organisation: name, place and what else the kind or its roster says."""
        if "roster" not in entry:
            return [dict(name=name, place=place) for name, place in self.instances(kind, entry)]
        rows = []
        with open(entry["roster"], encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                cells = {key.strip(): (cell or "").strip() for key, cell in line.items() if key}
                row = dict(name=cells["name"], place=cells.get("place") or entry.get("place"))
                for key in ("income", "list_size"):
                    if cells.get(key):
                        row[key] = float(cells[key])
                row["member_of"] = [n.strip() for n in cells.get("member_of", "").split(";") if n.strip()]
                rows.append(row)
        return sorted(rows, key=lambda row: self.place_order(row["place"]))

    def make_organisations(self):
        self.organisations, self.kinds = [], {}
        for kind, entry in self.document.get("organisations", {}).items():
            of_kind = [self.make_organisation(kind, entry, row) for row in self.roster_rows(kind, entry)]
            self.kinds[kind] = of_kind
            self.organisations += of_kind
        self.by_sector = [[o for o in self.organisations if o.sector == s]
                          for s in range(len(self.sectors))]

    def make_organisation(self, kind, entry, row):
        sector = self.sectors.index(entry["sector"])
        defaults = self.document["sectors"][entry["sector"]]
        own = {key: number(entry, key, number(defaults, key, *limits), *limits[1:])
               for key, limits in SECTOR_DEFAULTS.items()}
        anchor = (shares_of(entry["position"], self.programmes) if entry.get("position")
                  else self.sector[sector].position)
        income = row.get("income", number(entry, "income"))
        clout = number(entry, "clout") if entry.get("clout") is not None else own["clout_factor"] * income
        commitment = clip01(own["commitment"])
        return Thing(
            name=row["name"], kind=kind, place=row["place"], sector=sector, y=income,
            list_size=row.get("list_size", number(entry, "list_size")),
            member_of=row.get("member_of", []), salience=own["salience"],
            susceptibility=own["susceptibility"], anchor=anchor, position=anchor,
            c0=clout, c=clout, m0=commitment, m=commitment, V=1.0, status=INDEPENDENT,
            home=None, is_body=False, inherited=False)

    # -- funds and shifts ------------------------------------------------------------------------

    def make_funds(self):
        self.decided, self.protected = [], []
        for name, entry in self.document["funds"].items():
            amount = entry["amount"]
            by_place = None
            if not is_leaf(amount):
                by_place = {place: median(a, 0) for place, a in amount.items()}
            fund = Thing(name=name, by_place=by_place, growth=number(entry, "growth", 0, -1),
                         amount=math.fsum(by_place.values()) if by_place else median(amount, 0))
            if entry.get("decided_by"):
                self.make_decided(fund, entry)
            else:
                fund.sector = self.sectors.index(entry["protected_for"])
                fund.exposed = number(entry, "exposed", 0, 0, 1) if entry.get("exposed_to") else 0.0
                fund.exposed_to = entry.get("exposed_to")
                fund.exposed_as = (shares_of(entry["exposed_as"], self.programmes)
                                   if entry.get("exposed_as") else self.sector[fund.sector].position)
                self.protected.append(fund)
        for fund in self.decided:
            sources = [g for g in self.protected if g.exposed_to == fund.name]
            fund.sources = sources
            fund.start = mean_position([fund.status_quo] + [g.exposed_as for g in sources],
                                       [fund.amount] + [g.exposed * g.amount for g in sources])
            fund.x = [fund.start for _ in fund.boards]

    def make_decided(self, fund, entry):
        fund.boards = self.kinds[entry["decided_by"]]
        fund.status_quo = shares_of(entry["status_quo"], self.programmes)
        fund.inertia = number(entry, "inertia", 0, 0, 1)
        slice_entry = entry.get("top_slice") or {}
        fund.slice_sector = self.sector_index(slice_entry.get("sector"))
        fund.slice_share = number(slice_entry, "share", 0, 0, 1) if slice_entry else 0.0
        fund.parts = self.division(fund)
        self.decided.append(fund)

    def division(self, fund):
        """How a fund is divided over the boards that decide it: as its amount says, else by list sizes."""
        if len(fund.boards) == 1:
            return [1.0]
        places = [b.place for b in fund.boards]
        weights = [math.fsum(o.list_size for o in self.organisations if o.place == p) for p in places]
        if fund.by_place and fund.amount > 0:
            weights = [fund.by_place.get(p, 0.0) / places.count(p) for p in places]
        return [weighted_mean([1.0 if b is other else 0.0 for other in fund.boards], weights)
                for b in fund.boards]

    def make_shifts(self):
        self.shifts = [
            Thing(programme=self.programmes.index(entry["programme"]),
                  giver=self.sectors.index(entry["from"]), taker=self.sectors.index(entry["to"]),
                  share=number(entry, "share", 0, 0, 1),
                  money_follows=number(entry, "money_follows", 1, 0, 1))
            for entry in (self.document.get("shifts") or {}).values()]

    # -- money at the start ----------------------------------------------------------------------

    def recipients(self, sector, place):
        """[(organisation, part)] of a sector's money at a place (None: everywhere), by y (6.4)."""
        open_ones = [o for o in self.by_sector[sector] if o.status != CLOSED]
        if place is not None:
            here = [o for o in open_ones if o.place in (place, None)]
            open_ones = here or open_ones
        total = math.fsum(o.y for o in open_ones)
        if total == 0:
            return [(o, 1.0 / len(open_ones)) for o in open_ones]
        return [(o, o.y / total) for o in open_ones]

    def has_open(self, sector):
        return any(o.status != CLOSED for o in self.by_sector[sector])

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
                for board, part in zip(fund.boards, fund.parts):
                    self.add_baseline(s, board.place, fund.amount * part * usual)
        total = math.fsum(start)
        self.start_share = [a / total if total > 0 else 0.0 for a in start]
        for o in self.organisations:
            o.other = max(0.0, o.y - o.baseline)
            o.base = o.other + o.baseline

    def add_baseline(self, sector, place, money):
        if money > 0:
            for organisation, part in self.recipients(sector, place):
                organisation.baseline += money * part
