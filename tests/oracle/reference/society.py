"""Makes the people of a random scenario: sectors, organisations, bodies, boards; a part of generate.py."""

SECTORS = ["practice_care", "hospital", "town_hall", "charity", "officers", "mind"]
PROGRAMMES = ["elective", "urgent", "access", "prevention", "social"]
PLACES = ["north", "east", "south", "west"]
PLAIN_PROTOCOLS = ["compromise", "contest"]
ALL_PROTOCOLS = PLAIN_PROTOCOLS + ["nash", "setter", "condorcet"]


class Society:
    """Grows one document part by part; `rows` holds the rosters to be written beside it."""

    def __init__(self, chance, protocols, with_files):
        self.chance, self.protocols, self.with_files = chance, protocols, with_files
        self.rows = {}          # roster file → lines
        self.kind_place = {}    # kind → "none", "one" or "every": where its instances stand
        self.instance_names = {}
        self.budget = {}        # kind → how much of one member's voice is not yet given away
        self.layers = []        # body kinds, lowest first
        self.doc = {"clout": 1, "title": "A made-up system"}

    def frame(self):
        c = self.chance
        self.places = PLACES[:c.choice([0, 1, 2, 2, 3, 4])]
        self.programmes = PROGRAMMES[:c.randint(2, 5)]
        self.sectors = SECTORS[:c.randint(2, 6)]
        per_year = c.randint(1, 4)
        rounds = c.randint(4, 40)
        self.doc["places"] = self.places
        self.doc["clock"] = {"years": max(1, rounds // per_year), "rounds_per_year": per_year}
        self.doc["programmes"] = {p: {"delivered_by": c.shares(self.deliverers(), 0.4)}
                                  for p in self.programmes}

    def deliverers(self):
        return [s for s in self.sectors if s != "officers"]

    def make_sectors(self):
        c = self.chance
        self.doc["sectors"] = {}
        for s in self.sectors:
            entry = {"position": c.shares(self.programmes), "salience": c.bounded(0.2, 1),
                     "susceptibility": c.unit(), "commitment": c.unit(0.2, 1),
                     "spread": c.positive(0.1, 0.9), "commitment_spread": c.positive(0.05, 0.2),
                     "income_spread": c.positive(0.1, 0.6)}
            if c.likely(0.4):
                entry["clout_factor"] = c.positive(0.5, 3)
            if s != "officers" and c.likely(0.9 if s == "practice_care" else 0.25):
                entry["can_fail"] = True
                if c.likely(0.6):
                    entry["taken_over_by"] = c.choice([t for t in self.sectors if t != s])
            self.doc["sectors"][s] = entry

    def stand(self, most):
        """Where and how many; returns the entry and the number of instances."""
        c = self.chance
        if not self.places:
            return ({}, 1) if c.likely(0.3) else ({"count": (n := c.randint(1, most))}, n)
        mode = c.choice(["one", "per_place_1", "per_place", "per_place", "map", "place", "place_count"])
        if mode == "per_place_1":
            return {"per_place": 1}, 1
        if mode in ("per_place", "one"):
            n = c.randint(2, max(2, most // len(self.places)))
            return {"per_place": n}, n
        if mode == "map":
            return {"per_place": {p: c.randint(1, max(1, most // len(self.places)))
                                  for p in self.places}}, 1
        entry = {"place": c.choice(self.places)}
        if mode == "place_count":
            entry["count"] = c.randint(1, max(1, most // 2))
        return entry, 1

    def make_organisations(self):
        c = self.chance
        self.doc["organisations"] = {}
        for s in self.sectors:
            for number in range(c.choice([1, 1, 2])):
                kind = f"{s}_{'ab'[number]}"
                entry = {"sector": s}
                if self.with_files and s == "practice_care" and c.likely(0.7):
                    entry["roster"] = f"{kind}.csv"
                else:
                    where, _ = self.stand(16 if s == "practice_care" else 5)
                    entry.update(where)
                self.own_numbers(s, entry)
                self.doc["organisations"][kind] = entry
                self.kind_place[kind] = bool(self.places)
                self.budget[kind] = 0.8

    def own_numbers(self, sector, entry):
        c = self.chance
        most = 20 if sector == "practice_care" else 90
        entry["income"] = 0 if sector == "officers" else c.positive(1, most)
        if sector == "officers" or c.likely(0.2):
            entry["clout"] = c.positive(2, 60)
        if sector == "practice_care" or c.likely(0.2):
            entry["list_size"] = c.positive(1000, 9000)
        for key, value in (("position", c.shares(self.programmes)), ("salience", c.bounded(0.1, 1)),
                           ("susceptibility", c.unit()), ("commitment", c.unit(0.2, 1))):
            if c.likely(0.4 if key == "commitment" else 0.15):
                entry[key] = value

    def body_numbers(self):
        c = self.chance
        entry = {"mandate": c.unit(0.1, 1), "fidelity": c.bounded(0.5, 1)}
        if c.likely(0.6):
            entry["feedback"] = c.unit()
        if c.likely(0.3):
            entry["champion"] = c.positive(0.5, 15)
        if c.likely(0.5):
            entry["salience"] = c.bounded(0.2, 1)
        return entry

    def member(self, kind, copies):
        """An entry of a body other than a board, within the voice its members have left."""
        c = self.chance
        most = self.budget[kind] / copies
        low = round(0.3 * most, 4)
        entry = {"share": c.bounded(low, round(c.uniform(low, most), 4))}
        self.budget[kind] -= _upper(entry["share"]) * copies
        if c.likely(0.12):
            entry["conflicted"] = True
        if c.likely(0.25):
            entry["home"] = False
        return entry

    def make_bodies(self):
        c = self.chance
        self.doc["bodies"] = {}
        below = list(self.doc["organisations"])
        for layer in range(c.randint(1, 4)):
            made = []
            for number in range(c.randint(1, 3 if layer == 0 else 2)):
                kind = f"group_{layer + 1}{'abc'[number]}"
                if self.make_body(kind, layer, below):
                    made.append(kind)
            self.layers += made
            below = made + [k for k in below if c.likely(0.3)]

    def make_body(self, kind, layer, below):
        c = self.chance
        chosen = [k for k in below if self.budget[k] > 0.05 and c.likely(0.6)]
        if layer == 0:
            chosen = [k for k in chosen if k != "officers_a"] or ["practice_care_a"]
        chosen = [k for k in chosen if self.budget[k] > 0.05]
        if not chosen:
            return False
        entry = {"label": kind.title(), **self.body_numbers()}
        placeless = layer > 0 and not all(self.kind_place.get(k) for k in chosen)
        how = c.choice(["alone", "count"]) if placeless or not self.places else c.choice(
            ["alone", "per_place_1", "per_place", "per_place", "count"])
        copies = 1
        if how == "count":
            entry["count"] = copies = c.randint(1, 4)
        elif how == "per_place_1":
            entry["per_place"] = 1
        elif how == "per_place":
            entry["per_place"] = copies = c.randint(2, 4)
        self.kind_place[kind] = how.startswith("per_place")
        entry["members"] = {}
        for k in chosen:
            dealt = copies > 1 and c.likely(0.8)
            member = self.member(k, 1 if dealt else copies)
            if dealt:
                member["deal"] = True
            name = k
            if c.likely(0.15):
                name, member["from"] = f"some_{k}", k
            entry["members"][name] = member
        if c.likely(0.25):
            entry["leaning"] = c.choice(list(self.doc["organisations"]) + self.layers)
        self.budget[kind] = 0.8
        self.doc["bodies"][kind] = entry
        return True

    def seat(self):
        c = self.chance
        entry = {"votes": c.bounded(0.5, 5)}
        if c.likely(0.5):
            entry["initiative"] = c.unit()
        if c.likely(0.3):
            entry["standing"] = c.unit(0.1, 1)
        if c.likely(0.2):
            entry["salience"] = c.bounded(0.2, 1)
        if c.likely(0.1):
            entry["conflicted"] = True
        if c.likely(0.1):
            entry["votes"] = 0
        return entry

    def make_boards(self, number):
        c = self.chance
        self.boards = []
        for n in range(number):
            kind = f"board_{'abc'[n]}"
            entry = {"protocol": c.choice(ALL_PROTOCOLS if self.protocols else PLAIN_PROTOCOLS),
                     "formality": c.choice([0, 1, c.unit(), c.unit()]), "agenda_power": c.unit(0, 0.6),
                     "patience": c.choice([c.positive(0.05, 1.2), c.bounded(0.02, 0.3)])}
            if c.likely(0.5):
                entry["quota"] = c.bounded(0.3, 1)
            if c.likely(0.7):
                entry["reversion"] = c.choice([0, 0.99, c.bounded(0, 0.99), c.bounded(0, 0.99)])
            where = c.choice(["all", "all", "every", "map", "one"]) if self.places else "all"
            if where == "every":
                entry["per_place"] = 1
            elif where == "map":
                entry["per_place"] = {p: 1 for p in self.places}
            elif where == "one":
                entry["place"] = c.choice(self.places)
            kinds = self.table(where)
            entry["members"] = {k: self.seat() for k in kinds}
            next(iter(entry["members"].values()))["votes"] = 1
            if c.likely(0.3):
                entry["leaning"] = c.choice(list(self.doc["organisations"]) + self.layers)
            self.red_lines(entry)
            self.doc["bodies"][kind] = entry
            self.boards.append(kind)

    def table(self, where):
        """Who sits: the upper bodies first, then some organisations."""
        c = self.chance
        bodies = [b for b in reversed(self.layers) if c.likely(0.6)][:3]
        small = [k for k, e in self.doc["organisations"].items() if not k.startswith("practice_care")]
        kinds = [k for k in small if c.likely(0.7)] or small[:1]
        if c.likely(0.2):
            kinds.append("practice_care_a")
        kinds += bodies
        c.shuffle(kinds)
        return kinds

    def red_lines(self, entry):
        c = self.chance
        if not c.likely(0.6):
            return
        lines = {}
        for p in c.sample(self.programmes, c.randint(1, 2)):
            line = {"floor": c.bounded(0.02, 0.35)}
            if c.likely(0.7):
                line["rigidity"] = c.unit()
            if c.likely(0.5):
                line["held_by"] = c.choice(list(entry["members"]))
            lines[p] = line
        entry["red_lines"] = lines


def _upper(value):
    """The largest number a bounded distribution can take."""
    if not isinstance(value, dict):
        return value
    if "value" in value:
        return _upper(value["value"])
    (_, numbers), = value.items()
    return max(numbers)
