"""One arm as numbers: organisations, bodies and funds, everything at its median (MODEL.md 2, 5)."""
import csv
import math

from bodies import Bodies
from dates import calendar
from fields import INFINITY, Thing, number, shares_of
from funds import Funds
from numbers_at_median import clip, clip01, median, normalised
from protocols import likeliest

SECTOR_DEFAULTS = {  # key: (default, low, high); what organisations may override
    "salience": (0.5, 0, 1), "susceptibility": (0, 0, 1), "commitment": (1, 0, 1),
    "clout_factor": (1, 0, INFINITY), "resilience": (1, 0, 1), "spread": (0, 0, INFINITY),
    "income_spread": (0, 0, INFINITY), "commitment_spread": (0, 0, INFINITY),
    "resilience_spread": (0, 0, INFINITY)}
DYNAMICS = ["opinion_noise", "money_to_clout", "demand_growth", "success", "predation", "norm",
            "reversion", "commitment_noise", "strain", "shock", "mandate_decay", "champion_exit", "acquisition",
            "escalation", "cumulative_advantage"]
CHANCES = ["takeover", "goodwill_recovery", "deadlock_cost", "friction"]

INDEPENDENT, TAKEN_OVER, CLOSED = "independent", "taken over", "closed"


class NoLuck:
    """The median path (MODEL.md 4)."""

    def normal(self):
        return 0.0

    def happens(self, probability):
        return probability > 0.5

    def pick(self, chances):
        return likeliest(chances)


class System(Bodies, Funds):
    """Everything a run starts from. Fields are named as in MODEL.md."""

    def __init__(self, document, luck=None):
        self.document = document
        self.luck = luck or NoLuck()
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
        self.calendar = calendar(self)

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
            imposed_pay=number(entry, "imposed_pay", 1, 0, 1), unanimity=number(entry, "unanimity", 0, 0, 1),
            demand_growth=None if entry.get("demand_growth") is None else number(entry, "demand_growth", 0, -1),
            can_fail=bool(entry.get("can_fail", False)),
            taken_over_by=self.sector_index(entry.get("taken_over_by")))

    def sector_index(self, name):
        return None if name is None else self.sectors.index(name)

    def place_order(self, place):
        return self.places.index(place) if place is not None else -1

    def instances(self, kind, entry):
        """(name, place) of every instance, in order (MODEL.md 4, Names)."""
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
        if own["spread"] > 0:
            anchor = normalised([a * math.exp(own["spread"] * self.luck.normal()) for a in anchor])
        scale = math.exp(own["income_spread"] * self.luck.normal())
        income = scale * row.get("income", number(entry, "income"))
        clout = number(entry, "clout") if entry.get("clout") is not None else own["clout_factor"] * income
        commitment = clip01(own["commitment"] + own["commitment_spread"] * self.luck.normal())
        resilience = own["resilience"] + own["resilience_spread"] * self.luck.normal()
        return Thing(
            name=row["name"], kind=kind, place=row["place"], sector=sector, y=income,
            list_size=scale * row.get("list_size", number(entry, "list_size")),
            member_of=row.get("member_of", []), salience=own["salience"],
            susceptibility=own["susceptibility"], anchor=anchor, position=anchor,
            c0=clout, c=clout, m0=commitment, m=commitment, status=INDEPENDENT,
            V=clip(resilience, 0.01, 1.0),
            home=None, is_body=False, inherited=False)

    # -- who is paid -----------------------------------------------------------------------------

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
