"""One radar, many ranges.

The figures published for one radar run from 600 to several thousand kilometres. Most of that is
the radar cross section that goes with a figure and is seldom said with it: the range grows with its
fourth root, so that ten thousand times the cross section is ten times the range.
The script asserts that law, and that a search of the whole sector sees less far than a dwell that
knows where to look.
"""

import matplotlib.pyplot as plt

import shieldmap as sm

rows = sm.see("an-tpy-2", at="seongju").by_cross_section
section = [row.cross_section_m2 for row in rows]
tracked = [row.detection_range_m / 1e3 for row in rows]
searched = [row.search_range_m / 1e3 for row in rows]

# The fourth root is exact in the radar equation: only rounding is left.
assert abs(tracked[-1] / tracked[0] - (section[-1] / section[0]) ** 0.25) < 1e-9
assert all(one < other for one, other in zip(searched, tracked, strict=True))

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
axes.loglog(section, tracked, "o-", label="tracked or cued: the long dwell")
axes.loglog(section, searched, "s--", label="searching the whole sector")
axes.set(xlabel="radar cross section (m²)", ylabel="range (km)")
axes.set_yticks([200, 500, 1000, 2000, 5000], ["200", "500", "1,000", "2,000", "5,000"])
published = axes.secondary_yaxis("right")
published.set_yticks([600, 870, 2000], ["600", "870", "2,000"])
published.set_ylabel("figures of the debate (km)")
for axis in (axes.yaxis, published.yaxis):
    axis.minorticks_off()
axes.legend(frameon=False, loc="lower right")
