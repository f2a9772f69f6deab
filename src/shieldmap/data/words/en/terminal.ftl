# What the terminal prints. `said_` are sentences that stand in records and files, in English: the terminal finds them again by these texts. They stand on one line each.

## Heads of tables
cli_head_name = name
cli_head_title = title
cli_head_id = id
cli_head_aliases = also called
cli_head_summary = summary
cli_head_value_of = value of
cli_head_value = value
cli_head_low = low
cli_head_high = high
cli_head_unit = unit
cli_head_basis = basis
cli_head_source = source
cli_head_record = record
cli_head_hits = hits
cli_head_shots = shots
cli_head_of = of
cli_head_note = note
cli_head_measured = measured
cli_head_median = median
cli_head_alone = alone
cli_head_with_others = with others
cli_head_own_range = range
cli_head_unknown = unknown
cli_head_at_ends = answer at its ends
cli_head_breaks_even = breaks even at
cli_head_people = people
cli_deciding_rest = Less than { $share } of the spread each: { $names }. In brackets: an interval wider than 0.1, not resolved.
cli_head_trade_mark = {""}
cli_head_trade_share_defended = share defended
cli_head_trade_people_lost = change of people defended, million
cli_head_trade_seen = flights seen
cli_head_trade_only_this = only this radar
cli_head_trade_minutes = minutes added
cli_shows_yes = yes
cli_shows_partly = partly
cli_shows_no = no
cli_trade_marks = →: as it is; *: efficient.
cli_sweep_head = Share of the people in range that is defended against all launch points at once: median and 5 to 95 % of { $samples } samples of defence and missile, which meet { $missiles } drawn missiles in turn.
cli_head_accuracy = accuracy
cli_head_threat = threat
cli_head_in_range =
    in range
    million
cli_head_points =
    launch
    points
cli_head_random =
    from one
    median
cli_head_all =
    from all
    median
cli_head_samples =
    from all
    5–95 %
cli_head_published =
    at the
    values
cli_head_asset = asset
cli_head_against = against
cli_head_worst_from = worst from
cli_head_at_values = at values
cli_head_looks = looks
cli_head_claim_date = date
cli_head_claim = statement
cli_head_claim_side = side
cli_head_claim_verdict = verdict
cli_head_verdict = verdict
cli_head_share = of draws
cli_head_why_not = why not
cli_head_margin = margin
cli_head_event = event
cli_head_time = time, s
cli_head_altitude = altitude, km
cli_head_range_from_radar = range from radar, km
cli_head_from = from
cli_head_reason = reason
cli_head_target = target
cli_head_one_look = one look at this S/N
cli_head_found = found by 90 %, km
cli_head_section = cross section, m2
cli_head_tracked = tracked, km
cli_head_searching = searching, km
cli_head_lowest = lowest altitude, km
cli_head_figure =
    figure
    km
cli_head_who = who said it
cli_head_m2 = m2
cli_head_dwell =
    dwell
    ms
cli_head_snr_left =
    S/N
    left
cli_head_search =
    search
    km
cli_head_above =
    above km
    { $angle }
cli_head_slant_range = slant range, km
cli_head_country = country
cli_head_at_altitude = at { $altitude }
cli_head_when = when
cli_head_end = { "" }
cli_head_after_launch = s after launch
cli_head_phase = phase
cli_head_range = range, km
cli_head_azimuth = azimuth
cli_head_elevation = elevation
cli_head_aimed_at = aimed at
cli_head_missiles = missiles
cli_head_leakers = leakers
cli_head_no_leaker = no leaker
cli_head_battery = battery
cli_head_interceptors = interceptors
cli_head_spent = spent
cli_head_bad_good = bad–good
cli_head_million_usd = million USD
cli_head_becomes = what becomes of them
cli_head_of_missiles = share
cli_head_question = question
cli_head_asks = asks
cli_head_spent_leakers = { $doctrine }: spent, leakers
cli_head_systems = systems
cli_head_flight_s = flight, s
cli_head_after_cue = after the cue, s
cli_head_after_radar = after the radar, s
cli_head_place = place
cli_head_of_samples = samples
cli_head_launchers_at = launchers at
cli_head_from_battery = from the battery, km
cli_head_people_added = million people added
cli_head_sites = sites
cli_head_distance = distance, km
cli_head_named_sites = named sites
cli_head_change = change
cli_head_system = system
cli_head_price = price, million USD
cli_head_cost = cost, million USD
cli_head_batteries_for = batteries for
cli_head_most = most
cli_head_site = site
cli_head_mean_share = mean share
cli_head_all_threats = all threats, million
cli_head_missile = missile
cli_head_intercept = intercept
cli_head_pieces = pieces larger than 1 cm
cli_head_highest = highest 99 %, km
cli_head_in_space = in space after one orbit
cli_head_share_before =
    share of people
    before
cli_head_share_after =
    share of people
    after
cli_head_people_at_values =
    million at
    the values
cli_people_moved = { $before } → { $after }
cli_head_people_change =
    change,
    million
cli_head_before_value = before, at the values
cli_head_after_value = after, at the values
cli_head_why = why
cli_head_file = file
cli_head_state = state
cli_head_group = group
cli_head_tests = tests
cli_head_inside = inside
cli_head_outside = outside
cli_head_fitted = fitted
cli_head_worst = worst inside

## Catalogue, scenarios, files
cli_catalogue_entry = { $name }: { $summary }
cli_rival = rival
cli_records = counts that fire.record of a scenario can name
cli_basis_measured = measured
cli_basis_published = published
cli_basis_derived = derived
cli_basis_estimate = estimate
cli_kind_test = test
cli_kind_combat = combat
cli_new_missile = study.toml beside catalogue/ must name it: missile = "{ $name }" in a table [[threats]].
cli_new_radar = study.toml beside catalogue/ must name it: system = "{ $name }" in [defence.radar].
cli_new_defence = study.toml beside catalogue/ must name it: system = "{ $name }" in [defence].
cli_check = { $values ->
    [one] 1 value
   *[other] { $values } values
}, { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}, { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
}
cli_bench_machine = { $processor }, { $cores } cores, { $threads } threads, python { $python }, shieldmap { $version }, commit { $commit }
cli_bench_rate = { $rate } ({ $threads ->
    [one] 1 thread
   *[other] { $threads } threads
})
cli_head_ratio = ratio
cli_head_ours = ours
cli_head_theirs = theirs
cli_head_peer = beside
cli_state_whole = whole
cli_state_changed = changed
cli_state_missing = missing
cli_state_not-of-the-run = not of the run
cli_figure_footer = Shieldmap { $version }: { $limits }. Map: Natural Earth.
cli_coverage_footer = Shieldmap { $version }: { $limits } Map: Natural Earth.
cli_open_to_others = Anybody who reaches { $host } can use this page; there are no accounts.
cli_namesakes = There is another place of this name: { $places }.
cli_limits = Limits: { $limits }.
cli_never = never

## Progress
cli_preparing = preparing
cli_preparing_cold = preparing (compiles for about a minute)

## What a scenario defends
cli_defend_summary = Doctrine { $doctrine }. Share of the people in range that is defended, over { $draws } joint draws of every disputed number, the missile's too: from one launch point drawn at random, and from all of them at once. Beside it every number at its value.
cli_defend_drawn = Draws are even between the ends; where the ends lie ten times apart, even in the logarithm.
cli_defend_ends = With every number at its bad end for the defence at once the shares are { $bad }, at its good end { $good }.
cli_defend_peaked = Peaked at the values in place of even, the medians from all are { $medians }.
cli_reaches_nobody = reaches nobody in the country: { $threats }
cli_above_samples = + above its draws’ 5–95 %: values at the favourable end of their ranges
cli_below_samples = - below its draws’ 5–95 %: values at the bad end of their ranges
cli_people_doubt = People: { $doubt }
cli_no_place_in_range = None of the assets that the study names is within range of any of the missiles.

## Why a place is or is not defended
cli_why_place = { $place } under scenario '{ $scenario }', doctrine { $doctrine }
cli_why_hardest = hardest case at the values: { $threat } from { $point }
cli_why_defended = at the values: defended; { $binds }
cli_why_undefended = at the values: not defended, { $reason }; { $binds }
cli_why_drawn = { $points ->
    [1] in { $share } of { $draws } joint draws defended: { $verdict }
   *[other] in { $share } of { $draws } joint draws defended against all { $points } launch points at once: { $verdict }
}
cli_binds_neither = neither the published envelope nor the interceptor's flight limits it
cli_binds_published = the published envelope limits it
cli_binds_kinematic = the interceptor's flight limits it
cli_binds_both = both the published envelope and the interceptor's flight limit it
cli_why_looks = looks, shots one after the other, each after assessing the last: { $shots }
cli_why_closest = least slant range from the launcher inside the band: { $range }
cli_why_arc = a track that expects an arc: up to { $miss } off when it looks { $ahead } ahead, and right { $later } later than one that knows the lift
cli_why_arc_never = a track that expects an arc: up to { $miss } off when it looks { $ahead } ahead, and never right before the impact
cli_why_fails = fails: { $what }, margin { $margin }
cli_case_defended = defended
cli_case_not-defended = not defended
cli_case_not-threatened = not threatened
cli_case_not-converged = not converged
cli_case_step-limit = step limit
cli_case_bad-input = bad input
cli_case_crashed-in-boost = crashed in boost
cli_case_time-limit = time limit
cli_event_missile-launch = missile launch
cli_event_burnout = burnout
cli_event_apogee = apogee
cli_event_early-warning-cue = early-warning cue
cli_event_inside-the-radar-s-view = inside the radar's view
cli_event_detection = detection
cli_event_firm-track = firm track
cli_event_committed-to-an-intercept-point = committed to an intercept point
cli_event_published-chain-ends = published chain ends
cli_event_first-launch-possible = first launch possible
cli_event_interceptor-launch = interceptor launch
cli_event_earliest-intercept = earliest intercept
cli_event_second-interceptor-launch = second interceptor launch
cli_event_second-intercept = second intercept
cli_event_latest-launch = latest launch
cli_event_latest-intercept = latest intercept
cli_event_impact = impact

## Flights
cli_fly_burnout = burnout
cli_fly_apogee = apogee
cli_fly_time = time of flight
cli_fly_ground = ground range
cli_fly_impact = impact
cli_fly_reentry = reentry at 100 km
cli_fly_off = { $where } ({ $distance } from the place)
cli_fly_refused = { $name }, { $trajectory }: not flown, { $why }
cli_fly_estimates = rests on estimates: { $values }
cli_fly_limits = limits: { $limits }
cli_fly_range = { $body ->
    [unitary] tumbling or nose-first
   *[other] ballistic coefficient
}, { $coefficient }: apogee { $apogee }, { $time }, impact { $impact }
cli_fly_range_away = { $body ->
    [unitary] tumbling or nose-first
   *[other] ballistic coefficient
}, { $coefficient }: apogee { $apogee }, { $time }, impact { $impact }, { $ground } away
cli_fly_not_with = not with { $coefficient }: { $why }
cli_fly_given_state = given state
cli_fly_end = impact
cli_journey = { $start } to { $end }
cli_journey_state = from a state over { $start }

## Flights read from what was published
cli_fit_head = { $name }, read from a published flight: { $range } (±{ $range_error }) far, { $apogee } (±{ $apogee_error }) high, towards { $bearing }
cli_fit_arc = the arc without boost and air takes { $time }
cli_fit_payload = payload fitted
cli_fit_cut-off = cut-off fitted
cli_fit_refused = { $fitted }: { $why }
cli_fit_left_out = ends without { $count } combinations that cannot be flown
cli_fit_payload_kg = payload
cli_fit_cutoff_s = thrust ends
cli_fit_time_of_flight_s = time of flight
cli_fit_burnout_speed_m_s = speed at burnout
cli_fit_burnout_altitude_m = altitude at burnout
cli_fit_burnout_angle_deg = climb angle at burnout
cli_fit_reentry_speed_m_s = speed at 100 km
cli_fit_standard_range_m = farthest range, this direction
cli_fit_standard_range_still_m = farthest range, Earth at rest

## What a radar sees
cli_see_head = { $radar } at { $site }, { $height } high
cli_see_view = looks { $boresight }, sector { $sector }, elevation { $elevation }, terrain: { $terrain }
cli_see_normal = antenna's normal { $tilt } up, at most { $scan } off it
cli_see_normal_free = antenna's normal { $tilt } up, no further limit off it
cli_see_target = Target of { $section }, S/N { $snr }, dwell { $dwell }:
cli_see_tracked = tracked or cued
cli_see_searching = searching the sector
cli_see_ends = low and high: reference range and share of time at their ends, all else held; { $angle } off the antenna's normal each range is { $ratio } of it
cli_see_search = Search budget
cli_see_angle = solid angle
cli_see_angle_is = { $angle } sr, { $beams } beams
cli_see_dwell = dwell that the budget allows
cli_see_dwell_is = { $dwell }: one round in { $time } with { $share } of the time
cli_see_long = one round with the long dwell
cli_see_tracks = tracks beside the search
cli_see_tracks_is = { $tracks }, each looked at every { $time }
cli_see_cue = found after a cue
cli_see_cue_is = { $time } for a disc of { $radius }
cli_see_false = false alarms
cli_see_false_is = { $probability } a dwell, one in { $minutes } min of search
cli_see_detection = Detection: one look, and where searching finds a target that comes at 2 km/s
cli_see_swerling_0 = steady (Swerling 0)
cli_see_swerling_1 = fluctuating (Swerling 1)
cli_see_swerling_3 = fluctuating (Swerling 3)
cli_see_sections = Range by cross section, and the lowest altitude seen there above { $angle }
cli_see_figures = The figures of the debate, all from this one radar: with the cross section and the dwell beside it each figure leaves this S/N; 'search' is the range that the search budget allows for such a target at the radar's own S/N, 'above' how high it must be.
cli_see_outside = * outside the catalogue's span of S/N (10 to 40) or dwell; far below 1 nothing could be told from noise
cli_see_above = above { $angle }, km
cli_see_level = above a level ray, km
cli_see_rays = Lowest altitude that bent rays reach
cli_see_land = Land over which a target stands in the line of sight at any range, 1,000 km2 and share
cli_see_more = and { $count } more with less
cli_see_estimates = { $estimates } of { $all } numbers of this radar are estimates: shieldmap catalog show { $radar } lists all with sources.
cli_see_flight = { $name }, { $section }
cli_see_in_view = in view
cli_see_searched = within the search range
cli_see_within = within the tracking range
cli_see_first = from
cli_see_last = to
cli_phase_boost = boost
cli_phase_rising = rising
cli_phase_falling = falling
cli_phase_reentry = reentry
cli_see_figure_title = { $radar } at { $site }

## Raids and questions
cli_counted = { $mean } (trials { $low } to { $high })
cli_counted_ends = { $mean } (trials { $low } to { $high }; assumptions from bad { $bad } to good { $good })
cli_raid_head = { $title }: { $missiles } missiles, { $trials } trials
cli_raid_plan = Shots follow a plan by stocks, which knows no times: it can do worse than a rule.
cli_raid_leakers = Leakers: { $leakers }
cli_raid_none = None comes through in { $share } of the trials ({ $interval })
cli_raid_passed_over = passed over, because it cannot be flown: { $pair }
cli_raid_no_bounds = bad–good: every assumption at its bad and at its good end for the defence. They are no bounds: a layer that does better can spend what another one would have needed.
cli_raid_wasted = Of { $spent } interceptors { $others } go to objects that are no warheads and { $stopped } to missiles stopped already.
cli_raid_cost = Together { $value } million USD ({ $span }): { $limits }.
cli_head_floor = floor, km
cli_head_ceiling = ceiling, km
cli_head_reach = reach, km
cli_head_inside_s = in a layer, s
cli_head_outside_s = in none, s
cli_head_descent_s = in none coming down, s
cli_head_closes = what would close it
cli_head_more = more
cli_head_people_alone = million people, the battery alone
cli_head_people_all = million people, all layers
cli_head_assets = assets, all layers
cli_head_ready = ready
cli_head_days = days until empty
cli_head_made = made a year, now -> planned
cli_head_months = months of production
cli_head_months_planned = months as planned
cli_head_counted = counted
cli_head_date = date
cli_head_number = number
cli_head_raids = such raids
cli_counted_delivered = delivered, all customers
cli_counted_bought = bought in a budget year
cli_counted_fired = fired in a war
cli_not_published = –
cli_launchers_known = { $name }: { $n } in the raid; launchers published { $span }
cli_cost_total = Together { $value } million USD ({ $span }).
cli_together = together
cli_ask_head = { $question } ({ $scenario })
cli_every_value = Every number at its value.
cli_empty_none = The battery can shoot at no missile of the raid.
cli_empty_at = { $doctrine }: a raid of { $missiles } empties the { $interceptors } interceptors in at least half of the trials.
cli_empty_never = { $doctrine }: no raid up to { $missiles } empties them.
cli_adds = { $system } stops { $missiles } missiles that all the others let through.
cli_at_place = at { $place }
cli_itself = The battery covers itself against everything: { $defended } of { $threatened } cases.
cli_itself_not = The battery does not cover itself against everything: { $defended } of { $threatened } cases.
cli_launchers_note = people in the mean over the threats, every number at its value; first the best sites, then the named ones
cli_stand_free = No missile of the scenario reaches { $place }.
cli_stand = To defend { $place }, every number at its value; bad–good: every number at its bad and at its good end:
cli_not_reached = not reached
cli_space = { $name }: { $altitude }, { $above } from the ceiling; of the highest intercept { $share } of the pieces rise above it
cli_compare_head = { $before }  ->  { $after }
cli_compare_draws = Shares of the people in range that are defended: median and 5–95 % of { $draws } joint draws. People defended with every number at its value.
cli_compare_defended = defended
cli_compare_not = not
cli_count_between = { $n } ({ $low }–{ $high })

## A stability study
cli_stability_head = Of { $pairs } pairs of launch area and city { $flown } are within range. Flights seen after burnout for { $least } or more by a radar that knows where to look, least elevations as given, every number at its value; beside those seen only with { $radar }, their median (5–95 %) over { $draws } joint draws:
cli_stability_section =
    cross section
    m2
cli_stability_alone =
    { $radar }
    alone
cli_stability_without =
    all without
    { $radar }
cli_stability_all = all
cli_stability_only =
    only with
    { $radar }
cli_stability_time =
    time that only
    { $radar } has, s
cli_stability_drawn =
    median
    (5–95 %)

## Comparisons with what was published
cli_validate_tolerances = { $number } tolerances
cli_validate_outside = outside: { $name }, { $quantity }
cli_validate_row = ours { $ours }, published { $published }, difference { $difference }, tolerance { $tolerance }
cli_validate_known = { $reason }
cli_validate_totals = { $tests } comparisons: { $inside } inside, { $known } outside and explained, { $surprises } without an explanation; { $fitted } fitted. { $unusable } published flights cannot be compared.

## The record of flight tests
cli_head_year = year
cli_head_rows = rows
cli_head_judged = judged
cli_head_met = long enough
cli_head_met_share = share (of all)
cli_head_upper = any upper layer
cli_head_turned = turned, judged
cli_head_fits = THAAD shot fits
cli_head_type = type
cli_head_launchers = launchers
cli_head_by = counted by
cli_head_met_by = share met
cli_head_running = of all so far
cli_record_head = North Korean flight tests since { $since }: { $rows } rows, { $missiles } missiles; { $left } space launches left out.
cli_record_band = Long enough: at least { $seconds } s on the way down in the band of THAAD, { $floor } to { $ceiling }. Missiles are counted; the share is that of those judged, and in brackets that among all, from none to every one of the others.
cli_record_types = By type
cli_record_arsenal = Launchers counted in public, and those whose missiles an upper layer can meet by their flights
cli_record_unjudged = Not judged: { $missiles } missiles in { $rows } rows: { $why }

## Published analyses done again
cli_head_analysis = analysis
cli_head_reached = within our span
cli_reproduced_totals = { $tests } numbers: { $inside } inside, { $reached } outside but within our span, { $outside } outside. A mismatch keeps its row; shieldmap reproduce NAME tells the likely reason.
cli_reproduced_surprises = { $count } did not come out as the file of the analysis says.
cli_reproduced_missing = Not done again, with what is missing:
cli_reproduced_source = { $title }, { $published } ({ $confidence }) { $url }
cli_reproduced_inputs = What it starts from
cli_reproduced_assumed = What it leaves open, and what is taken here
cli_reproduced_not_found = What could not be found
cli_reproduced_row = theirs { $theirs }, ours { $ours }, difference { $difference }
reproduced_kind_fitted = solved for
reproduced_kind_derived = from a formula, not printed
reproduced_kind_bound = an upper bound alone, not counted
reproduced_verdict_inside = inside
reproduced_verdict_reached = outside, but our span reaches it
reproduced_verdict_outside = outside
reproduced_tolerance = tolerance { $wide }: { $reason }
reproduced_tolerance_digit = half of the last digit printed
reproduced_tolerance_verdict = yes is at least 90 % of the draws, no at most 10 %
reproduced_tolerance_chance = half of the last digit and four standard errors of the trials
reproduced_tolerance_round = a round figure
reproduced_tolerance_sound = no source says whose speed of sound it takes
reproduced_tolerance_word = a yes or a no
reproduced_tolerance_model = what a class estimate of a missile is good for
