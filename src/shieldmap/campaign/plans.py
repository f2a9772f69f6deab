"""Giving out shots before a raid: the assignment that saves most, by a well-kept solver.

Static weapon-target assignment: every missile gets a set of batteries that may shoot at it, so that
the expected weight saved is greatest and no battery needs more interceptors than it has, in
expectation [manne1958]. Missiles that are alike are counted, not listed, so that a raid of
thousands is a small problem; scipy's HiGHS solves it exactly, or with very many batteries as well as
it can within a bounded search.

Of the times a plan knows how many looks of each battery fit at each missile while nobody else
shoots at it. Limits: launchers, channels and what batteries do to each other's times are not part of
the plan; they bind when it is fought.
"""

from itertools import combinations
from math import comb
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.model import Floats, Ints

_MOST_CHOICES = 6
"""Batteries that may be given to one missile at once; sets of more are not offered."""

_MOST_OPTIONS = 20_000
"""Sets offered to all kinds of missiles together; with very many batteries they are smaller."""

_MOST_NODES = 1000
"""Nodes of the solver's search, so that it ends; plans of some batteries take a few."""


class Plan(NamedTuple):
    """Who may shoot at what, and what the plan expects."""

    allowed: NDArray[np.bool_]
    expected_saved: float
    expected_shots: Floats


def best_plan(
    looks: Ints,
    weight: Floats,
    objects: Floats,
    salvo: Ints,
    kill: Floats,
    stock: Ints,
) -> Plan:
    """The plan that saves most weight in expectation.

    Parameters
    ----------
    looks : (n, b) how many looks of a battery fit at a missile; 0 where it does not reach it.
    weight, objects : (n,) value of the place aimed at, and objects that are shot at.
    salvo, kill, stock : (b,) of the batteries.
    """
    kinds, kind_of, number = np.unique(
        np.column_stack([looks, weight, objects]), axis=0, return_inverse=True, return_counts=True
    )
    kind_of = kind_of.ravel()
    b = looks.shape[1]
    one_look = 1.0 - (1.0 - kill) ** salvo
    stops = 1.0 - (1.0 - one_look) ** kinds[:, :b]
    # A look is spent only where those before it failed.
    tried = np.where(one_look > 0.0, stops / np.where(one_look > 0.0, one_look, 1.0), kinds[:, :b])
    shots = salvo * tried * kinds[:, b + 1 :]
    able = [np.flatnonzero(kind[:b]) for kind in kinds]
    most = _most_choices([one.size for one in able])
    options = [(g, s) for g, one in enumerate(able) for s in _sets(one, most)]
    gain = np.array([kinds[g, b] * (1.0 - np.prod(1.0 - stops[g, list(s)])) for g, s in options])
    cells = [
        (row, column, float(shots[g, row])) for column, (g, s) in enumerate(options) for row in s
    ]
    cells += [(b + g, column, 1.0) for column, (g, _) in enumerate(options)]
    rows, columns, values = (np.array(part) for part in zip(*cells, strict=True))
    limits = np.concatenate([stock, number]).astype(np.float64)
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    matrix = coo_array((values, (rows, columns)), shape=(limits.size, len(options)))
    found = milp(
        -gain,
        constraints=LinearConstraint(matrix.tocsr(), -np.inf, limits),
        integrality=np.ones(len(options)),
        bounds=Bounds(0, np.inf),
        options={"mip_rel_gap": 0.0, "node_limit": _MOST_NODES},
    )
    if found.x is None:
        # No plan in time: nobody is forbidden anything.
        return Plan(looks > 0, 0.0, np.zeros(b))
    chosen = np.round(found.x).astype(np.int64)
    allowed = _spread(options, chosen, kind_of, looks.shape)
    return Plan(allowed, float(gain @ chosen), matrix.tocsr()[:b] @ chosen)


def _most_choices(reaching: list[int]) -> int:
    """The size of the largest sets that can be offered, given how many batteries reach each kind."""
    for most in range(_MOST_CHOICES, 1, -1):
        if sum(comb(n, k) for n in reaching for k in range(most + 1)) <= _MOST_OPTIONS:
            return most
    return 1


def _sets(able: Ints, most: int) -> list[tuple[int, ...]]:
    """Every set of the batteries that reach a missile, up to a size, the empty one first."""
    return [
        tuple(int(k) for k in chosen)
        for size in range(min(len(able), most) + 1)
        for chosen in combinations(able, size)
    ]


def _spread(
    options: list[tuple[int, tuple[int, ...]]], chosen: Ints, kind_of: Ints, shape: tuple[int, ...]
) -> NDArray[np.bool_]:
    """The counted plan as one row for each missile, in the order of the raid."""
    allowed = np.zeros(shape, dtype=np.bool_)
    members = {g: list(np.flatnonzero(kind_of == g)) for g in np.unique(kind_of)}
    for (g, batteries), count in zip(options, chosen, strict=True):
        for _ in range(count):
            if members[g]:
                allowed[members[g].pop(0), list(batteries)] = True
    return allowed
