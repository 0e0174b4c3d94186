"""Gives a random scenario its money, its dynamics, its levers and its arms; a part of generate.py."""


class Change:
    """Fills in what `Society` leaves open; works on the same document."""

    def __init__(self, chance, society):
        self.chance, self.society, self.doc = chance, society, society.doc

    # -- money -----------------------------------------------------------------------------------

    def make_funds(self):
        c, society = self.chance, self.society
        decided = c.randint(1, 3)
        society.make_boards(c.randint(1, decided))
        boards = society.boards + [c.choice(society.boards) for _ in range(decided)]
        entries = []
        for n in range(decided):
            entries.append((f"pot_{'abc'[n]}", self.decided_fund(boards[n])))
        for n in range(c.randint(0, 2)):
            entries.append((f"core_{'ab'[n]}", self.protected_fund(entries[0][0])))
        c.shuffle(entries)
        self.doc["funds"] = dict(entries)
        if c.likely(0.35):
            self.doc["shifts"] = {"move_closer": self.shift()}
            if c.likely(0.3):
                self.doc["shifts"]["move_again"] = self.shift()

    def decided_fund(self, board):
        c, society = self.chance, self.society
        where = self.doc["bodies"][board].get("per_place")
        amount = c.positive(5, 40)
        if where is not None and c.likely(0.5):
            amount = {p: c.positive(2, 15) for p in society.places}
        entry = {"amount": amount, "growth": c.bounded(-0.05, 0.06), "decided_by": board,
                 "status_quo": c.shares(society.programmes, 0.1)}
        if c.likely(0.8):
            entry["inertia"] = c.bounded(0, 0.95)
        if c.likely(0.3):
            entry["top_slice"] = {"sector": c.choice(society.sectors), "share": c.bounded(0.02, 0.4)}
        return entry

    def protected_fund(self, pot):
        c, society = self.chance, self.society
        entry = {"amount": c.positive(5, 60), "growth": c.bounded(-0.03, 0.04),
                 "protected_for": c.choice(society.deliverers())}
        if c.likely(0.8):
            entry["exposed"] = c.bounded(0.02, 0.7)
            entry["exposed_to"] = pot
            if c.likely(0.5):
                entry["exposed_as"] = c.shares(society.programmes)
        return entry

    def shift(self):
        c, society = self.chance, self.society
        giver, taker = c.sample(society.sectors, 2)
        entry = {"programme": c.choice(society.programmes), "from": giver, "to": taker,
                 "share": c.bounded(0.02, 0.5)}
        if c.likely(0.6):
            entry["money_follows"] = c.unit()
        return entry

    def sign_offs(self):
        c, society = self.chance, self.society
        for s, entry in self.doc["sectors"].items():
            if not society.layers or not c.likely(0.75 if s == "practice_care" else 0.2):
                continue
            local = [k for k in society.layers if society.kind_place[k]]
            kinds = local if local and c.likely(0.5) else society.layers
            entry["sign_off"] = c.sample(kinds, min(len(kinds), c.randint(1, 3)))
            entry["lapse_to"] = c.choice([t for t in society.sectors if t != s])
            if c.likely(0.6):
                entry["imposed_below"] = c.bounded(0.3, 0.95)
                entry["imposed_after"] = c.choice([0, 0, 1, 2, 4])
                entry["imposition_cost"] = c.unit()

    def dynamics(self):
        c = self.chance
        hard = c.likely(0.7)
        self.doc["dynamics"] = {
            "tolerance": c.positive(0.01, 0.3), "opinion_noise": c.positive(0.01, 0.1),
            "money_to_clout": c.positive(0.1, 2), "demand_growth": c.bounded(0, 0.07),
            "success": c.positive(0.05, 1), "predation": c.positive(0.05, 1), "norm": c.positive(0.05, 1),
            "reversion": c.positive(0.05, 1), "commitment_noise": c.positive(0.01, 0.1),
            "strain": c.positive(*(8, 60) if hard else (0.2, 3)), "shock": c.positive(0.1, 0.4),
            "mandate_decay": c.choice([0, c.positive(0.02, 0.6)]),
            "champion_exit": c.choice([0, c.positive(0.05, 0.4), c.positive(1, 3)]),
            "takeover": c.choice([c.bounded(0, 0.4), c.bounded(0.6, 1)]),
            "goodwill_recovery": c.unit(0, 0.9), "deadlock_cost": c.bounded(0, 0.9),
            "friction": c.bounded(0, 0.6)}
        for key in c.sample(list(self.doc["dynamics"]), c.randint(0, 5)):
            if key not in ("tolerance", "strain"):
                del self.doc["dynamics"][key]

    # -- levers and arms -------------------------------------------------------------------------

    def make_levers(self):
        c = self.chance
        makers = {"mandate": self.lever_mandate, "commit": self.lever_commit, "proactive": self.lever_board,
                  "one_voice": self.lever_one_voice, "regroup": self.lever_regroup,
                  "money": self.lever_money, "harder": self.lever_dynamics, "terms": self.lever_terms}
        self.doc["levers"] = {name: {"label": name, "patch": makers[name]()}
                              for name in c.sample(list(makers), c.randint(2, 5))}
        names = list(self.doc["levers"])
        second = {"levers": c.sample(names, c.randint(1, len(names)))}
        if c.likely(0.4):
            second["patch"] = {"dynamics": {**gone(self.doc["dynamics"], "norm"), "success": c.positive(0.05, 1)}}
        if "regroup" in second["levers"] and c.likely(0.6):
            second["patch"] = self.comes_back
        self.doc["arms"] = {"as_it_is": {"levers": []}, "changed": second}
        if c.likely(0.2):
            self.doc["arms"]["as_it_is"] = {"patch": self.lever_dynamics(), "label": "as it is"}
            self.doc["baseline"] = "as_it_is"

    def lever_mandate(self):
        c = self.chance
        kinds = [b for b in self.society.layers if c.likely(0.7)] or self.society.layers[:1]
        return {"bodies": {b: {"mandate": c.unit(0.4, 1), "feedback": c.unit()} for b in kinds}}

    def lever_commit(self):
        c = self.chance
        sectors = [s for s in self.society.sectors if c.likely(0.6)] or self.society.sectors[:1]
        return {"sectors": {s: {"commitment": c.bounded(0.3, 1), "susceptibility": None} for s in sectors}}

    def lever_board(self):
        c = self.chance
        board = c.choice(self.society.boards)
        name, member = c.choice(list(self.doc["bodies"][board]["members"].items()))
        patch = {"members": {name: {"initiative": c.bounded(0.3, 1), **gone(member, "standing")}},
                 "formality": c.unit(), "protocol": c.choice(["compromise", "contest"])}
        if self.doc["bodies"][board].get("red_lines") and c.likely(0.5):
            patch["red_lines"] = None
        return {"bodies": {board: patch}}

    def lever_one_voice(self):
        """A new body above what there is takes the place of its members at a board."""
        c, society = self.chance, self.society
        board = c.choice(society.boards)
        at_table = [k for k in self.doc["bodies"][board]["members"] if k in society.layers]
        below = at_table or society.layers[-1:] or ["practice_care_a"]
        joint = {"label": "One voice", **society.body_numbers(),
                 "members": {k: {"share": c.bounded(0.02, 0.19)} for k in below}}
        members = {**{k: None for k in at_table}, "joint": society.seat()}
        patch = {"bodies": {"joint": joint, board: {"members": members}}}
        place = self.doc["bodies"][board]
        if "per_place" in place and all(society.kind_place.get(k) for k in below):
            joint["per_place"] = 1
        elif "place" in place and all(society.kind_place.get(k) for k in below):
            joint["place"] = place["place"]
        if self.doc["sectors"]["practice_care"].get("sign_off"):
            patch["sectors"] = {"practice_care": {"sign_off": ["joint"]}}
        return patch

    def lever_regroup(self):
        """Takes a seat away; an arm may put it back, and then it comes last."""
        c, society = self.chance, self.society
        tables = {b: list(self.doc["bodies"][b]["members"]) for b in society.boards}
        tables = {b: members for b, members in tables.items() if len(members) > 1}
        if not tables:
            self.comes_back = {}
            return self.lever_dynamics()
        board = c.choice(list(tables))
        gone = c.choice(tables[board][1:])
        self.comes_back = {"bodies": {board: {"members": {gone: society.seat()}}}}
        return {"bodies": {board: {"members": {gone: None}}}}

    def lever_money(self):
        c = self.chance
        fund = c.choice([f for f, entry in self.doc["funds"].items() if "decided_by" in entry])
        patch = {"funds": {fund: {"growth": {"normal": [c.real(-0.02, 0.03), 0.01]},
                                  **gone(self.doc["funds"][fund], "top_slice"),
                                  "status_quo": c.shares(self.society.programmes, 0.0)}}}
        for name, entry in self.doc["funds"].items():
            if "exposed" in entry:
                patch["funds"][name] = {"exposed": c.bounded(0, 0.5), **gone(entry, "exposed_as")}
        if c.likely(0.5):
            patch["shifts"] = {**gone(self.doc.get("shifts", {}), "move_closer"), "third_way": self.shift()}
        return patch

    def lever_dynamics(self):
        c = self.chance
        return {"dynamics": {"tolerance": c.positive(0.02, 0.3), "strain": {"uniform": [1, c.real(5, 40)]},
                             **gone(self.doc["dynamics"], "reversion")}}

    def lever_terms(self):
        """Other terms at one board and in one body; offers may end."""
        c, bodies = self.chance, self.doc["bodies"]
        board, kind = c.choice(self.society.boards), c.choice(self.society.layers or self.society.boards)
        patch = {"bodies": {board: {"transparency": c.unit(), **gone(bodies[board], "withheld")}}}
        if kind in self.society.layers:
            equal = bodies[kind].get("weighing") == "equal"
            patch["bodies"][kind] = {"weighing": "clout" if equal else "equal", "size_penalty": c.bounded(0, 0.5)}
        patch.update(gone(self.doc, "offers"))
        return patch


def gone(entry, key):
    """A null for a key that is there: one that removes nothing is an error."""
    return {key: None} if key in entry else {}
