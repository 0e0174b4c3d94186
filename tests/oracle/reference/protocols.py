"""The five theories of bargaining (MODEL.md 7), each from a Table to the split it would make."""
import math
from operator import mul

from numbers_at_median import mean_position, squared_distance

EQUAL = 1e-12  # equalities between probabilities, distances and vote sums


class Table:
    """What a protocol sees: weights w, saliences s, votes, initiatives, positions q, standing split x."""

    def __init__(self, w, s, votes, initiative, q, x, quota=0.5, reversion=0.5, margin=None, pick=None):
        self.w, self.s, self.votes, self.initiative = w, s, votes, initiative
        self.q, self.x, self.quota, self.reversion = q, x, quota, reversion
        self.margin = margin or (lambda what, gap: None)  # told how near a decision was to a tie
        self.pick = pick or likeliest                     # which of several alternatives, from their chances


def likeliest(chances):
    """Median path: the first of the likeliest."""
    return next(i for i, c in enumerate(chances) if c >= max(chances) - EQUAL)


def decide(protocol, table):
    if len(table.q) == 1:
        return list(table.q[0])
    return {"compromise": compromise, "nash": nash, "setter": setter, "contest": contest,
            "condorcet": condorcet}[protocol](table)


def compromise(table):
    return mean_position(table.q, [w * s for w, s in zip(table.w, table.s)])


def contest(table):
    """Lottery contest: E such that Σ max(0, 1 − E/V) = 1, found by admitting the strongest first."""
    values = [w * s for w, s in zip(table.w, table.s)]
    ordered = sorted((v for v in values if v > 0), reverse=True)
    effort = 0.0
    for n in range(2, len(ordered) + 1):
        candidate = (n - 1) / math.fsum(1 / v for v in ordered[:n])
        if ordered[n - 1] <= candidate:
            break
        effort = candidate
    parts = [max(0.0, 1 - effort / v) if v > 0 else 0.0 for v in values]
    return mean_position(table.q, parts)


def setter(table):
    """One seat proposes; its coalition goes as far towards it as each member gains."""
    chances = [v * i for v, i in zip(table.votes, table.initiative)]
    if math.fsum(chances) == 0:
        chances = table.w
    total = math.fsum(chances)
    chances = [c / total for c in chances]
    proposer = table.pick(chances)
    for c in chances:
        table.margin("proposer", max(chances) - c)
    target = table.q[proposer]
    step = [a - b for a, b in zip(target, table.x)]
    length2 = math.fsum(d * d for d in step)
    if length2 == 0:
        return list(table.x)
    reach = 1.0
    for i in coalition(table, proposer):
        along = math.fsum(d * (a - b) for d, a, b in zip(step, table.q[i], table.x))
        reach = min(reach, 2 * along / length2)
    reach = max(0.0, reach)
    return [x + reach * d for x, d in zip(table.x, step)]


def coalition(table, proposer):
    """The proposer, then the nearest seats until their votes exceed the quota; all where that cannot be."""
    total = math.fsum(table.votes)
    distance = [math.sqrt(squared_distance(q, table.q[proposer])) for q in table.q]
    members, waiting = [proposer], [i for i in range(len(table.q)) if i != proposer]
    while waiting:
        held = math.fsum(table.votes[i] for i in members) / total
        table.margin("quota", held - table.quota)
        if held > table.quota + EQUAL:
            break
        nearest = min(distance[i] for i in waiting)
        for i in waiting:
            table.margin("distance", distance[i] - nearest)
        chosen = next(i for i in waiting if distance[i] <= nearest + EQUAL)
        waiting.remove(chosen)
        members.append(chosen)
    return members


def condorcet(table):
    n = len(table.q)
    apart = [[squared_distance(a, b) for b in table.q] for a in table.q]

    def backing(i, j):  # what is put behind i when it stands against j
        total = 0.0
        for m in range(n):
            gain = apart[j][m] - apart[i][m]
            if gain > EQUAL:
                total += table.w[m] * table.s[m] * gain
        return total

    moves = [[0.0] * n for _ in range(n)]  # moves[j][i]: i replaces the standing alternative j
    for i in range(n):
        for j in range(i):
            for_i, for_j = backing(i, j), backing(j, i)
            wins = for_i / (for_i + for_j) if for_i + for_j > 0 else 0.5
            moves[j][i], moves[i][j] = wins / (n - 1), (1 - wins) / (n - 1)
    return mean_position(table.q, stationary(moves))


def stationary(moves):
    """π with π = π P for the chain whose off-diagonal entries are `moves`, and Σ π = 1."""
    n = len(moves)
    rows = []
    for i in range(n):
        row = [moves[j][i] for j in range(n)]
        row[i] = -math.fsum(moves[i][j] for j in range(n) if j != i)
        rows.append(row)
    rows[-1] = [1.0] * n
    return solve(rows, [0.0] * (n - 1) + [1.0])


def solve(matrix, right):
    """Gaussian elimination with partial pivoting."""
    n = len(right)
    rows = [list(row) + [b] for row, b in zip(matrix, right)]
    for col in range(n):
        pivot = max(range(col, n), key=lambda r: abs(rows[r][col]))
        rows[col], rows[pivot] = rows[pivot], rows[col]
        for r in range(col + 1, n):
            factor = rows[r][col] / rows[col][col]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[col])]
    result = [0.0] * n
    for r in reversed(range(n)):
        known = math.fsum(rows[r][c] * result[c] for c in range(r + 1, n))
        result[r] = (rows[r][n] - known) / rows[r][r]
    return result


def nash(table):
    """max Σ w s log(e^U(z) − δ e^U(x)), all weights first raised by the same amount, then less and less:
    a seat of little weight ends so close to what it would refuse that Newton's method must be led there.
    """
    if table.reversion == 0:
        return compromise(table)
    talks = Talks(table)
    z, raised = talks.x, 1.0
    while raised > 0.1 * min(talks.weight):
        talks.a = [a + raised for a in talks.weight]
        z = climb(talks, z, 1e-3)
        raised *= 0.2
    talks.a = talks.weight
    z = climb(talks, z, 1e-14)
    if max(abs(p * a) for p, a in zip(talks.newton_step(z), z)) > 1e-12:
        raise ArithmeticError("nash did not converge")
    return z


def climb(talks, z, enough):
    """Newton's method on the simplex until a step is small enough, kept feasible by halving steps."""
    for _ in range(100):
        step = talks.newton_step(z)
        size, value = 1.0, talks.value(z)
        small = max(abs(p) for p in step) < 1e-7  # where rounding hides what the objective gains
        while size > 1e-9:
            moved = [a * (1 + size * p) for a, p in zip(z, step)]
            moved = [a / math.fsum(moved) for a in moved]
            reached = talks.value(moved) if min(moved) > 0 else -math.inf
            if reached > -math.inf and (small or reached >= value - 1e-14):
                break
            size /= 2
        else:
            return z
        z = moved
        if max(abs(p) for p in step) < enough:
            break
    return z


class Talks:
    """Nash's programme: smoothed positions q and standing split x, weights a (w s at last), reversion δ."""

    def __init__(self, table):
        blend, count = 1e-6, len(table.x)
        self.q = [[(1 - blend) * v + blend / count for v in row] for row in table.q]
        self.x = [(1 - blend) * v + blend / count for v in table.x]
        weight = [w * s for w, s in zip(table.w, table.s)]
        kept = [m for m, a in enumerate(weight) if a > 0]
        self.q = [self.q[m] for m in kept]
        self.weight = self.a = [weight[m] / math.fsum(weight) for m in kept]
        self.log_left = math.log(table.reversion)

    def losses(self, z):
        """log(δ e^U(x) / e^U(z)) of each seat: below 0 where z is better than talks that break down."""
        left = [math.log(b / c) for b, c in zip(self.x, z)]
        return [self.log_left + math.fsum(map(mul, row, left)) for row in self.q]

    def value(self, z):
        """The objective, up to a constant; −∞ where some seat would rather see the talks break down."""
        total = 0.0
        for a, loss in zip(self.a, self.losses(z)):
            if loss >= 0:
                return -math.inf
            total += a * (math.log(-math.expm1(loss)) - loss)
        return total

    def newton_step(self, z):
        """Relative step p = dz/z of the concave programme, with Σ z p = 0.

        Seat m pulls with b = a β, β = e^U(z) / (e^U(z) − δ e^U(x)); in relative steps the gradient is
        Σ b q and minus the Hessian is diag(Σ b q) + Σ b (β − 1) q qᵀ.
        """
        n = len(z)
        beta = [-1 / math.expm1(loss) for loss in self.losses(z)]
        pulls = [a * b for a, b in zip(self.a, beta)]
        columns = list(zip(*self.q))
        gradient = [math.fsum(map(mul, pulls, column)) for column in columns]
        curvature = [p * (b - 1) for p, b in zip(pulls, beta)]
        matrix = [[0.0] * (n + 1) for _ in range(n + 1)]
        for k in range(n):
            bent = list(map(mul, curvature, columns[k]))
            for j in range(k + 1):
                matrix[k][j] = matrix[j][k] = math.fsum(map(mul, bent, columns[j]))
            matrix[k][k] += gradient[k]
            matrix[k][n] = matrix[n][k] = z[k]
        return solve(matrix, gradient + [0.0])[:n]
