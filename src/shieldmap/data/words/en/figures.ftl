# Maps
figure_every = defended against every launch point that reaches it
figure_some = defended against some launch points only
figure_undefended = threatened and not defended
figure_not_threatened = not threatened by this missile
figure_share = at the values { $share } of the people in range; median of draws { $median }
figure_share_from = { $mark }: { $share } at the values; median { $median }
figure_holds = holds: defended in at least 90 % of the draws
figure_mostly = hangs: in 50 to 90 %
figure_seldom = hangs: in 10 to 50 %
figure_fails = fails: in at most 10 %
figure_median =
    { $mark ->
        [none] { $median } of the people in range
       *[other] { $mark }: { $median }
    } (median; 5–95 %: { $band })
figure_nobody = reaches nobody in the country
figure_map_label = Map of the places defended against { $name }: in the median of the draws { $share } of the people in its range.
figure_map_label_nobody = Map of the places defended against { $name }: it reaches nobody in the country.
figure_away = { $name } { $distance }
figure_reason_title = Why not defended: { $name }
figure_reason_words = first constraint that fails, launch point that fails first
figure_reason_words_from = { $mark }: first constraint that fails, launch point that fails first
figure_reason_label = Map of the first failed constraint against { $name }.

# Before and after
figure_both = defended before and after
figure_lost = defended before, no longer
figure_won = defended only afterwards
figure_changes = What changes
figure_cells = { $lost } cells lost, { $won } won
figure_no_cells = no cell changes
figure_name_before = { $name }, before
figure_name_after = { $name }, after
figure_name_change = { $name }: the change

# Charts
figure_people_label = People defended by missile and doctrine, with ranges.
figure_people_defended = People defended: value, and from all-bad to all-good
figure_million = million people
figure_people_axis = million people defended
figure_curve_reach = interceptor's reach, slant range (km)
figure_curve_reaction = reaction time: firm track to launch (s)
figure_curve_chain = missile launch to interceptor launch (s)
figure_people_by_reach = People defended, by interceptor's reach
figure_people_by_reaction = People defended, by reaction time
figure_people_by_chain = People defended, by missile launch to interceptor launch
figure_people_curve_label = People defended against { $what }.
figure_reasons = People threatened and not defended, by reason
figure_reasons_label = People threatened and not defended, by missile and reason.
figure_apogees = Published apogees beside the interceptor's band
figure_apogees_label = Published apogees of missiles that are not flown, beside the floor.
figure_apogee_axis = published apogee (km)
figure_floor = floor { $height }
figure_ceiling = ceiling { $height }
figure_floor_above = floor { $height }, above the picture
figure_ceiling_above = ceiling { $height }, above the picture

# One engagement
figure_missile-burns = missile burns
figure_free-flight = missile in free flight
figure_cue = cue on its way
figure_in-view = in the radar's view
figure_to-track = detection to firm track
figure_reaction = reaction
figure_chain = published chain
figure_may-start = interceptors may start
figure_first-flies = 1st interceptor flies
figure_second-flies = 2nd interceptor flies
figure_may-meet = intercept possible
figure_since_launch = time since the missile's launch (s)
figure_timeline_label = Phases of the engagement in order. { $title }.
figure_side_label = Altitude over distance from the launcher. { $title }.
figure_launcher = launcher
figure_battery = battery
figure_distance = distance from the { $launcher } over the ground (km)
figure_altitude = altitude (km)
figure_reach = reach { $reach } (slant)
figure_reach_beyond = reach { $reach } (slant), beyond the picture
figure_missile = missile

# One flight
figure_flight_altitude = Altitude
figure_flight_speed = Speed relative to the Earth
figure_altitude_axis = altitude, km
figure_speed_axis = speed, km/s
figure_ground_axis = ground range, km
figure_time_axis = time since launch, s
figure_time_axis_given = time since the given state, s
figure_profile = Altitude over ground range, to one scale
figure_profile_stretched = Altitude over ground range, heights stretched { $times } times
figure_profile_shortened = Altitude over ground range, heights shortened { $times } times
figure_boost = boost
figure_midcourse = midcourse
figure_reentry-below = reentry below 100 km
figure_reentry-down = 100 km, down
figure_given = given state
figure_burnout = burnout
figure_apogee = apogee
figure_reentry = reentry
figure_impact = impact
figure_event_speed = { $event } { $speed }
figure_event_at = { $event } { $time }
figure_event_at_height = { $event } { $time }, { $height }
figure_track = Ground track, north up; distances from the middle are true
figure_track_turned = Ground track, launch at the left; distances from the middle are true

# What the radar sees
figure_view_all = all round, elevation { $low } to { $high }, { $air }; { $terrain }
figure_view = sector of { $sector } about { $boresight }, elevation { $low } to { $high }, { $air }; { $terrain }
figure_view_all_scan = all round, elevation { $low } to { $high }, at most { $scan } off a normal { $tilt } up, { $air }; { $terrain }
figure_view_scan = sector of { $sector } about { $boresight }, elevation { $low } to { $high }, at most { $scan } off a normal { $tilt } up, { $air }; { $terrain }
figure_bent = rays bent by the air
figure_straight = straight rays, no air
figure_no_terrain = no terrain was used
figure_terrain = terrain from { $file }
figure_terrain_profile = terrain from a horizon profile
figure_lowest = Lowest altitude at which a target is seen, km
figure_lowest_sheet = Lowest altitude at which a target is seen, km; north up, distances from the radar are true
figure_lowest_label = Map of the lowest altitude at which a target is seen.
figure_detected_label = Map of where targets at { $altitude } are detected.
figure_cut_label = The radar's view in a vertical cut along its boresight.
figure_cut = Cut along azimuth { $azimuth }
figure_cut_sheet = Cut along azimuth { $azimuth }; shaded: inside the field of regard, whatever the range
figure_targets = Targets at { $altitude }
figure_all_in_sight = from { $section } on: all that is in sight
figure_sections = Radar cross section: range with the long dwell (drawn), range while searching
figure_edge = edge of sight
figure_cut_distance = distance over the ground, km

# The comparisons
figure_times = Flight tests: time beyond an arc without boost
figure_times_label = Our time of flight beyond that of an arc without boost, against the reported one.
figure_tolerances_label = Every comparison by its difference in tolerances, a row for each kind.
figure_published = published ({ $unit })
figure_ours = ours ({ $unit })
figure_marks = Grey: tolerance; diamond: outside; square: fitted
figure_marks_hidden = Grey: tolerance; diamond: outside; square: fitted; without limit: { $n }
figure_far = How far every comparison lies off
figure_far_marks = Grey: inside; diamond: outside (edge: { $most } or more); square: fitted
figure_in_tolerances = difference in tolerances
figure_group_lofted-times = tests: time of boost
figure_group_standard-ranges = tests: standard range
figure_group_flights = tests: apogee, energy
figure_group_lifted = lift
figure_group_statements = statements
figure_group_falling-speeds = tests: falling speed
figure_group_stage-sets = published stage sets
figure_group_minimum-energy = minimum-energy arcs
figure_group_bate-mueller-white = textbook examples
figure_group_atmosphere = atmosphere
figure_group_geodesics = geodesics
figure_group_frames = frames
figure_group_independent = other propagator
figure_group_nesc = NASA check cases
figure_group_orekit = Orekit
figure_group_radar-equation = radar equation
figure_group_leakage = leakage of raids
figure_group_detection = detection

# The record of flight tests
figure_record = Missiles tested that came down through the band of THAAD for at least { $seconds } s
figure_record_axis = share of missiles, %
figure_record_year = year
figure_record_judged = of those judged
figure_record_ends = of all, from none to every one not judged

## Published analyses done again
figure_reproduced_seongju = Over Seongju on the way to Busan
figure_reproduced_apogee = apogee, km
figure_reproduced_altitude = altitude over Seongju, km
figure_reproduced_band = interceptor: 40 to 150 km
figure_reproduced_critics = critics 2016: from 250 km
figure_reproduced_channel_a = Channel A 2017: from 550 km
figure_reproduced_military = military: 100 to 150 km
figure_reproduced_from_hwangju = Hwangju to Busan (Nodong)
figure_reproduced_from_panghyon = Panghyon to Busan (Musudan)
figure_reproduced_wilkening = That none leaks: formula (lines) and battles (dots)
figure_reproduced_stopped = probability that one is stopped, %
figure_reproduced_none = probability that none leaks, %
figure_reproduced_raid = { $raid } warheads
