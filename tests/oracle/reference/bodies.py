"""Who speaks for whom: bodies, boards and their members (MODEL.md 2, 5); a part of System."""
from fields import Thing, number
from numbers_at_median import Dated, mean_position


def dates(value):
    """The number itself where it has dates: fields that follow the calendar lose them."""
    return [value] if isinstance(value, Dated) else []


def is_meant(entry, name):
    """Whether an entry's `only` and `except` leave an instance in."""
    only = entry.get("only")
    return name not in (entry.get("except") or []) and (only is None or name in only)


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
            body.ownership = max(1, len(self.below(body))) ** -body.size_penalty
            body.mandate = body.mandate0 = body.mandate_given * body.ownership
            if not body.is_board:
                self.put_in_order(body)

    def below(self, body):
        """The different organisations of a body, depth first as written, conflicted entries left out."""
        found = {}
        for link in body.links:
            if not link.conflicted:
                for o in self.below(link.member) if link.member.is_body else [link.member]:
                    found[o.name] = o
        return list(found.values())

    def exists(self, body):
        """A body without members does not exist, nor does one that has only such bodies."""
        return any(not link.member.is_body or self.exists(link.member) for link in body.links)

    def make_body(self, kind, entry, name, place, is_board):
        mandate, champion = number(entry, "mandate", 1, 0, 1), number(entry, "champion")
        leaning = entry.get("leaning") or "status_quo"
        lines = [Thing(programme=self.programmes.index(p), floor=number(line, "floor"),
                       rigidity=number(line, "rigidity", 1, 0, 1), held_by=line.get("held_by"),
                       relative=bool(line.get("relative", False)), backed=bool(line.get("backed", False)),
                       dormant=bool(line.get("dormant", False)))
                 for p, line in (entry.get("red_lines") or {}).items()]
        return Thing(
            name=name, kind=kind, place=place, is_board=is_board, is_body=True, links=[], parents=[],
            entries=list(entry["members"]), mandate_given=mandate, mandate_dates=dates(mandate),
            size_penalty=number(entry, "size_penalty"), fidelity=number(entry, "fidelity", 1, 0, 1),
            feedback=number(entry, "feedback", 0, 0, 1), champion=float(champion),
            champion_given=champion, champion_dates=dates(champion), champion_left=False,
            equal=entry.get("weighing") == "equal", upkeep=number(entry, "upkeep"),
            grant=number(entry, "grant"), granted_by=entry.get("granted_by"),
            capture=number(entry, "capture", 0, 0, 1), fed=1.0, granted=0.0, offer=None,
            salience=number(entry, "salience", 0.5, 0, 1),
            leaning=None if leaning == "status_quo" else leaning,
            protocol=entry.get("protocol", "compromise"), formality=number(entry, "formality", 0.5, 0, 1),
            agenda_power=number(entry, "agenda_power", 0, 0, 1), patience=number(entry, "patience", 1),
            quota=number(entry, "quota", 0.5, 0, 1), reversion=number(entry, "reversion", 0.5, 0, 0.99),
            transparency=number(entry, "transparency", 0, 0, 1), foresight=number(entry, "foresight", 0, 0, 1),
            withheld=number(entry, "withheld", 0, 0, 1), red_lines=lines, goodwill=1.0, message=None, last_message=None)

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
            joined[body.name] = {p for p in joined[body.name] if is_meant(entry, members[p].name)}
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
