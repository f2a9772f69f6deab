"""A raid, trial by trial.

Forty missiles in three waves against the batteries of the embedded scenario, fought two thousand times.
How many come through is not one number: the bars show in how many of the trials it was so many.
The script asserts that every missile is counted once, stopped or through for one reason, and that what
the bars say is what the mean says.
"""

import matplotlib.pyplot as plt

import shieldmap as sm

TRIALS = 2000

fought = sm.raid("korea", trials=TRIALS)
through = [row for row in fought.outcomes if row.outcome != "stopped"]

# Means over the same trials: they add up but for rounding.
assert abs(sum(row.missiles for row in fought.outcomes) - fought.missiles) < 1e-6
assert abs(sum(row.missiles for row in through) - fought.leakers.mean) < 1e-6
counted = sum(n * trials for n, trials in enumerate(fought.distribution))
assert abs(counted / TRIALS - fought.leakers.mean) < 1e-6

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
axes.bar(range(fought.missiles + 1), [100 * n / TRIALS for n in fought.distribution])
axes.axvline(fought.leakers.mean, color="0.2", lw=0.9, label=f"mean: {fought.leakers.mean:.1f}")
axes.set(xlabel=f"missiles that come through, of {fought.missiles}", ylabel="trials (%)")
axes.legend(frameon=False)
