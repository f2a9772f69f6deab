"""Make the README's figure from a finished run of ``korea``.

Usage: python design/make_readme_figure.py runs/korea-0123456789ab
"""

import re
import sys
from pathlib import Path

import shieldmap
from shieldmap import report
from shieldmap.report import drawing

THREAT = "hwasong-7-minimum-energy"
OUT = Path(__file__).parent.parent / "docs" / "figures" / "korea-hwasong-7.svg"


def main(folder: str) -> None:
    """Draw the share of draws that defend each place against one missile."""
    run = shieldmap.load(folder)
    threat = next(t for t in run.footprint.threats if t.id == THREAT)
    figure = report.probability_map(run, report.read_cells(run), threat)
    svg = drawing.svg(
        figure,
        "korea",
        "Share of joint draws in which each place is defended against the Hwasong-7",
    )
    # A file of its own needs the name space that a page implies, and a background and its style.
    opening = '<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans, Verdana" '
    svg = svg.replace("<svg ", opening, 1)
    svg = re.sub(r' style="max-width:[^"]*"', ' style="background:white"', svg, count=1)
    style = "<style>*{stroke-linejoin:round;stroke-linecap:butt}</style>"
    OUT.write_text(svg.replace(">", ">" + style, 1) + "\n", encoding="utf-8")
    print(OUT.name)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python design/make_readme_figure.py RUN_DIRECTORY")
    main(sys.argv[1])
