"""How much hangs on the interceptor's reach.

The published reach of the interceptor is 150 to 200 km, and Seoul lies 202 km from the battery. Here the
reach alone is changed; everything else stays at its value, and one launch point fires, Hwangju. Against the
Nodong the share of the people defended nearly doubles from 100 to 200 km. Beyond that it hardly grows: time binds
then and not distance, and of those left undefended most are so because the missile is detected too late.
The script asserts a law, that a longer reach never defends fewer people, and where it stops to matter.
"""

from itertools import pairwise

import matplotlib.pyplot as plt

import shieldmap as sm

REACH_KM = (100, 125, 150, 175, 200, 225, 250, 300)

addresses = (f"?scenario=korea&launch_points=hwangju&reach_km={reach}" for reach in REACH_KM)
# The draws are not asked for here: two are the least there are.
areas = [sm.from_url(address).area(draws=2) for address in addresses]
share = [area.totals.share_of_people.value for area in areas]

assert all(more >= less for less, more in pairwise(share))
# 100 to 200 km add a fifth of all people; the next hundred do not add a thirtieth.
assert share[4] - share[0] > 1 / 5
assert share[-1] - share[4] < 1 / 30
assert max(areas[-1].reasons, key=lambda row: row.people).constraint == "detected-too-late"

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
axes.plot(REACH_KM, [100 * one for one in share], "o-")
axes.axvspan(150, 200, color="0.9", label="published: 150 to 200 km")
axes.set(
    xlabel="reach (km, slant range to the intercept)", ylabel="people defended (%)", ylim=(0, 100)
)
axes.legend(frameon=False, loc="upper left")
