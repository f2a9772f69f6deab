"""Borders, towns, people and relief from the committed map pack.

Question answered: where are land, borders and people, for maps and for counting who is defended?

The pack `data/geo/` is read on first use and kept; nothing is downloaded.
`data/geo/SOURCES.json` says for every file which package it was made from, and
`design/build_geodata.py` makes it again.

Frame and units: WGS 84 geodetic longitude and latitude in degrees, because this module serves
files, pages and grids at the border of the program; lengths are metres and areas square metres.
Lines and rings are arrays (n, 2) of longitude, latitude, in that order, as GeoJSON has them;
functions that take or return places as separate arrays name them.

Limits.

- Borders are Natural Earth's, which draws who holds the ground and settles no claim.  They are
  1:10 million around the embedded studies (steps of 0.0036 by 0.0017 degree, some 300 m), 1:50
  million elsewhere.  Small islands, Dokdo among them, are missing.
- The relief has one value each 6 arc-minutes (11 km) and flattens peaks: radar masking by this
  relief is indicative only.  Greenland is the rock under the ice; Antarctica is left out.
- People: for South Korea the 2020 census by neighbourhood (3,488 points).  For other countries
  GeoNames towns, whose populations are of mixed age, count some places twice and omit the country
  between the towns.  They are scaled so that their sum is `country_total`; `people_doubt` says how far
  it was off.
- A few codes of towns have no outline (Kosovo, Tuvalu, Gibraltar and some islands): no grid there.
"""

from shieldmap.geodata.grids import (
    SMALLEST_SPACING_M,
    GridCells,
    cell_population,
    fitting_spacing_m,
    has_cells,
    land_cells,
)
from shieldmap.geodata.ground import (
    Box,
    Ground,
    ground_area_m2,
    ground_name,
    ground_of,
    is_on,
    is_on_land,
    people_doubt,
    people_doubts,
    people_on,
    people_source,
    people_total,
)
from shieldmap.geodata.outlines import (
    borders,
    coastline,
    countries,
    country,
    is_inside,
    land,
    land_area_m2,
    provinces,
    shape,
    valid,
)
from shieldmap.geodata.pack import (
    FOLDER,
    MEAN_RADIUS_M,
    STEP_DEG,
    attribution,
    directions,
    sources,
    tiles_folder,
)
from shieldmap.geodata.people import (
    DOUBTFUL,
    CountryTotal,
    Neighbourhoods,
    TownTable,
    country_total,
    neighbourhoods,
    people_counted,
    town_populations,
    towns,
    towns_counted,
)
from shieldmap.geodata.provinces import PROVINCES_KO, province_names, provinces_at
from shieldmap.geodata.relief import relief_m

__all__ = [
    "DOUBTFUL",
    "FOLDER",
    "MEAN_RADIUS_M",
    "PROVINCES_KO",
    "SMALLEST_SPACING_M",
    "STEP_DEG",
    "Box",
    "CountryTotal",
    "GridCells",
    "Ground",
    "Neighbourhoods",
    "TownTable",
    "attribution",
    "borders",
    "cell_population",
    "coastline",
    "countries",
    "country",
    "country_total",
    "directions",
    "fitting_spacing_m",
    "ground_area_m2",
    "ground_name",
    "ground_of",
    "has_cells",
    "is_inside",
    "is_on",
    "is_on_land",
    "land",
    "land_area_m2",
    "land_cells",
    "neighbourhoods",
    "people_counted",
    "people_doubt",
    "people_doubts",
    "people_on",
    "people_source",
    "people_total",
    "province_names",
    "provinces",
    "provinces_at",
    "relief_m",
    "shape",
    "sources",
    "tiles_folder",
    "town_populations",
    "towns",
    "towns_counted",
    "valid",
]
