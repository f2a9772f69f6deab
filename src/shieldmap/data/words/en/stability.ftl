# The page of a stability study: what radars see of flights, and whether an interceptor meets one.
stability_country_CHN = China
stability_country_RUS = Russia
stability_country_PRK = North Korea
stability_country_USA = the United States

# numbers in sentences
stability_few =
    { $number ->
        [0] no
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
       *[other] { $number }
    }
stability_some =
    { $number ->
        [0] none
       *[other] { $few }
    }
stability_minutes = { $number } min
stability_at = { $count } at { $section }
stability_count_at = { $count } at { $section }
stability_of_from = { $seen } of { $flown } from { $country }
stability_flights_of_from = { $seen } of { $flown } flights from { $country }

# the answer
stability_short =
    The radar at { $name } { $seen ->
        [both] would see some flights from { $visible } after their burnout, and none from { $unseen }
        [some] would see some flights from { $visible } after their burnout
       *[none] would see none from { $unseen }
    }; { $met ->
        [inside] some flights pass inside the published reach of the interceptors beside it
        [clear] no flight comes within the published reach of the interceptors beside it
       *[near] no flight comes within the published reach of the interceptors beside it, and some within what is modelled
    }.
stability_short_others = Much of what it would see, other radars nearby see too.
stability_seen =
    Of { $pairs } pairs of launch area and city { $flown } lie within the range of the missile that stands in. With a radar cross section of { $section } the radar at { $name } alone sees { $parts }, for { $time } in all; over { $samples } joint draws of what is not known, the paths among it, { $median } flights in the median and { $draws } in 5–95 % of the draws. The count hangs on the cross section, which nobody publishes{ $more ->
        [none] {""}
       *[other] : { $more }
    }. These are flights that the radar is told of; searching its sector without a cue it sees { $uncued }.
stability_have = { $group } see { $count }
stability_added =
    { $have ->
        [none] At { $section } { $name }
       *[other] At { $section } { $have }. { $name }
    } adds { $flights ->
        [one] { $few } flight
       *[other] { $few } flights
    } as given that no other radar here sees (in the median of the draws { $median }, in 5–95 % of them { $draws }{ $outside ->
        [all] , which turn and narrow the views of all radars and fly higher paths
        [some] , which turn and narrow the views of some radars and fly higher paths
       *[no] {""}
    }; { $loss } with the loss of gain off the antennas’ faces), makes the time in view of { $longer } longer by { $least } or more, and gives { $time } of view that nobody else has ({ $time_draws }).
stability_only = Flights that only { $name } sees: { $parts }.
stability_reached_none = No flight is within range of its missile, so none passes the battery.
stability_reached_outside = No flight comes within the far ends of the interceptor’s published envelope, { $reach } and { $ceiling } altitude: after burnout none comes nearer than { $nearest } ({ $start } to { $end }, over all launch points).
stability_reached_inside = Flights come within the far ends of the interceptor’s published envelope, { $reach } and { $ceiling } altitude, as low as { $lowest } ({ $start } to { $end }, over all launch points); no time, view or speed is asked for here.
stability_top_far = Nor does any pass within { $farthest } over the ground, the farthest that the fly-out as modelled gets.
stability_top_above = The fly-out as modelled climbs higher than published, to { $top } at its fast end, and, without asking for time, comes { $gap } above the flight from { $start } to { $end }.
stability_top_below =
    The fly-out as modelled climbs higher than published, to { $top } at its fast end; the flight that passes least above it, from { $start } to { $end } and from the least favourable of its launch points, does so by { $gap }{ $unsure ->
        [yes] , no more than the flights’ apogees are sure to (some 50 km)
       *[no] {""}
    }, before any question of time, warning or speed.
stability_weak_areas = of { $all } launch areas { $kinds }
stability_weak_radars = of { $all } radars { $kinds }
stability_weak_memory = { $count } are recalled from memory and not read again
stability_weak_low = { $count } are of low confidence
stability_weak_more = The <a href="#assumptions">tables of assumptions</a> say which.

# statements
stability_speeds = Where they pass nearest the flights move at { $slowest } or faster; the fastest target that is published for the interceptor has { $fastest }.
stability_agree =
    So far as the interceptor is meant, { $agree ->
        [inside] some of these flights pass where the published envelope reaches
        [clear-denied] the computed numbers agree with the statement for these flights
        [near-denied] the published envelope agrees with the statement for these flights, and the height of the fly-out as modelled does not exclude all of them
        [clear] no flight of this study passes where the interceptor gets
       *[near] no flight of this study passes where the published envelope reaches, and some pass where the fly-out as modelled gets
    }. What the radar sees is another question{ $word ->
        [none] {""}
       *[other] , and the word “{ $word }” is not a quantity
    }.
stability_before = The radars that stood there without { $name } see { $before } of { $flown } flights at { $section }, with it { $after }: { $more } more, and { $time } more of view in all.
stability_only_times = Flights that only { $name } sees: { $flights }. Time that only { $name } has: { $times }.
stability_does_add = Under these assumptions the radar does add flights and time in view, of flights from { $countries }. Whether such a track would matter to a defence elsewhere, and so to stability, depends on data links, on orders and on telling warheads from other objects. None of that is computed here, and it is a political judgement.
stability_unseen =
    None of the { $flown } flights from { $country } is seen by the radar at { $name } at any cross section or elevation limit of this study{ $below ->
        [none] {""}
       *[other] : the one that stands highest stays { $below } below its horizon
    }.
stability_ranges = Cued, the radar equation gives the radar { $ranges }; the curvature of the Earth hides what is low.
stability_lowest = at { $elevation } nothing below { $near } is in view at 1,000 km, nothing below { $far } at 2,000 km
stability_beyond =
    { $beyond ->
        [yes] So the coverage does go beyond { $place }: in the directions that it has to watch for its task, { $name }
        [no] In the directions that it has to watch for its task, { $name }
       *[none] { $name }
    } sees { $found } at { $section }. The launch areas themselves lie below its horizon; flights come into view as they climb. What is needed for defence, and how much is too much, is not a number of this study.
stability_turned_round = The radar at { $name } looks all round: to turn it would change nothing.
stability_turned_none = No direction holds all the { $sites_of } launch sites.
stability_turned =
    Every direction from { $west }{ $over ->
        [north] {" "}over north
       *[none] {""}
    } to { $east } keeps all { $sites } { $sites_of } launch sites in the sector, and with any of them the radar sees { $span } of the flights from { $country }.
stability_turned_no_more = No other direction sees more than { $most }: at { $section } the flights pass where the radar has to look for its task anyway.
stability_turned_more = Turned to { $bearing } it would see { $most } and hold { $share } of the directions of those sites.
stability_pointed = Pointed { $where }, at { $bearing }, it would see { $seen } and keep { $share } of the { $sites_of } directions, { $held } of { $points } named launch points.

# the page
stability_over = Shieldmap report · scenario of <time datetime="{ $date }">{ $date }</time> · run { $run }
stability_nav_answer = Answer
stability_nav_statements = Statements: what was said, and the numbers that bear on it
stability_nav_seen = Flights: seen or not, one by one
stability_nav_when = Times: when, how high and in which phase
stability_nav_section = Cross section: what hangs on it
stability_nav_turning = Direction: what turning the radar changes
stability_nav_interceptor = Interceptor: could it meet one?
stability_nav_ranges = Ranges: how sure is that?
stability_nav_assumptions = Inputs: radars, launch areas and values, with sources and rivals
stability_print_leaves = Tables that open on the screen are left out in print; they stand in report.html.
stability_answer_note = “Seen” means in view, after burnout, for at least { $least } in all: inside the sector, above the least elevation, and nearer than the radar’s range for the cross section. It is no statement about what is recognised, and none about what a track is used for: that is a political judgement.
stability_seen_label = Flights seen by country and cross section
stability_from = From
stability_to = To
stability_section = Cross<br>section
stability_section_line = Cross section
stability_in_range = Flights<br>in range
stability_in_range_line = In range
stability_seen_by = Flights seen by
stability_only_with = Only with<br>{ $radar }
stability_longer_with = Longer with<br>{ $radar }
stability_time_only = Time that only<br>{ $radar } has
stability_only_with_line = Only with { $radar }
stability_longer = Longer
stability_time_added = Time added
stability_without = Without { $radar }
stability_answer_limits = Least elevations as given: { $elevations }. Longer with: in view longer by at least { $least } with it than with all the others together.
stability_elevation_at = { $elevation } at { $radars }
stability_level =
    The same with every radar looking down to { $elevation }{ $level ->
        [yes] , a level ray
       *[no] {""}
    }
stability_level_one =
    The same with the radar looking down to { $elevation }{ $level ->
        [yes] , a level ray
       *[no] {""}
    }
stability_level_label = Flights seen with every radar at the horizon
stability_statements_title = What was said, and the numbers that bear on it
stability_key_sees = { $radar } sees the flight here, at { $section }
stability_key_others = only other radars see it
stability_key_nobody = nobody here sees it
stability_key_area = launch area in { $country }
stability_key_city = city
stability_key_solid = { $radar }; solid: its sector
stability_key_dashed = { $radar }; dashed: its sector
stability_maps_note = A sector is drawn as far as its radar tracks { $section } in a straight line; how high a flight passes decides whether it is seen there. Launch areas are regions, rounded to 0.1 degrees or coarser.
stability_world_caption =
    Azimuthal equidistant about the middle of the tracks{ $lies ->
        [pole] : the launches lie at the left, the cities at the right, and the North Pole between them
        [turned] : the launches lie at the left and the cities at the right
       *[upright] , north up
    }.
stability_near_caption = The same near the radars, north up.
stability_matrix_title = Seen or not, flight by flight
stability_same_answer = The same bears on it as on the statement of { $who }, { $said_on }, above.
stability_same_numbers = The numbers that bear on it stand under the statement of { $who }, { $said_on }, above.
stability_matrix_intro = The smallest of the cross sections (m²) at which the flight is seen. <b>○</b>: at none of them, up to { $most }. <b>beyond</b>: the city is beyond the range of the missile that stands in, so nothing is said about seeing.
stability_matrix_label = Smallest cross section seen, least elevation as given
stability_matrix_label_level = Smallest cross section seen, at the horizon
stability_launch_area = Launch area
stability_stand_in = Stand-in
stability_all = All
stability_not_reached = not reached
stability_not_computed = not computed
stability_not_reached_short = beyond
stability_not_seen = not seen at any of the cross sections
stability_seen_from = seen from { $section } on, there for { $time }
stability_seconds_title = Seconds in view of every flight at { $section }, with ranges over launch points and paths
stability_seconds_none = At { $section } no radar here has any flight in view after burnout, from any launch point and along any path.
stability_seconds_note = Seconds after burnout from the area’s own point, along the path of least energy; in brackets the least and the most over all its launch points and the higher paths. Flights: how many of all these { $radar } sees.
stability_seconds_label = Seconds in view
stability_only_radar = Only { $radar }
stability_in_boost = { $radar }, in boost
stability_points = Points
stability_flights = Flights
stability_apogee = Apogee
stability_beyond_range = not reached: { $distance } away, the stand-in flies { $limit } that way
stability_just_beyond = not reached: { $distance } away, just beyond the stand-in, which has to start further west than the city lies
stability_when_title = When, how high and in which phase
stability_key_burnout = burnout
stability_key_apogee = apogee
stability_when_caption = { $count } flights that any radar has in view at all at { $section }, after burnout for { $least } or not, least elevations as given. From top to bottom in each row: { $groups }.
stability_when_none = At { $section } no radar here has any flight in view, from the areas’ own points and along the paths of least energy.
stability_height_caption =
    Blue: { $radar } sees the flight at { $section }; grey: it does not, being too far, too low or outside the sector. { $lines ->
        [1] Solid black: the line of sight at the least elevation
       *[other] Solid and dashed black: lines of sight at the least elevation and at the horizon
    }. Dotted green: detection range by cross section. Orange: reach of the interceptor, as in the figure below.
stability_first_label = First and last sight by { $radar }
stability_flight = Flight
stability_first_seen = First<br>seen
stability_at_altitude = at<br>altitude
stability_in_phase = in<br>phase
stability_in_direction = in<br>direction
stability_at_slant = at slant<br>range
stability_last_seen = Last<br>seen
stability_after_burnout = In view after<br>burnout
stability_after_apogee = after<br>apogee
stability_without_cue = In view<br>without a cue
stability_start_to_end = { $start } to { $end }
stability_first_note = { $radar } at { $section }, cued. Climbing: after burnout, before the apogee. Every radar, cross section and limit stands in <code>passes.csv</code> beside this page.
stability_phase_boost = boost
stability_phase_climbing = climbing
stability_phase_falling = falling
stability_curvature = What the curvature of the Earth hides
stability_curvature_caption = Lowest altitude in view of { $radar }, the ray bent by the air
stability_straight_range = Straight range
stability_at_elevation = at { $elevation } elevation
stability_section_title = What hangs on the radar cross section
stability_section_caption = Above: how many flights are seen after burnout. Below: the time in view of all flights together.
stability_key_only = only with { $radar }
stability_turning_title = What turning the radar changes
stability_turning_caption =
    { $radar } alone, least elevation as given. { $band ->
        [task] Grey band: every direction that keeps all { $sites_of } launch sites in the sector; dashed
        [range] Grey band: the directions that the draws take; dashed
       *[none] Dashed
    }: the direction taken here{ $estimate ->
        [yes] , which is an estimate
       *[no] {""}
    }.
stability_group_title = What { $group } sees
stability_group_flights = Flights from all areas:
stability_least_elevation = Least elevation
stability_flights_in_range = Flights in range
stability_group_seen = Seen by { $group }
stability_in_view = in view
stability_seen_alone = Seen by { $radar } alone
stability_interceptor_title = Could the interceptor meet one?
stability_near_height_caption = Dark orange: the published envelope, { $reach } in a straight line and { $ceiling } high. Pale orange: what the fly-out as modelled could get to at all; dashed: at its fast end. Grey and blue: the flights from the areas’ own points.
stability_passages_label = Nearest passages
stability_passages_caption = The flights that pass nearest to { $battery }, after burnout
stability_nearest_ground = Nearest over<br>the ground
stability_altitude_there = altitude<br>there
stability_speed_there = speed<br>there
stability_least_distance = Least straight<br>distance
stability_over_points = over launch points<br>and paths
stability_above_top = Above the fly-out’s<br>highest point by
stability_passages_note = “No reach there”: the flight stays farther away than { $farthest } over the ground, the farthest that the fly-out gets at all. Its fast end is compared, and in space only: whether an interceptor could be there in time, see its target and catch up with it is not asked.
stability_no_reach = no reach there
stability_flyout = Highest altitude of the fly-out by distance
stability_over_ground = Over the ground
stability_at_value = at the value
stability_at_fast = at the fast end
stability_ranges_title = How sure is that?
stability_ranges_intro = The sums at { $section } with one assumption at a time at both its ends, and with all of them drawn from their ranges at once. Flights from all areas, least elevations as given unless said otherwise.
stability_ranges_same = None of these moves anything, neither at one end nor at the other: by each of them { $radar } alone sees { $alone }, the others see { $others } and { $radar } adds { $only } at { $section }. { $names }.
stability_ranges_label = Ranges of the sums
stability_varied = What is varied
stability_seen_without = Seen without { $radar }
stability_time_only_line = Time that only { $radar } has
stability_as_given = As given
stability_range_launch-points = Launch points moved, all the same way
stability_range_path = Higher paths, up to { $most } times the apogee of least energy
stability_range_boresights = Boresights of all radars at either end
stability_range_elevation = Least elevation of all radars at either end
stability_range_detection-range = Reference ranges at either end
stability_range_sector = Sectors at their narrow end
stability_range_loss-off-the-face = With the loss off the antenna’s face
stability_range_cone = Cone about the tilted face, with the loss, in place of the sector
stability_range_no-cue = Without a cue: search of the whole sector
stability_range_drawn = The first six drawn at once, { $samples } times: 5–95 %
stability_limit_given = as given
stability_limit_horizon = at { $elevation }
stability_ranges_note =
    The draws take a launch point and a path of each area, a boresight of each radar, the least elevation, the sector and the reference ranges together. They keep the missiles, the gain off the face and the cue. { $given ->
        [task] As given, every sector has its greatest width and every boresight looks at the middle of { $place }; the
        [middle] As given, every sector has its greatest width and every boresight looks at the middle of its range; the
       *[none] The
    } draws turn and narrow the views of { $turned ->
        [all] all radars
       *[some] some radars
    } and fly higher paths, so a sum as given can lie outside its own band.
stability_assumptions_title = Assumptions, with their sources and rivals
stability_radars = Radars
stability_place = Place
stability_system = System
stability_position = Position
stability_boresight = Boresight (range)
stability_sector = Sector
stability_rivals = Rivals
stability_source = Source
stability_confidence = Confidence
stability_note = Note
stability_confidence_high = high
stability_confidence_medium = medium
stability_confidence_low = low
stability_confidence_memory = memory
stability_basis_measured = measured
stability_basis_published = published
stability_basis_derived = derived
stability_basis_estimate = estimate
stability_far = How far they see
stability_far_note = Range for each cross section with the long dwell on a target that is known (cued, or tracked), and in brackets within the time that a search of the whole sector leaves. This page uses the first unless it says “without a cue”.
stability_far_label = Radar ranges
stability_radar = Radar
stability_areas = Launch areas
stability_area = Area
stability_country = Country
stability_uncertain = Uncertain by
stability_basing = Basing
stability_moved = Moved by
stability_values = Values of the catalogue
stability_value = Value
stability_taken = Taken
stability_low = Low
stability_high = High
stability_basis = Basis
stability_value_reference_radar_cross_section = reference, radar cross section
stability_value_search_elevation_extent = search, elevation extent
stability_notes = Notes of the scenario
stability_limits_title = What this cannot say
stability_limit_use = What a track could be used for, by whom, and what that means for stability: a political judgement. Nothing here computes it.
stability_limit_decoys = Whether a warhead is told from decoys, debris and spent stages. A longer view from another side may help with it or may not; no discrimination is modelled.
stability_limit_data = Which data leave the battery. Links, orders, modes of operation and sharing between countries are not public.
stability_limit_section =
    The radar cross section is a parameter that stays the same over a whole flight. A real one changes with the angle of sight and the wavelength by factors of ten and more{ $waves ->
        [none] {""}
       *[other] ; { $waves } works at a longer wave
    }.
stability_limit_boost = A boosting missile is a far larger target than any cross section here, and is seen by satellites as well. Time in view during boost is counted apart and never makes a flight “seen”.
stability_limit_cue = A radar that is told where to look needs somebody who tells it. Without a cue the ranges are the shorter ones, and far fewer flights are seen.
stability_limit_alone = Each flight is alone: no limit on the number of tracks, and no other task takes the radar’s time.
stability_limit_loss =
    The loss of a phased array towards the edge of its sector is left out of the values and stands among the ranges{ $round ->
        [yes] , but for radars that look all round: which face looks at a target is not modelled
       *[no] {""}
    }.
stability_limit_hills = There are no hills: a least elevation stands for them. The air is a mean one; ducts and weather are left out.
stability_limit_energy = Flights as given are minimum-energy ones; the draws take higher paths too, which cost little propellant and are seen longer and from farther. Depressed flights, and those that go another way round, are seen less and are not flown.
stability_limit_stand_ins = The stand-ins are class estimates with published ranges. Points moved about an area are flown exactly, but with the pitch-over that is best for the area’s own point; the range at which a city counts as not reached is sure to about 100 km there.
stability_limit_public = Only public launch areas are flown, from positions rounded to 0.1 degrees or coarser. Missiles from submarines, aircraft and gliders are left out.
stability_limit_others =
    Other radars { $left_out ->
        [none] may see these flights too
       *[other] see these flights too: { $left_out }
    }. They are left out, so what { $radar } adds here is more than what it adds to all that exists.
stability_sources_title = Sources
stability_sources_note = The sources of this run. Confidence is this project’s own: high, medium, low, or memory for what was recalled and not read again.
stability_read_not = , not read again
stability_read = , read { $date }
stability_source_confidence = Confidence: { $confidence }.
stability_map_data = Map data. { $attribution }
stability_again_title = Make it again, and cite it
stability_again_intro = The scenario lies beside this page, and so do every pass (<code>passes.csv</code>), every sum (<code>summary.json</code>) and every path (<code>tracks.json</code>). With Shieldmap { $version }:
stability_again_same = The same scenario, catalogue and version give the run { $run } again, with the same bytes in these files:
stability_file = File
stability_made = Made { $date } with { $versions }.
stability_scenario = Scenario
stability_cite = To cite: Shieldmap contributors ({ $year }). <cite>{ $title }</cite>. Shieldmap { $version }, run { $run }.

# figures
stability_map_world = Ground tracks of every flight in range
stability_map_near = Near the radars
stability_world_alt = Map of the ground tracks of every flight, thick where a radar sees it at { $section }, and of the sectors of the radars.
stability_near_alt = Map of the launch areas and tracks near { $radar }, with the radars and their sectors.
stability_when_alt = Bars over the time since launch: when each group of radars sees each flight at { $section }.
stability_long_alt = Flights from { $country } seen, and minutes in view, against the radar cross section.
stability_turn_alt =
    Flights from { $country } that { $radar } alone would see against its boresight{ $held ->
        [yes] , and the share of { $sites_of } launch directions that its sector would hold
       *[no] {""}
    }.
stability_high_alt = Altitude of every flight over its distance from { $radar }, with the lines of sight, detection ranges and the interceptor’s reach.
stability_reach_alt = The part of the figure near the battery.
stability_reach_alt_clear = The part of the figure near the battery: no flight enters the reach of the interceptor.
stability_to_city = to { $city }
stability_axis_time = time since launch (s)
stability_when_figure = When each group of radars sees a flight, at { $section }
stability_axis_seen = flights seen
stability_axis_minutes = minutes in view
stability_axis_section = radar cross section (m²)
stability_long_figure = { $flown } flights from { $country }, by radar cross section
stability_axis_held = % held
stability_turn_held = { $sites_of } launch directions inside the sector
stability_axis_boresight = boresight (degrees clockwise from north)
stability_turn_figure = Turning { $radar }: flights from { $country } seen
stability_compass_south = 180 S
stability_compass_west = 270 W
stability_compass_north = 0 N
stability_compass_east = 90 E
stability_axis_distance = distance over the ground from { $radar } (km)
stability_axis_altitude = altitude (km)
stability_high_figure = Altitude and distance from the radar
stability_reach_figure = Flights and the interceptor’s reach, near the battery
