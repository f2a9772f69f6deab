# The brief of two pages.

brief_title = Brief: { $title }
brief_over = Shieldmap brief · as of { $date } · public, unclassified numbers only
brief_changed = Changed from the study:
brief_share = { $battery } covers { $share } ({ $band }) of the { $people } people within range of the { $missile }, fired from { $points }: median and 5–95 % of { $draws } joint draws of every disputed number.
brief_nobody = No place of the study is within range of the { $missile }.
brief_verdicts = Against the { $missile }: { $verdicts }.
brief_holds = it holds for { $places }
brief_hangs = it hangs on what is not known for { $places }
brief_fails = it fails for { $places }
brief_map_label = Share of the joint draws in which each place is defended, with battery, radar and launch points
brief_number = of the people in range covered ({ $band })
brief_stock = { $interceptors } interceptors, enough for all shots at { $pairs } missiles
brief_legend = Share of draws that defend a place
brief_cities = Largest cities against the { $missile }
brief_marks = Dotted ring: reach of the interceptor. Dash-dotted: edges of what the radar watches. Triangles: launch points.
brief_table = Each missile against the largest cities
brief_missile = Missile
brief_points = Launch points
brief_covered = People covered
brief_table_note = Holds: at least 90 % of the draws; fails: at most 10 %; else it hangs on the number named, which alone turns it. A place counts as defended when every shot of the doctrine fits against every launch point; that shots hit is another question. Missiles differ in their launch points.
brief_raid = One raid: missiles that come through
brief_axis_leakers = missiles through, of { $missiles }
brief_changed_title = What was changed
brief_change = { $name }: { $before } → { $after }
brief_unchanged = Nothing: these are the numbers of the study.
brief_limits = Limits
brief_limit_defended = Defended means that the shots fit in time and space, not that they hit.
brief_limit_numbers = Tilt, scan limit, software and many other numbers are not published: they are drawn from ranges, evenly, and other ranges give other bands.
brief_limit_left_out = Drones, cruise missiles, rockets and gliders are left out, and so are decoys, jamming and attacks on the radar itself.
brief_limit_raid = The raid is an example with its own missiles and places, no forecast; kill probabilities are assumptions.
brief_limit_people = People are counted where they are registered; shelters, warning and what debris does are not counted.
brief_cite = Cite as:
brief_citation = Shieldmap { $version } ({ $year }): “{ $title }”{ $changed ->
    [yes] , changed
   *[no] { "" }
 }, hash { $run }, computed { $day }.
brief_hash = Full hash { $run }; state { $query }.
brief_pdf_missing = --pdf needs Chromium, Chrome or Edge on this machine, and none was found: expected one on the path or in the variable CHROMIUM; the HTML file prints to two pages in any browser

## of a stability study

brief_watch_seen = With a radar cross section of { $section } the radar at { $radar } sees { $median } of { $flown } flights after burnout (median of { $draws } joint draws; { $band } in 5–95 % of them), as given { $parts }; { $only } of them no other radar of the study sees ({ $only_band }).
brief_watch_number = { $seen } of { $flown }
brief_watch_told = flights seen after burnout at { $section } ({ $band } in the draws; as given { $given })
brief_watch_alone = of them seen by no other radar of the study: { $only } ({ $band }; as given { $given })
brief_legend_flights = Flights
brief_trade = What each side gets: people defended against foreign flights seen
brief_starts = launch areas: { $country }
brief_trade_said = The next counts draw the radar as the study { $defence } does, with tilt and scan limit, and so differ. { $told }
brief_trade_note = Each point is a setting of the radar over { $draws } joint draws, with 5–95 %. Upwards is better for the defended, to the left for those whose flights are seen. The radar is drawn here as the study { $defence } draws it, above as this one does.
brief_watched = Each launch area: time in view at { $section }
brief_watched_note = Time in view of the radar at { $radar } after burnout, and least to most over all launch points of the area and all paths. Blue: no other radar of the study sees the flight as given; yellow: others do too. –: out of the range of the missile that stands in.
brief_hash_only = Full hash { $run }.
