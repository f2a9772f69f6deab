"""How far the joint draws lie from the full product of missiles and draws of the defence.

In a run draw n of the defence meets missile n modulo their number. Here every one of the drawn missiles meets
every draw, at a grid of 50 km, and the shares of people are compared.

Usage: python design/measure_draws.py
"""

import numpy as np

from shieldmap import campaign, scenario
from shieldmap.footprint import area, spread

SPACING_KM = 50.0
QUANTILES = (0.05, 0.5, 0.95)


def main() -> None:
    """Print, for every missile of ``korea``, the quantiles of both and their difference in points."""
    given = scenario.changed(scenario.load("korea"), {"grid.spacing_km": SPACING_KM})
    this, where = campaign.study(given), area.places(given)
    at = np.radians(where.latitude_deg), np.radians(where.longitude_deg)
    people, every = where.people, np.arange(campaign.SAMPLES)
    worst = np.zeros(len(QUANTILES))
    for threat in given.threats:
        safe = np.ones((spread.SETS, where.people.size, every.size), np.bool_)
        reached = np.zeros((spread.SETS, where.people.size), np.bool_)
        for row in area.cases_of_threat(this, threat.id):
            missiles = spread._Missiles(this, this.cases[row], at)  # noqa: SLF001
            judge = spread._Judge(this, this.cases[row])  # noqa: SLF001
            for k, drawn in enumerate(missiles.drawn):
                flown = missiles.flown(drawn)
                is_flown = spread._reached(flown)  # noqa: SLF001
                safe[k] &= judge.draws(flown, every)[0] | ~is_flown
                reached[k] |= is_flown[:, 0]
        defended = np.einsum("p,kpn->kn", people, safe & reached[:, :, None])
        share = defended / (reached @ people)[:, None]
        paired = share[every % spread.SETS, every]
        full, few = np.quantile(share, QUANTILES), np.quantile(paired, QUANTILES)
        worst = np.maximum(worst, np.abs(few - full))
        print(threat.id, np.round(100 * few, 1), np.round(100 * full, 1))
    print("largest differences, points:", np.round(100 * worst, 2))


if __name__ == "__main__":
    main()
