"""Gives a random scenario the keys of the model's second edition; a part of generate.py."""
from chance import scaled
from numbers_at_median import is_leaf

# Keys whose numbers may have dates, by where they stand.
DATED = {
    "sectors": ["salience", "susceptibility", "imposed_below", "imposition_cost", "unanimity", "imposed_pay"],
    "organisations": ["salience", "susceptibility"],
    "bodies": ["mandate", "fidelity", "feedback", "champion", "salience", "capture", "formality", "agenda_power",
               "patience", "quota", "reversion", "transparency", "foresight", "withheld"],
    "members": ["share", "votes", "standing", "initiative", "salience"],
    "red_lines": ["floor", "rigidity"],
    "funds": ["amount", "inertia", "exposed", "honoured", "noise"],
    "top_slice": ["share"], "first_call": ["limit", "softness"],
    "shifts": ["share", "money_follows", "clout"], "offers": ["rate", "worth"],
    "dynamics": ["tolerance", "opinion_noise", "money_to_clout", "success", "predation", "norm", "reversion",
                 "commitment_noise", "strain", "shock", "mandate_decay", "champion_exit", "acquisition", "escalation",
                 "cumulative_advantage", "takeover", "goodwill_recovery", "deadlock_cost", "friction"]}


class Terms:
    """Works on the document that `Society` and `Change` have made; `much` is how often a key is used."""

    def __init__(self, chance, society):
        self.chance, self.society, self.doc = chance, society, society.doc
        self.much = chance.choice([0.0, 0.4, 0.7, 1.0, 1.0])
        self.per_year = self.doc["clock"]["rounds_per_year"]

    def use(self, probability):
        return self.chance.likely(probability * self.much)

    def add(self):
        for name, entry in self.doc["sectors"].items():
            self.sector(name, entry)
        for entry in self.doc["organisations"].values():
            if self.use(0.15):
                entry["resilience"] = self.chance.unit(0.3, 1)
        for kind in self.society.layers:
            self.body(kind, self.doc["bodies"][kind])
        for kind in self.society.boards:
            self.board(self.doc["bodies"][kind])
        self.funds()
        for entry in self.doc.get("shifts", {}).values():
            if self.use(0.6):
                entry["clout"] = self.chance.positive(0.1, 5)
        if self.use(0.6):
            self.doc["offers"] = {"deal": self.offer()}
            if self.use(0.4):
                self.doc["offers"]["second_deal"] = self.offer()
        self.dynamics()

    def sector(self, name, entry):
        c = self.chance
        if entry.get("sign_off") and self.use(0.6):
            entry["unanimity"] = c.unit()
        if "imposed_below" in entry and self.use(0.8):
            entry["imposed_pay"] = c.unit()
        if name != "officers" and self.use(0.5):
            entry["resilience"] = c.unit(0.1, 1)
            if c.likely(0.5):
                entry["resilience_spread"] = c.positive(0.05, 0.3)
        if self.use(0.4):
            entry["demand_growth"] = c.bounded(-0.02, 0.08)

    def body(self, kind, entry):
        c = self.chance
        if self.use(0.4):
            entry["size_penalty"] = c.bounded(0, 0.6)
        if self.use(0.4):
            entry["weighing"] = c.choice(["equal", "equal", "clout"])
        if self.use(0.5):
            entry["upkeep"] = {"steps": self.steps(c.real(0.1, 2))} if self.use(0.3) else c.real(0.05, 2)
            if c.likely(0.7):
                entry["grant"] = c.real(0, 0.3 * _least(entry["upkeep"]) + 0.01)
                entry["granted_by"] = c.choice([f for f, e in self.doc["funds"].items() if "decided_by" in e])
                if c.likely(0.7):
                    entry["capture"] = c.unit()
            if entry.get("grant", 0) > _least(entry["upkeep"]):
                entry["grant"] = 0
        for name, member in entry["members"].items():
            names = self.names(member.get("from", name))
            if len(names) > 2 and self.use(0.2):
                if c.likely(0.5):
                    member["except"] = c.sample(names, c.randint(1, max(1, len(names) // 3)))
                else:
                    member["only"] = c.sample(names, c.randint(len(names) // 2 + 1, len(names) - 1))

    def names(self, kind):
        """The instances of a kind, by name."""
        doc = self.doc
        entry = doc["organisations"].get(kind) or doc["bodies"][kind]
        if "roster" in entry:
            return [row[0] for row in self.society.rows[entry["roster"]]]
        counts, places = entry.get("per_place"), self.society.places
        if counts == 1:
            return [f"{kind}@{p}" for p in places]
        if counts is not None:
            return [f"{kind}@{p}-{n + 1}" for p in places
                    for n in range(counts[p] if isinstance(counts, dict) else counts)]
        return [f"{kind}-{n + 1}" for n in range(entry["count"])] if "count" in entry else [kind]

    def board(self, entry):
        c = self.chance
        for key in ("transparency", "foresight", "withheld"):
            if self.use(0.6):
                entry[key] = c.unit()
        if self.use(0.15):  # nobody may vote for a while
            for member in entry["members"].values():
                member["votes"] = {"steps": dict(sorted({**self.steps(1), 1.01: 0}.items()))}
        lines = entry.get("red_lines", {})
        if self.use(0.7):
            for p in c.sample(self.society.programmes, c.randint(1, 2)):
                lines[p] = {"floor": c.bounded(0.05, 0.4), "held_by": c.choice(list(entry["members"]))}
            entry["red_lines"] = lines
        for line in lines.values():
            if self.use(0.5):
                line["relative"] = True
                line["floor"] = c.choice([c.bounded(0.4, 1.2), c.positive(0.5, 1.5)])
            if "held_by" in line:
                for key in ("backed", "dormant"):
                    if self.use(0.4):
                        line[key] = c.likely(0.8)
        if len(entry["members"]) > 1 and self.use(0.5):
            entry["red_lines"] = self.quarrel(list(entry["members"]))

    def quarrel(self, members):
        """A line that will be crossed, and one that answers it."""
        c = self.chance
        first, second = c.sample(members, 2)
        crossed, answer = c.sample(self.society.programmes, 2)
        return {crossed: {"floor": c.bounded(0.3, 0.7), "held_by": first, "rigidity": c.bounded(0.2, 1)},
                answer: {"floor": c.bounded(0.7, 1.1), "relative": True, "held_by": second, "dormant": True}}

    def funds(self):
        c, called = self.chance, set()
        for entry in self.doc["funds"].values():
            if "decided_by" not in entry:
                if "exposed_to" in entry and self.use(0.6):
                    entry["honoured"] = c.unit()
                continue
            sector = c.choice(self.society.deliverers())
            if sector not in called and self.use(0.7):
                called.add(sector)
                entry["first_call"] = {"sector": sector, "limit": c.bounded(0.05, 0.55)}
                if c.likely(0.5):
                    entry["first_call"]["softness"] = c.unit()
            if self.use(0.6):
                entry["yardstick"] = self.yardstick()
            if self.use(0.5):
                entry["noise"] = c.positive(0.01, 0.2)

    def yardstick(self):
        c = self.chance
        parts = c.shares(self.society.programmes)
        return {p: {"steps": self.steps(v)} if self.use(0.3) else v for p, v in parts.items()}

    def offer(self):
        c = self.chance
        entry = {"by": c.choice(self.society.deliverers()), "to": c.choice(self.society.layers)}
        entry["rate"] = c.choice([c.bounded(0.8, 3), c.bounded(0, 0.6)])
        entry["rate"] = scaled(entry["rate"], self.per_year)
        entry["worth"] = c.choice([c.positive(0.01, 0.3), c.positive(0.3, 4)])
        return entry

    def dynamics(self):
        c, dynamics = self.chance, self.doc["dynamics"]
        if self.use(0.6):
            dynamics["acquisition"] = c.choice([c.positive(0.05, 0.5), scaled(c.positive(1, 8), self.per_year)])
        if self.use(0.8):
            dynamics["escalation"] = scaled(c.positive(0.6, 3), self.per_year)
        if self.use(0.7):
            dynamics["cumulative_advantage"] = c.positive(0.1, 6)

    # -- dates and luck --------------------------------------------------------------------------

    def steps(self, value):
        """Years → numbers that are never above the one given, and once as high."""
        c, years = self.chance, self.doc["clock"]["years"]
        dates = sorted({round(c.uniform(0.02, max(0.1, years - 1)), c.choice([0, 1, 2])) or 0.5
                        for _ in range(c.choice([1, 1, 2, 3]))})
        highest = c.randint(0, len(dates))
        return {date: value if n == highest else scaled(value, c.real(0.2, 1))
                for n, date in enumerate([0, *dates])}

    def date_all(self):
        """Gives dates to some numbers and shared luck to some distributions, wherever they may stand."""
        parts = [self.doc] + [entry["patch"] for section in ("levers", "arms")
                              for entry in self.doc.get(section, {}).values() if "patch" in entry]
        for part in parts:
            for section in ("sectors", "organisations", "bodies", "funds", "shifts", "offers"):
                for entry in (part.get(section) or {}).values():
                    self.date_entry(section, entry)
            self.date_entry("dynamics", part.get("dynamics"))

    def date_entry(self, section, entry):
        if entry is None or is_leaf(entry):
            return
        for key, value in list(entry.items()):
            if key in DATED[section] and value is not None:
                entry[key] = self.dated(key, value)
            elif key in ("members", "red_lines"):
                for inner in (value or {}).values():
                    self.date_entry(key, inner)
            elif key in ("top_slice", "first_call"):
                self.date_entry(key, value)

    def dated(self, key, value):
        if isinstance(value, dict) and is_leaf(value) is False:  # an amount place by place
            return {place: self.dated(key, v) for place, v in value.items()}
        often = {"exposed": 0.6, "amount": 0.2, "mandate": 0.25, "votes": 0.1}.get(key, 0.07)
        if self.use(often) and not (isinstance(value, dict) and "steps" in value):
            value = {"steps": self.steps(value)}
            if key == "votes" and self.use(0.4):
                value["steps"][next(iter(value["steps"]))] = 0
        if isinstance(value, dict) and self.use(0.15):
            value = {**value, "luck": self.chance.choice(["fair", "foul"])}
        return value


def _least(value):
    return min(value["steps"].values()) if isinstance(value, dict) else value
