"""Three ways to the same place.

The same missile, the same two places, three classes of trajectory. What a defence has to deal with is
not one flight: the lofted one takes nearly twice as long as the one of least energy and peaks several
times as high, the depressed one stays below 100 km and never "re-enters" at all.
The script asserts the order of the apogees and of the times, which follows from the classes.
"""

import shieldmap as sm

listed = sm.fly("nodong", from_="hwangju", to="busan", class_="minimum-energy,lofted,depressed")
flown = least, lofted, depressed = listed.flights

assert depressed.apogee_m < least.apogee_m < lofted.apogee_m
assert depressed.time_of_flight_s < least.time_of_flight_s < lofted.time_of_flight_s
# All three fall on the same place: aim solutions are good to 10 m.
assert max(abs(one.ground_range_m - least.ground_range_m) for one in flown) < 20.0
# Below 100 km there is no height at which the depressed flight enters the air again.
assert depressed.reentry.time_s is None

figure = listed.plot()
