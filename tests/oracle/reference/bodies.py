"""Who speaks for whom: bodies, boards and their members (model.md 2, 5); a part of System."""
from fields import Thing, number
from numbers_at_median import mean_position


class Bodies:
    """Builds the graph member → body from `document`, `kinds` and `programmes`."""

    def make_bodies(self):
        entries = {kind: entry for kind, entry in self.document.get("bodies", {}).items()
                   if entry.get("members")}  # a body without members does not exist in this arm
        boards = {fund["decided_by"] for fund in self.document["funds"].values() if fund.get("decided_by")}
        self.bodies = []
        for kind, entry in entries.items():
            self.kinds[kind] = [self.make_body(kind, entry, name, place, kind in boards)
                                for name, place in self.instances(kind, entry)]
            self.bodies += self.kinds[kind]
        self.instance = {b.name: b for b in self.bodies}
        for kind, entry in entries.items():
            for name, member in entry["members"].items():
                self.join(self.kinds[kind], name, member or {})
        for body in self.bodies:
            for link in body.links:
                link.member.parents = getattr(link.member, "parents", []) + [body]
                if (not link.member.is_body and not body.is_board and link.home
                        and link.member.home is None):
                    link.member.home = body
        self.speakers = []
        for body in self.bodies:
            if not body.is_board:
                self.put_in_order(body)

    def make_body(self, kind, entry, name, place, is_board):
        mandate = number(entry, "mandate", 1, 0, 1)
        leaning = entry.get("leaning") or "status_quo"
        lines = [Thing(programme=self.programmes.index(p), floor=number(line, "floor", 0, 0, 1),
                       rigidity=number(line, "rigidity", 1, 0, 1), held_by=line.get("held_by"))
                 for p, line in (entry.get("red_lines") or {}).items()]
        return Thing(
            name=name, kind=kind, place=place, is_board=is_board, is_body=True, links=[], parents=[],
            mandate0=mandate, mandate=mandate, fidelity=number(entry, "fidelity", 1, 0, 1),
            feedback=number(entry, "feedback", 0, 0, 1), champion=number(entry, "champion"),
            salience=number(entry, "salience", 0.5, 0, 1),
            leaning=None if leaning == "status_quo" else leaning,
            protocol=entry.get("protocol", "compromise"), formality=number(entry, "formality", 0.5, 0, 1),
            agenda_power=number(entry, "agenda_power", 0, 0, 1), patience=number(entry, "patience", 1),
            quota=number(entry, "quota", 0.5, 0, 1), reversion=number(entry, "reversion", 0.5, 0, 0.99),
            red_lines=lines, goodwill=1.0, message=None, last_message=None)

    def join(self, bodies, name, entry):
        """The members of one entry, dealt or all, to the bodies of one kind."""
        kind = entry.get("from", name)
        members = self.kinds.get(kind, [])
        own_names = {b.name for b in bodies}
        joined = {b.name: set() for b in bodies}
        dealt = []
        for position, member in enumerate(members):
            named = own_names.intersection(getattr(member, "member_of", []))
            for body in named:
                joined[body].add(position)
            if not named:
                dealt.append(position)
        for place in {b.place for b in bodies}:
            group = [b for b in bodies if b.place == place]
            pool = [p for p in dealt if place is None or members[p].place == place]
            for turn, position in enumerate(pool):
                for body in [group[turn % len(group)]] if entry.get("deal") else group:
                    joined[body.name].add(position)
        for body in bodies:
            entry_link = dict(
                entry=name, kind=kind, share=number(entry, "share", 1, 0, 1),
                votes=number(entry, "votes", 1), standing=number(entry, "standing", 1, 0, 1),
                initiative=number(entry, "initiative", 0, 0, 1),
                conflicted=bool(entry.get("conflicted", False)), home=bool(entry.get("home", True)))
            for position in sorted(joined[body.name]):
                member = members[position]
                salience = number(entry, "salience", member.salience, 0, 1)
                body.links.append(Thing(member=member, salience=salience, weight=0.0, **entry_link))

    def put_in_order(self, body):
        """Members first; also the message a body has before it has first spoken."""
        if body in self.speakers:
            return
        for link in body.links:
            if link.member.is_body:
                self.put_in_order(link.member)
        self.speakers.append(body)
        positions = [link.member.message if link.member.is_body else link.member.position
                     for link in body.links]
        positions = [p for p in positions if p is not None]
        body.message = mean_position(positions) if positions else None
