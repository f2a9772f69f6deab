# The page and its parts
report_over = Shieldmap report · scenario of { $date } · run { $run }
report_contents = Contents: the answers, and from A the annex
report_nav_answer = The answer on one page
report_nav_places = Places: what holds, fails or hangs against each missile
report_nav_engagements = Single engagements: one flight that is met and one that is not
report_nav_radar = Radar: what it sees, and over whose land
report_nav_battle = Battle: a raid, what comes through, what it costs, what leaving parts change
report_nav_ranges = Ranges: how much hangs on the disputed numbers, and on which
report_nav_reasons = Reasons: why, at the places asked about
report_nav_low = Missiles that are not flown here
report_nav_assumptions = Inputs: what stands where, the disputed numbers, launch points
report_nav_weak = Weak inputs: estimates, memory, single sources
report_nav_missiles = Missiles: shares of the people by missile, in full
report_nav_sweeps = Sweeps: people defended along one number
report_nav_claims = Statements: what was said, and what this run says
report_nav_trust = Trust: the physics beside what was published
report_nav_limits = Limits: what this cannot say
report_nav_sources = Sources
report_nav_again = How to make it again, and to cite it
report_print_leaves = Tables that open on the screen, the towns and the raid drawn missile by missile are left out in print; they stand in report.html.
report_print = Shieldmap · { $title } · run { $run }
report_scroll = Wide table: scroll sideways where it is cut →
report_swipe = Wide table: swipe or scroll sideways →

# The answer
report_nobody = No missile of this scenario reaches anybody who is counted.
report_lead = { $battery } would defend { $share } of the people in range of the { $name }, fired from { $points } (median of { $draws } joint draws of every disputed number; 5–95 %: { $band }){ $others ->
    [0] .
    [one] ; against the other missile the median is { $medians }.
   *[other] ; against the other { $others } missiles the medians run over { $medians }.
}
report_verdicts = Of { $verdicts } verdicts, one for each of { $places } places and each missile that reaches it, { $holds } hold (defended in at least 90 % of the draws), { $fails } fail (in at most 10 %) and { $hangs } hang on a number{ $hangs ->
    [0] .
   *[other] , most often on { $what } ({ $most }).
}
report_front_share = People in range defended, median (5–95 %)
report_front_label = Verdicts by missile at the places asked about
report_front_raid = { $missiles } missiles against all layers. Bar: median of { $draws } joint draws of everything unknown; line: 5–95 % of them.
report_matrix_words = Doctrine { $doctrine }, every launch point at once; shares of { $draws } joint draws. <b>●</b> holds: at least 90 % of the draws defend the place. <b>○</b> fails: at most 10 %. <b>◐</b> hangs on the number that alone turns the verdict with the smallest part of its range. <b>–</b> out of range.
report_meaning = Doctrine { $doctrine }: { $text }. A place counts as defended when every shot that the doctrine asks for fits, against every launch point that reaches it.
report_points = { $n ->
    [one] one launch point
   *[other] any of { $n } launch points
}
report_battery_at = { $system } ({ $place })
report_at_values = With every number at its value, as published or estimated, the shares run from { $low } to { $high }.
report_at_values_alike = With every number at its value, as published or estimated, the share is { $low }{ $n ->
    [one] {""}
   *[other] {" "}against every missile
}.
report_ends = With every disputed number at its bad end for the defence at once the share is { $bad }, with every one at its good end { $good }.
report_ends_drawn = With every disputed number at its bad end for the defence at once the share is { $bad }, with every one at its good end { $good }; the 5–95 % bands of the missiles lie within { $band }.
report_end_floor = floor
report_end_ceiling = ceiling
report_end_reach = reach
report_end_target_speed_max = fastest target
report_end_warning = warning
report_end_track = track time
report_end_reaction = reaction time
report_end_sector = sector
report_end_elevation_min = least elevation
report_owner_interceptor = the interceptor’s { $parts }
report_owner_battery = the battery’s { $parts }
report_owner_radar = the radar’s { $parts }
report_owners = { $first }, and of { $second }
report_one_sided = { $n ->
    [one] The published value of { $whose } stands at the favourable end of its range
   *[other] The published values of { $whose } stand at the favourable end of their ranges
}.
report_one_sided_all = { $n ->
    [one] The published value of { $whose } stands at the favourable end of its range
   *[other] The published values of { $whose } stand at the favourable end of their ranges
}; joint draws from the ranges are mostly less favourable, and against all { $above } missiles the value lies above its own 5–95 % band.
report_one_sided_some = { $n ->
    [one] The published value of { $whose } stands at the favourable end of its range
   *[other] The published values of { $whose } stand at the favourable end of their ranges
}; joint draws from the ranges are mostly less favourable, and against { $above } of { $all } missiles the value lies above its own 5–95 % band.
report_place_unreached = { $place } lies within the range of none of the missiles.
report_place_safe = At the values { $place } is defended against all { $n } missiles that reach it.
report_place_lost = At the values { $place } is defended against none of the { $n } missiles that reach it.
report_place_partly = At the values { $place } is defended against { $safe } of the { $n } missiles that reach it.
report_binds_published = Against { $n }, the interceptor as modelled could fly there, and only the published envelope excludes it.
report_binds_kinematic = Against { $n }, the published envelope allows an intercept, and the interceptor as modelled does not get there in time.
report_binds_both = Against { $n }, neither the published envelope nor the interceptor's modelled flight allows an intercept.
report_no_hits = “Defended” means that the shots fit in time and space. It is no statement about hits: no kill probability enters this page.
report_no_hits_battle = “Defended” means that the shots fit in time and space. It is no statement about hits: no kill probability enters it; hits and misses are counted under <a href="#battle">the battle</a> alone.
report_headline_words = Share of the people in range that is defended, doctrine { $doctrine }. Draws take every disputed number at once from between its ends, the missile’s and the launch point too: evenly, or where the ends lie ten times apart evenly in the logarithm. Peaked: the median of draws that are peaked at the values. Values: every number as published or estimated. Bad and good: all numbers at that end for the defence at once. People in millions.
report_headline_label = Shares and people defended by missile
report_missiles = Shares of the people by missile
report_missile = Missile
report_one_point = One launch point,<br>drawn at random
report_all_points = Every launch point<br>at once
report_points_head = Launch<br>points
report_rivals_head = Under other published readings of radar and interceptor
report_median = median
report_band = 5–95 %
report_peaked = peaked
report_rival_share = { $name }: { $share } (5–95 %: { $band }) over { $draws } draws
report_rival_wedge = With the radar’s view as a wedge of azimuth up to the zenith
report_rival_launcher-sector = With the interceptor’s reach in full only within 60° of the launchers’ direction, half elsewhere
report_other_readings = Other published readings, against every launch point at once. { $rows }.
report_people_defended = People defended
report_people_in_range = People<br>in range
report_bad = bad
report_value = value
report_good = good
report_not_converged = { $n } flights did not converge and count as not threatened.
report_people_doubt = <strong>People:</strong> { $doubt } Shares are of the people counted.
report_weak = Of { $inputs } input values { $counts }.
report_weak_head = Weak inputs
report_weak_count_estimate = { $n } are estimates of this project
report_weak_count_memory = { $n } are recalled from memory
report_weak_count_low = { $n } rest on sources of low confidence only
report_weak_count_single = { $n } rest on a single source, with no other figure beside it
report_weak_estimate = Estimates of this project
report_weak_memory = Recalled from memory
report_weak_low = On sources of low confidence only
report_weak_single = On a single source, with no other figure beside it
report_scenario = Scenario
report_position_of = position of { $place }
report_direction = direction of the radar

# Maps
report_edge_value = defended at the values
report_map_words = Cells of { $spacing }, coloured by the share of the joint draws in which they are defended against every launch point that reaches them; the line encloses what is defended at the values.
report_map_places = Dots are the places of the study, coloured by the share of the joint draws in which they are defended against every launch point that reaches them.
report_battery = battery
report_battery_and_radar = battery and radar
report_radar_away = radar, away from the battery
report_launchers_away = launchers away from the battery: { $sites }
report_launch_point = launch point
report_launch_away = launch point outside the map, with its distance from the battery
report_sector = radar’s view at its least elevation, { $sector } about { $boresight }
report_reach = slant-range reach of { $reach } about the battery, laid on the ground, for orientation only
report_reach_places = slant-range reach of { $reach } about every place with launchers, laid on the ground, for orientation only

# Places
report_places = Places against missiles: what holds, fails or hangs
report_places_words = In each cell the share of the joint draws in which the place is defended and, below, what it hangs on or why it fails; marks as on page 1. Dark: holds; hatched: hangs; pale: fails. The first row is the share of all people in range.
report_in_hand_words = What fails at the values stands with its margin; where nothing fails, the seconds in hand: by how much the last shot of the doctrine could be later and still meet the missile. They are not slack in the reaction time: where the first shot must wait anyway, a slower reaction costs nothing up to that moment and everything after it.
report_direction_words = The bad and the good end keep the radar’s direction, while the draws turn it: a draw can lie outside bad and good, and a place that is defended at both ends can fail in some draws, or the other way about.
report_places_by_missile = Places by missile
report_place = Place
report_worst_launch_point = Hardest launch point
report_at_values_head = At the values: fails by, or in hand
report_verdict = Verdict
report_share_of_draws = Defended in
report_nearest = Nearest in band
report_towns = Towns: { $n }
report_towns_by_missile = Towns by missile
report_town = Town
report_people = People
report_state_yes = defended
report_state_no = not defended
report_state_na = not threatened
report_state_bad = not computed
report_in_hand = { $time } in hand
report_no_further_shot = a further shot does not fit

# Engagements
report_engagements = How an engagement goes
report_engagement = { $place }: { $missile } from { $start }
report_not_defended_because = not defended: { $reason }
report_what_fails = What fails: { $failed }.
report_phases = Phases in order; the line on the right is the impact.
report_phases_no_shot = Phases in order; the line on the right is the impact. No interceptor flies here.
report_side = Red: the missile’s path, thick where it lies inside the envelope; blue: the interceptors, with a cross where they meet it. The dotted arc is the reach. It is a slant range: it counts from the { $launcher } straight to the target, not over the ground, and in this figure every straight distance from the star is one.
report_side_no_shot = Red: the missile’s path. No interceptor is drawn, because none flies: the shots that the doctrine asks for do not fit. The dotted arc is the reach. It is a slant range: it counts from the { $launcher } straight to the target, not over the ground, and in this figure every straight distance from the star is one.
report_one_flight = One flight from this launch point, with every number at its value, by the doctrine “{ $doctrine }”. The tables and maps above count every launch point and the joint draws, and can say otherwise.
report_side_over = The missile passes over the { $launcher }; what lies left of the star lies beyond it.
report_side_aside = The missile passes the { $launcher } { $distance } away over the ground; from there on its distance grows again.
report_in_words = The same in words
report_event = Event
report_time = Time
report_altitude = Missile’s altitude (km)
report_range = Range from radar (km)
report_event_missile-launch = missile launch
report_event_burnout = burnout
report_event_apogee = apogee
report_event_early-warning-cue = early-warning cue
report_event_inside-the-radars-view = inside the radar's view
report_event_detection = detection
report_event_firm-track = firm track
report_event_committed-to-an-intercept-point = committed to an intercept point
report_event_published-chain-ends = published chain ends
report_event_first-launch-possible = first interceptor launch possible
report_event_interceptor-launch = interceptor launch
report_event_earliest-intercept = first intercept, the earliest possible
report_event_second-interceptor-launch = second interceptor launch
report_event_second-intercept = second intercept
report_event_latest-launch = latest useful interceptor launch
report_event_latest-intercept = latest possible intercept
report_event_impact = impact

# Ranges and reasons
report_ranges = What the answer hangs on
report_sweeps = Along one disputed number
report_ranges_words = Bad to good is the span between every disputed number at its bad end and every one at its good end, which nobody need believe at once; the pale bar is the middle nine tenths of the joint draws. The grey tick is everybody in the missile’s range.
report_mark_single = single: one shot
report_mark_salvo-2 = salvo-2: two shots
report_mark_shoot-look-shoot = shoot-look-shoot: time for a second shot after the first
report_band_of_draws = 5–95 % of the draws, { $doctrine }
report_curves_words = People defended along one disputed number, all other numbers at their values; doctrine { $doctrine }. The dashed line marks the value, the grey band its range.
report_curve_beyond = The curve goes beyond the range to show the rival figure of { $value } ({ $keys }), which enters neither bad nor good nor the draws.
report_reasons = Why, at the places asked about
report_reasons_places = The greatest cities of the study of which each has verdicts of its own, at most four.
report_reasons_words = People threatened and not defended, by the first constraint that fails; number at the bar’s end: the sum, in millions.
report_reason_map_words = { $name }. White: defended. Several constraints can fail at one place; the first in a fixed order is shown, for the launch point that fails first.
report_reason_map_words_hatched = { $name }. White: defended; hatched pale: not threatened. Several constraints can fail at one place; the first in a fixed order is shown, for the launch point that fails first.
report_not_flown = Missiles that are not flown here
report_not_flown_words = They glide or pull up in the air: flying them as ballistic arcs would invent height and time that they do not have. What can be compared is the published apogee with the floor below which the interceptor does not work.
report_apogees_words = Diamond: the value; bar: the published flights. Grey: the band between floor and ceiling.
report_not_flown_label = Missiles that are not flown
report_range_km = Range (km)
report_apogee_km = Apogee (km)
report_finding = Finding
report_apogee_source = Source of the apogee
report_finding_none = no apogee is published
report_finding_below = flies below the floor on every published flight
report_finding_above = its published apogees lie above the floor
report_finding_both = its published apogees lie on both sides of the floor

# Assumptions
report_rest_on = What the numbers rest on
report_standing = What stands where
report_what = What
report_latitude = Latitude
report_longitude = Longitude
report_source = Source
report_note = Note
report_radar = radar
report_launchers = { $n ->
    [one] { $n } launcher
   *[other] { $n } launchers
}
report_launchers_between = { $n ->
    [one] { $n } launcher
   *[other] { $n } launchers
} ({ $low } to { $high })
report_interceptors = { $n ->
    [one] { $n } interceptor
   *[other] { $n } interceptors
}
report_interceptors_between = { $n ->
    [one] { $n } interceptor
   *[other] { $n } interceptors
} ({ $low } to { $high })
report_radar_view = Radar: sector of { $sector } about azimuth { $boresight }, elevation { $low } to { $high }.
report_doctrine = Doctrine: { $doctrine }, { $text }.
report_chain_parts = The time before a launch is made of its parts: early warning, search, track, reaction.
report_chain_published = The time before a launch is the published one and replaces its parts.
report_disputed = The disputed numbers
report_disputed_words = An “estimate” is a guess of this project, with its reason in the note. A rival is another figure in print; it enters nothing here.
report_number = Number
report_value_head = Value
report_low_head = Low
report_high_head = High
report_basis = Basis
report_rivals = Rivals
report_rival_of = Rival of { $value }: { $note }
report_basis_measured = measured
report_basis_published = published
report_basis_derived = derived
report_basis_estimate = estimate
report_basis_scenario = scenario
report_sight = Radar sees it
report_sight_words = Radar: search without a cue, within the time that the radar has for searching; track with the long look at a known target.
report_search = Search
report_track = Track
report_launch_points = Launch points
report_scenario_notes = Notes of the scenario

# Limits
report_limits = What this cannot say
report_limit_battle = Outside the section on the battle a shot that fits is not a hit, and each missile is judged alone. In it, kill probabilities, failures in common and the sorting of objects are inputs of wide ranges, each battery fights by fixed rules, and a missile that comes through takes nothing from the defence: the loss of a radar is an input.
report_limit_hits = A shot that fits is not a hit. No kill probability enters, and neither decoys nor debris are modelled.
report_limit_alone = Each missile is judged alone: no raid, no saturation, no magazine running empty.
report_limit_track = How soon a track is firm and an interceptor committed follows from the errors of the radar’s looks along each flight, without drawing a single look; a body tracked by mistake does not show here. A target in range is detected at once: not at the next look of the search, and with certainty. A cue counts only after the time that a search of the directions it leaves would take. Warning, reaction and the gates are estimates.
report_limit_smooth = The radar looks over a smooth Earth. The air bends its beam as a standard atmosphere does, without weather or ducts.
report_limit_no_terrain = The radar looks over a smooth Earth: no terrain was used, and no hill hides a missile. The air bends its beam as a standard atmosphere does, without weather or ducts.
report_limit_terrain = The radar looks over the skyline of its horizon profile, the same at every range. The air bends its beam as a standard atmosphere does, without weather or ducts.
report_limit_ground = Launch points and places lie on the ellipsoid; the ground’s height is left out, and impacts are at height zero.
report_limit_ends = Bad and good ends move the defence’s numbers and the radar’s, not the missile’s: its payload and ballistic coefficient, which is uncertain by a factor of up to 65 for a tumbling Scud, are drawn and not taken to an end. The radar cross section is. Each draw of the defence meets one of 32 drawn missiles; with every draw meeting every missile the medians of the study korea move by at most 0.5 points and the ends of 5–95 % by at most 0.7 (measured once, at a spacing of 50 km).
report_limit_direction = The direction of the radar, { $boresight }, is an estimate. The draws vary it, the tilt of its face, its scan limit and its least and greatest elevation; no page states tilt or scan limit. A direction has no good or bad end, so the bad and the good end keep its value. A few degrees can decide a verdict at the edge of the view and behind the battery.
report_limit_direction_span = The direction of the radar, { $boresight }, is an estimate. The draws vary it from { $first } clockwise to { $last }, as far as the launch areas stay in view, and the tilt of its face, its scan limit and its least and greatest elevation; no page states tilt or scan limit. A direction has no good or bad end, so the bad and the good end keep its value. A few degrees can decide a verdict at the edge of the view and behind the battery.
report_limit_seen = A shot counts only if the radar, with its face held still, still sees the missile at the intercept.
report_limit_fastest = The interceptor flies to each point on its fastest path, or later by at most the share that the assumptions name: it wastes speed while its motor burns. What that costs in reach at the edge of its flight is not taken off.
report_limit_drag = How fast the interceptor loses speed in the air hangs on when its kill vehicle leaves the booster, which is not published, and on the drag of both bodies. The draws vary them, and the speed at burnout.
report_limit_stages = The stages of most missiles are class estimates fitted to published flights.
report_limit_gliders = Quasi-ballistic missiles and gliders are not flown; their published apogees stand beside the floor.
report_limit_beyond = Places beyond a missile’s range, or nearer than it can fly in its class, count neither as defended nor as undefended.
report_limit_places = The study counts people at its places alone, each as one point; there is no grid between them.
report_limit_cells = A cell of { $spacing } is defended or not as its centre is.
report_limit_starts = The launch points are a few of those known from tests; “every launch point” means every one of these.
report_limit_people_places = People are { $source }, { $people } in all. Nobody commutes, and troops are not counted apart.
report_limit_people = People are { $source }, put into the cells: { $people } on the grid with no total of the country known to compare them with, on { $area } of land. Nobody commutes, and troops are not counted apart.
report_limit_people_census = People are { $source }, put into the cells: { $people } on the grid against a census total of { $total } ({ $year }; { $total_source }; difference: { $difference }), on { $area } of land. Nobody commutes, and troops are not counted apart.
report_limit_people_estimate = People are { $source }, put into the cells: { $people } on the grid against an estimated total of { $total } ({ $year }; { $total_source }; difference: { $difference }), on { $area } of land. Nobody commutes, and troops are not counted apart.
report_limit_literature = The public literature is thin and partly press. Where sources disagree, the values stand side by side in the run’s catalogue and are never averaged.

# Sources and making it again
report_sources = Sources
report_sources_words = The sources of this run. Last, this project’s own confidence: high, medium, low, or memory for what was recalled and not read again.
report_not_read_again = not read again
report_read_on = read { $date }
report_confidence = { $level }.
report_confidence_high = high
report_confidence_medium = medium
report_confidence_low = low
report_confidence_memory = memory
report_confidence_none = not rated, because the scenario itself gives this source
report_map_data = Map data. { $attribution }
report_again = Make it again, and cite it
report_again_words = The scenario lies beside this page. With Shieldmap { $version }:
report_again_same = The same scenario, catalogue and version give the run { $run } again, with the same bytes in these files:
report_file = File
report_files = Files and their sums
report_made = Made { $date } with { $versions }. Scenario <span class="hash">{ $hash }</span>.
report_cite = To cite: Shieldmap contributors ({ $year }). <cite>{ $title }</cite>. Shieldmap { $version }, run { $run }.

# How a missile is flown
report_class_to = { $path } to { $apogee }
report_class_full = { $path }, full burn
report_from_count = from { $n } launch points
report_from = from { $places }

# What the radar sees
report_seen = What the radar sees
report_no_radar = The radar is not in place in this scenario: nothing is seen.
report_seen_words = { $system } at { $place }: sector of { $sector } about azimuth { $boresight }, elevation { $low } to { $high }, rays bent by the air over the ellipsoid. The line of sight ends at a slant range of { $sight }. <strong>{ $terrain }</strong>
report_sight_at = { $slant } at { $altitude }
report_no_terrain = No terrain was used: no hill hides anything from the radar.
report_terrain = Terrain: { $file }.
report_terrain_profile = Terrain: a horizon profile of the scenario.
report_lowest_words = Thick: the three altitudes of the table. Star: the radar; distances from it are true, north is up. Over land inside a line, a target at that altitude is in the radar’s line of sight; whether it is detected depends on its radar cross section.
report_cut_words = Shaded: the field of regard. Thick line: the lowest ray; dashed: a level one, for comparison. Coloured: the range for each radar cross section, in the colours of the maps below.
report_detected_words = Where targets are detected with the long look at a known target, by radar cross section; thick black: the line of sight.
report_section_head = Radar cross<br>section (m²)
report_long_look = Range with<br>the long look
report_bad_good = bad–good
report_searching = Range while<br>searching
report_whose_land = Over whose land
report_whose_words = Thousands of km² of each country below the view, for targets at three altitudes. First the line of sight, with its share of the country and, in brackets, the span over the disputed direction, sector and least elevation; then what is left within the { $range } at which { $section } is detected. Borders are Natural Earth’s and settle no claim.
report_whose_label = Area of countries in the radar’s view
report_country = Country
report_in_sight = in sight

# How far the flights can be trusted
report_trust = How far the flights can be trusted
report_trust_words = The physics compared with what was published: { $tests } comparisons, { $passed } inside their tolerance and { $failed } outside; { $fitted } more numbers were fitted and prove nothing. Each tolerance has its reason in the documentation (docs/validation.md); <code>shieldmap validate</code> computes all of it again.
report_compared_with = Compared with
report_tests = Tests
report_inside = Inside
report_outside = Outside
report_fitted = Fitted
report_worst = Worst inside<br>(tolerances)
report_times_words = Range and apogee of each test are held, so what is tested is the time that the boost adds. Total time would prove little: an arc without any boost comes within 5 % of the time of the highest flights.
report_failures = Outside their tolerance: { $n }
report_failures_label = Comparisons outside their tolerance
report_quantity = Quantity
report_ours = Ours
report_published = Published
report_difference = Difference
report_tolerance = Tolerance
report_why = Why
report_not_explained = Not explained.
report_no_limit = no limit
report_unusable = { $n } published flights cannot be compared: { $reasons }.
report_unusable_not-ballistic = not ballistic
report_unusable_type-unknown = type unknown
report_unusable_not-in-the-catalogue = not in the catalogue
report_unusable_placeholder-apogee = placeholder apogee
report_unusable_space-launcher = space launcher
report_unusable_failure = failure
report_unusable_part-of-a-missile = part of a missile
report_unusable_no-apogee = no apogee
report_unusable_type-disputed = type disputed
report_unusable_mixed-path = mixed path
report_group_lofted-times = Flight tests: time beyond an arc without boost
report_group_standard-ranges = Flight tests: standard range
report_group_flights = Flight tests: range, apogee and energy
report_group_lifted = Flights with lift
report_group_statements = Statements about the battery at Seongju
report_group_falling-speeds = Flight tests: speed of the fall
report_group_stage-sets = Published stage sets
report_group_minimum-energy = Minimum-energy arcs
report_group_bate-mueller-white = Examples of Bate, Mueller and White
report_group_atmosphere = US Standard Atmosphere 1976
report_group_geodesics = Geodesics on the ellipsoid
report_group_frames = Frames and look angles
report_group_independent = An independent propagator
report_group_nesc = Check cases of NASA for flight simulations
report_group_orekit = Arcs flown with Orekit
report_group_radar-equation = Radar and search equation
report_group_detection = Detection of a steady target
report_group_leakage = Leakage of raids
report_validation_title = Validation – Shieldmap
report_validation = Validation: ours beside what was published
report_authority = Authority: { $authority }.
report_unit = Unit
report_state = State
report_row_fitted = fitted
report_row_passed = inside
report_row_failed = outside
report_unusable_head = Published flights that cannot be compared
report_unusable_label = Flights that cannot be compared
report_flight = Flight
report_class = Class

# Before and after
report_compare_title = Before and after – Shieldmap
report_compare_over = Shieldmap: before and after
compare_lead = { $stands } { $told }.
compare_stands = With { $launchers_after } and { $interceptors_after } instead of { $launchers_before } and { $interceptors_before }{ $radar ->
    [gone] , and without the radar,
    [here] , and with the radar,
   *[same] ,
}
compare_stands_same = With { $launchers_after } and { $interceptors_after } before and after{ $radar ->
    [gone] , and without the radar,
    [here] , and with the radar,
   *[same] ,
}
compare_share = the share of the people in range that is defended changes against { $changed } of { $missiles } { $missiles ->
    [one] missile
   *[other] missiles
}, most against the { $name }: { $after } (median of { $draws } joint draws; 5–95 %: { $band_after }) instead of { $before } ({ $band_before })
compare_share_same = the share of the people in range that is defended stays as it is against { $missiles ->
    [one] the one missile
   *[other] all { $missiles } missiles
} ({ $name }: { $after }, median of { $draws } joint draws; 5–95 %: { $band_after })
compare_raid = of the { $missiles } missiles of the raid { $after } come through instead of { $before }, every number at its value: means of { $trials_after } and { $trials_before } trials
compare_no_map = No cell changes against any missile, at the values or at their ends: there is no map to show.
compare_alike = Only maps that differ are shown; against { $n ->
    [one] { $n } further missile
   *[other] { $n } further missiles
} no cell changes.
report_what_stands = What stands there
report_before = Before
report_after = After
report_the_change = The change
report_study = Study
report_study_of = { $title }, { $date } (run { $run })
report_launchers_head = Launchers
report_interceptors_head = Interceptors
report_radar_head = Radar
report_in_place = in place
report_not_in_place = not in place
report_compare_people = Share: of the people in range over the joint draws, median and 5–95 %. Then millions of people, against every launch point that reaches them: the value, and in brackets every assumption at its bad and at its good end. A place counts as defended when the shots of the doctrine fit; the number of interceptors decides it only where there are too few for one target.
report_share_before = Share before
report_share_after = Share after
report_against = Against
report_in_range = In range
report_change = Change
report_same_raid = The same raid against both
report_raid_of = { $title }: { $missiles } missiles. Two intervals that are not the same: the spread of the trials, and the span of the assumptions.
report_leakers = Leakers, mean of the trials
report_none_leaks = Trials without a leaker
report_spent = Interceptors spent
report_cost = Their cost, million USD
report_outcomes = What becomes of the missiles
report_stopped_by = stopped by { $by }
report_mean = { $mean } (trials { $low } to { $high }; assumptions bad { $bad }, good { $good })
report_changing_places = Named places whose answer changes
report_lost_against = Lost against
report_won_against = Won against
report_why_not = Why not defended
report_no_place_changes = None, at the values of the assumptions.
report_compare_maps = Maps
report_compare_lines = Solid and dashed lines: every assumption at its bad and at its good end. Dotted: the reach as a ring on the ground. Green: the sector of the radar.

# Values of the catalogue by their last name, and the part of a system to which they belong
field_of = { $name } ({ $part })
field_stage = stage { $n }
field_angle_bias = angle bias
field_aperture_area = aperture area
field_aperture_efficiency = aperture efficiency
field_apogee = apogee
field_assessment = assessment
field_ballistic_coefficient = ballistic coefficient
field_battery = battery
field_beam_width = beam width
field_burn_time = burn time
field_burnout_speed = burnout speed
field_ceiling = ceiling
field_chain = chain
field_coast_ballistic_coefficient = coast ballistic coefficient
field_commit_gate = commit gate
field_common_mode_failure = common mode failure
field_cue_radius = cue radius
field_diameter = diameter
field_dry_mass = dry mass
field_duty_factor = duty factor
field_dwell = dwell
field_elevation_extent = elevation extent
field_elevation_max = elevation max
field_elevation_min = elevation min
field_false_alarm_probability = false alarm probability
field_firm_gate = firm gate
field_firm_looks = firm looks
field_flight_time = flight time
field_floor = floor
field_frequency = frequency
field_hold_time = hold time
field_interceptor = interceptor
field_interceptors = interceptors
field_kill_vehicle_mass = kill vehicle mass
field_launch_elevation_max = launch elevation max
field_launch_elevation_min = launch elevation min
field_launch_mass = launch mass
field_launchers = launchers
field_length = length
field_mass = mass
field_module_power = module power
field_modules = modules
field_noise_temperature = noise temperature
field_noise_times_losses = noise times losses
field_nozzle_exit_area = nozzle exit area
field_pitch_time = pitch time
field_propellant_mass = propellant mass
field_radar_cross_section = radar cross section
field_range = range
field_range_bias = range bias
field_range_resolution = range resolution
field_reach = reach
field_reaction = reaction
field_ready_interceptors = ready interceptors
field_reload_time = reload time
field_revisit = revisit
field_rise_time = rise time
field_salvo_spacing = salvo spacing
field_sector = sector
field_share_of_time = share of time
field_simultaneous = simultaneous
field_single_shot = single shot
field_snr = snr
field_soldiers = soldiers
field_specific_impulse_sea_level = specific impulse sea level
field_specific_impulse_vacuum = specific impulse vacuum
field_target_range_max = target range max
field_target_speed_max = target speed max
field_tilt = tilt
field_track_budget = track budget
field_update = update
field_warning = warning
part_antenna = antenna
part_battery = battery
part_boost = boost
part_cost = cost
part_delays = delays
part_envelope = envelope
part_field_of_regard = field of regard
part_fire_control = fire control
part_interceptor = interceptor
part_kill_probability = kill probability
part_launcher = launcher
part_payload = payload
part_published = published
part_receiver = receiver
part_reentry = reentry
part_reference = reference
part_search = search
part_tracking = tracking

# What is compared
report_quantity_altitude = altitude
report_quantity_apogee = apogee
report_quantity_apogee-at-full-burn = apogee at full burn
report_quantity_azimuth = azimuth
report_quantity_azimuth-at-the-end = azimuth at the end
report_quantity_azimuth-at-the-start = azimuth at the start
report_quantity_burnout = burnout
report_quantity_burnout-altitude = burnout altitude
report_quantity_burnout-speed = burnout speed
report_quantity_burnout-velocity = burnout velocity
report_quantity_density-five-digits = density (five digits)
report_quantity_density-three-digits = density (three digits)
report_quantity_density-above-86-km-four-digits = density above 86 km (four digits)
report_quantity_density-above-86-km-three-digits = density above 86 km (three digits)
report_quantity_distance = distance
report_quantity_elevation = elevation
report_quantity_fits-after-203-s = fits after 203 s
report_quantity_share-of-the-area = share of the area
report_quantity_highest-speed = highest speed
report_quantity_falling-speed = falling speed
report_quantity_ground-range = ground range
report_quantity_impact = impact
report_quantity_impact-in-the-layers = impact in the layers
report_quantity_impact-time = impact time
report_quantity_latitude-at-the-end = latitude at the end
report_quantity_leakers = leakers
report_quantity_longitude-at-the-end = longitude at the end
report_quantity_maximum-range-of-the-catalogue-s-missile = maximum range of the catalogue's missile
report_quantity_position = position
report_quantity_pressure-five-digits = pressure (five digits)
report_quantity_pressure-three-digits = pressure (three digits)
report_quantity_probability-that-none-leaks = probability that none leaks
report_quantity_range = range
report_quantity_range-angle = range angle
report_quantity_range-flown = range flown
report_quantity_share-of-the-burn-used = share of the burn used
report_quantity_share-stopped = share stopped
report_quantity_signal-to-noise = signal-to-noise
report_quantity_signal-to-noise-needed = signal-to-noise needed
report_quantity_slant-range = slant range
report_quantity_slope-of-the-range-angle = slope of the range angle
report_quantity_speed = speed
report_quantity_speed-downward = speed downward
report_quantity_speed-of-sound = speed of sound
report_quantity_speed-to-the-east = speed to the east
report_quantity_speed-to-the-north = speed to the north
report_quantity_standard-range = standard range
report_quantity_temperature = temperature
report_quantity_time = time
report_quantity_time-beyond-the-arc = time beyond the arc
report_quantity_way-to-the-east = way to the east
report_quantity_way-to-the-north = way to the north
