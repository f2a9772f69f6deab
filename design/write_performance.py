"""Write docs/performance.md and its figure from docs/performance.json, which holds what was measured.

``peers`` is what ``shieldmap bench --peers --json`` printed; ``sweeps``, ``workers`` and ``studies`` are wall and
processor seconds of the commands that the page names.
"""

import itertools
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shieldmap import formats
from shieldmap.report.drawing import BLUE, GREY, Box, Canvas, Plot, standalone

DOCS = Path(__file__).parents[1] / "docs"
MEASURED = DOCS / "performance.json"
FIGURE = "figures/sweep-times.svg"
_WIDTH_IN, _HEIGHT_IN = 6.0, 3.2


def lines(given: dict[str, Any]) -> Iterator[str]:
    """The whole page, line by line."""
    machine = given["peers"]["machine"]
    yield f"""# Performance

Made by `python design/write_performance.py` from `docs/performance.json`. Rates hang on the machine, ratios hardly:
ours and theirs are measured in turn in one run. {machine["processor"]}, {machine["cores"]} cores, Python {machine["python"]},
numba {machine["numba"]}, shieldmap {machine["version"]}, commit {machine["commit"]}.

## Beside peers

`shieldmap bench --peers` (with `shieldmap[bench]`), medians of {given["peers"]["repeats"]} runs.

| ratio | what | beside | ours | theirs | unit | threads, ours and theirs | accuracy |
|---:|---|---|---:|---:|---|---|---|"""
    for row in given["peers"]["peers"]:
        rates = " | ".join(formats.short(row[side]) for side in ("ours", "theirs"))
        threads = f"{row['our_threads']} and {row['their_threads']}"
        yield (
            f"| **{formats.short(row['ratio'])}** | {row['name']} | {row['peer']} | {rates} | {row['unit']} "
            f"| {threads} | {row['accuracy']} |"
        )
    yield f"\n{given['remarks']['peers']}\n"
    yield "## Whole studies, cold and warm\n"
    yield "Wall and processor time of `shieldmap run`, this version and 0.1.0 one after the other, on two cores.\n"
    yield "| study | kernels | this version, wall (s) | processor (s) | 0.1.0, wall (s) | processor (s) | ratio of walls |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for row in given["studies"]:
        ours, old = row["ours"], row["old"]
        yield (
            f"| `{row['study']}` | {row['kernels']} | {ours[0]:.0f} | {ours[1]:.0f} | {old[0]:.0f} | {old[1]:.0f} "
            f"| {ours[0] / old[0]:.2f} |"
        )
    yield f"\n{given['remarks']['studies']}\n"
    yield from _sweeps(given)


def _sweeps(given: dict[str, Any]) -> Iterator[str]:
    yield "## Sweeps\n"
    yield "`shieldmap sweep korea --samples N`: every sample at 3,900 places against 15 pairs of missile and launch point.\n"
    yield "| samples | wall (s) | processor (s) | memory (MB) | wall a sample (s) | a sample more (s) |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for row, more in zip(given["sweeps"], [None, *_slopes(given["sweeps"])], strict=True):
        told = "" if more is None else f"{more:.3f}"
        yield (
            f"| {row['samples']:,} | {row['wall_s']:.0f} | {row['cpu_s']:.0f} | {row['peak_mb']:.0f} "
            f"| {row['wall_s'] / row['samples']:.3f} | {told} |"
        )
    one, two = given["workers"]["wall_s"]
    yield f"""
![Time a sample against the number of samples]({FIGURE})

The time a sample is not flat: 32 drawn missiles are flown once each, however many samples meet them, which takes
some six seconds of two cores each. A sample more costs less the more there are, and never more.

`--dask local`, workers of one thread each, {given["workers"]["samples"]} samples: one worker {one:.0f} s, two {two:.0f} s, {one / two:.2f} times as
fast, starting included.
"""
    yield f"{given['remarks']['sweeps']}"


def _slopes(rows: list[dict[str, Any]]) -> list[float]:
    """Wall time of a sample more, from row to row."""
    pairs = itertools.pairwise(rows)
    return [(b["wall_s"] - a["wall_s"]) / (b["samples"] - a["samples"]) for a, b in pairs]


def figure(rows: list[dict[str, Any]]) -> Canvas:
    """Wall time a sample, and that of a sample more, both axes in powers of ten."""
    canvas = Canvas(_WIDTH_IN, _HEIGHT_IN)
    box = Box(52.0, 38.0, canvas.width - 150.0, canvas.height - 80.0)
    x = [math.log10(row["samples"]) for row in rows]
    y = [math.log10(row["wall_s"] / row["samples"]) for row in rows]
    more = [math.log10(one) for one in _slopes(rows)]
    plot = Plot(canvas, box, (1.8, 4.2), (-2.2, 0.6))
    plot.x_axis("samples", has_numbers=False)
    plot.y_axis("seconds of wall time a sample", has_numbers=False, room=40.0)
    for power in (2, 3, 4):
        canvas.tick(plot.x(power), box.top + box.height + 9.0, f"{10**power:,}", 8.0)
    for power, text in ((-2, "0.01"), (-1, "0.1"), (0, "1")):
        canvas.text(box.left - 5.0, plot.y(power), text, 8.0, "end")
    plot.line(x, y, BLUE, 1.6)
    for at, value in zip(x, y, strict=True):
        plot.mark("circle", at, value, 3.0, BLUE, BLUE)
    for a, b, value in zip(x, x[1:], more, strict=False):
        plot.line([a, b], [value, value], GREY, 1.6, (3.0, 2.0))
    plot.text(x[-1], y[-1], "all of it", (8.0, -6.0), colour=BLUE)
    plot.text(x[-1], more[-1], "a sample more", (8.0, 6.0), colour=GREY)
    canvas.titles("Time a sample in a sweep of korea, two cores")
    return canvas


def text() -> str:
    """The page."""
    return "\n".join(lines(json.loads(MEASURED.read_text(encoding="utf-8")))) + "\n"


def main() -> None:
    """Write the page and the figure."""
    given = json.loads(MEASURED.read_text(encoding="utf-8"))
    (DOCS / "performance.md").write_text(text(), encoding="utf-8")
    (DOCS / FIGURE).write_text(standalone(figure(given["sweeps"])), encoding="utf-8")


if __name__ == "__main__":
    main()
