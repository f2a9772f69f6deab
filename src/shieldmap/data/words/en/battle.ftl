# The battle on the report's page: a raid against the defence.
battle_title = The battle: a raid against the defence
battle_intro = Here missiles come together, stocks run out, and shots miss: kill probabilities enter. Two intervals are kept apart throughout. The <b>sampling interval</b> says how well the trials know a mean, at the values of the assumptions. The <b>parameter range</b> runs from every disputed number at its bad end for the defence to every one at its good end.
battle_jump_raid = Raid
battle_jump_leakage = What comes through
battle_jump_empty = How fast it empties
battle_jump_adds = Layers
battle_jump_gap = Between the layers
battle_jump_lost = Losses
battle_jump_worth = Worth of a part
battle_jump_cost = Cost
battle_jump_warning = Warning
battle_jump_itself = Own cover
battle_jump_launchers = Launchers elsewhere
battle_jump_stand = Where to stand
battle_jump_batteries = How many batteries
battle_jump_one = One raid
battle_jump_space = Space
battle_sampled = 95 % sampling interval of the trials, at the values
battle_ranged = parameter range: ◆ all bad ends, ◇ all good ends
battle_limits = Limits: { $text }

# numbers with their intervals
battle_counted = { $mean } (95 % sampling interval { $sampling }, at the values; parameter range: { $bad } at the bad ends, { $good } at the good ends)
battle_counted_every = { $mean } (in every trial at the values; parameter range: { $bad } at the bad ends, { $good } at the good ends)
battle_brief = { $mean } (sampling interval { $sampling }; parameter range { $bad } bad, { $good } good)
battle_brief_every = { $mean } (in every trial; parameter range { $bad } bad, { $good } good)
battle_front = Of the { $missiles } missiles of the raid { $leakers } come through ({ $band }; median and 5–95 % of { $draws } joint draws; { $value } with every number at its value){ $has ->
    [none] .
   *[changes] , { $changes }.
}
battle_front_when = { $leakers } ({ $band }) when { $change }
battle_all_missiles = all of them
battle_interval_short = sampling
battle_bad_ends = bad ends
battle_good_ends = good ends
battle_bad_end = Bad<br>ends
battle_good_end = Good<br>ends
battle_ends = bad–good ends
battle_values = values
battle_mean = Mean
battle_spent = Spent
battle_place = Place
battle_missile = Missile
battle_source = Source
battle_system = System
battle_system_place = System and place
battle_against = Against
battle_distance = Distance

# the raid and who fights it
battle_raid_title = The raid, and who fights it
battle_raid_lead =
    { $missiles } missiles in { $waves ->
        [one] { $waves } wave
       *[other] { $waves } waves
    } at { $places ->
        [one] { $places } place
       *[other] { $places } places
    } meet { $batteries ->
        [one] { $batteries } battery
       *[other] { $batteries } batteries
    } with { $stock } interceptors (parameter range: { $bad } at the bad ends, { $good } at the good ends). These are inputs: nothing is drawn, and no sampling interval applies.
battle_passed_over =
    { $pairs ->
        [one] { $pairs } pair of launch point and place cannot be flown and was
       *[other] { $pairs } pairs of launch point and place cannot be flown and were
    } passed over.
battle_assignment_most-urgent = Each battery shoots first at the missile whose last chance comes soonest.
battle_assignment_value-weighted = Each battery shoots first at the missile aimed at the place of the greatest weight.
battle_assignment_optimal = Each battery follows a plan made before the raid from the stocks; it knows no times, so that it can do worse than the rules.
battle_unsorted_waste = Objects that are not told from warheads are shot at.
battle_unsorted_gate = Where warheads are not told from other objects, fire waits until the air sorts them.
battle_waves_label = Waves of the raid
battle_wave = Wave
battle_wave_count = Number
battle_wave_when = Launched at
battle_wave_from = From
battle_wave_at = At
battle_wave_objects = Objects with each
battle_wave_spaced = { $start }, then every { $spacing }
battle_wave_together = { $start }, all at once
battle_objects_alone = the warhead alone
battle_objects = { $count } each
battle_objects_told = { $count } each, told apart with probability { $probability }
battle_objects_sorted = { $objects }; the air sorts them below { $altitude }
battle_batteries_label = Batteries
battle_interceptors = Interceptors<br>(bad–good end)
battle_shots_head = Shots at<br>a missile
battle_kill_head = Kill probability<br>of one shot
battle_simultaneous_head = Engagements<br>at once
battle_common_head = All of its<br>system fail
battle_reach_head = Paths of the raid<br>that a shot can meet
battle_double_head = Shoots beside<br>another battery
battle_shots =
    { $shots ->
        [one] { $shots } shot
       *[other] { $shots } shots
    }
battle_shots_looks =
    { $shots ->
        [one] { $shots } shot
       *[other] { $shots } shots
    } a look, at most { $looks ->
        [one] { $looks } look
       *[other] { $looks } looks
    }
battle_record = posterior of the record { $name }, mean and 5–95 %
battle_records_title = What tests and combat allow of a kill probability
battle_records_intro = Every count of hits and shots that the catalogue holds, and the kill probability that it would allow: mean and 5 to 95 % of Beta(1 + hits, 1 + misses), the posterior of a uniform prior. A scenario can take one in place of the number. Scripted tests are no combat, combat was counted by those who fought, and rival counts stand side by side.
battle_records_label = Counts of hits and shots
battle_records_hits = Hits
battle_records_in = In
battle_records_what = What was counted
battle_record_test = test
battle_record_combat = combat

# what comes through
battle_leakage_title = What comes through, where and why?
battle_leakage_lead = Of { $missiles } missiles { $leakers } come through in the mean of { $trials } trials. None comes through with probability { $none } (95 % sampling interval, Wilson: { $sampling }, at the values; parameter range: { $bad } at the bad ends, { $good } at the good ends).
battle_leakage_why = Why, in missiles: { $reasons }.
battle_leakage_worst = Hit hardest: { $place }, where { $leakers } of { $missiles } come through (95 % sampling interval { $sampling }).
battle_leakage_worst_all = Hit hardest: { $place }, where all { $missiles } come through in every trial.
battle_leakage_spent = Interceptors spent: { $all }; of these { $stopped } at missiles already stopped and { $others } at objects that were no warheads.
battle_leakage_limits = Sampling interval: { $interval }. Parameter range: { $range }. By place and reason only the means at the values were kept, without a parameter range.
battle_outcomes_alt = Missiles stopped by each layer and missiles that come through, by place aimed at.
battle_outcomes_caption = Each bar adds up to the missiles aimed at the place. Plain colours: stopped; sand and dark: came through.
battle_outcomes_figure = What becomes of the missiles, in the mean of the trials
battle_outcomes_raid = missiles of the raid
battle_outcomes_place = missiles aimed at the place
battle_whole_raid = the whole raid
battle_leakers_alt = Share of the trials by the number of missiles that come through.
battle_leakers_caption = Bars: trials at the values. Black: 95 % sampling interval of the mean. Red: parameter range of the mean, ◆ at the bad ends, ◇ at the good ends.
battle_leakers_figure = How many come through, over { $trials } trials
battle_leakers_share = share of the trials (%)
battle_leakers_axis = missiles that come through
battle_leakers_mean = mean { $mean }
battle_leakers_sampling = sampling interval { $interval }
battle_leakers_range = parameter range
battle_stopped_by = stopped by { $name }
battle_outcomes_label = Missiles by place and outcome
battle_aimed = Aimed<br>there
battle_stopped_head = Stopped by
battle_came_through = Came through
battle_come_through_mean = Come through,<br>mean
battle_none_through = None comes<br>through
battle_wilson = Wilson
battle_total = The whole raid
battle_outcomes_means = Means over { $trials } trials at the values; rows add up before rounding.
battle_by_battery = By battery
battle_becomes = What becomes of the missiles
battle_through = come through
battle_head_missed = shots missed
battle_head_common-mode = layers failed as a whole
battle_head_saturated = nothing free in time
battle_head_no-interceptor = none left
battle_head_not-sorted = not sorted in time
battle_head_not-tracked = not tracked
battle_head_radar-lost = radar lost
battle_head_out-of-reach = no shot fits

# how fast a raid empties the battery
battle_empty_nothing = No shot of { $battery } fits against any missile of the raid: none empties it.
battle_empty_first = A raid of { $missiles } missiles empties the { $interceptors } interceptors with { $doctrine } (in { $share } of the trials; 95 % sampling interval { $sampling }).
battle_empty_next = One of { $missiles } does with { $doctrine } (in { $share } of the trials; 95 % sampling interval { $sampling }).
battle_empty_never = No raid of up to { $missiles } does with { $doctrine }.
battle_empty_smaller = The next smaller raids that were fought, of { $sizes }, empty it in fewer than half of the trials.
battle_empty_none = No raid of up to { $missiles } missiles empties the { $interceptors } interceptors in half the trials, whatever the doctrine.
battle_empty_ends = This holds at the values; the parameter range was not computed.
battle_doctrine_single = single shots
battle_doctrine_salvo-2 = salvo-2
battle_doctrine_shoot-look-shoot = shoot-look-shoot
battle_empty_alt = Missiles that come through and interceptors spent, by size of the raid and doctrine.
battle_empty_key_single = single: one shot
battle_empty_key_salvo = salvo-2: two shots
battle_empty_key_look = shoot-look-shoot: one at a time, as long as there is time
battle_empty_key_half = emptied in half the trials: the raid’s size
battle_empty_key_all = every missile comes through
battle_empty_caption = The battery alone, { $trials } trials a point, at the values.
battle_empty_doctrine = Doctrine
battle_empty_raid = Raid that<br>empties it
battle_empty_in = Emptied in<br>(Wilson)
battle_empty_last = Last one<br>leaves at
battle_empty_through = Come through<br>(sampling)
battle_empty_none_up_to = none up to { $missiles }
battle_empty_note = “Emptied in”: share of the trials. Last column: for a raid of that size. The raid has { $missiles } missiles in this battery’s reach; other sizes leave out or repeat them.
battle_empty_sizes = Every size
battle_empty_sizes_label = Leakers and interceptors by size of the raid
battle_missiles = Missiles
battle_empty_cell_through = through
battle_empty_cell_spent = spent
battle_empty_cell_emptied = emptied
battle_empty_axis_raid = missiles in the raid
battle_empty_axis_spent = interceptors spent
battle_empty_all = all { $interceptors }
battle_empty_figure = A growing raid against the battery alone

# layers and losses
battle_adds_title = What does each layer add?
battle_adds_lead = With every layer { $all } come through. { $name } adds the most to the others: without it { $without } come through, and with it alone { $alone }.
battle_adds_nothing = With every layer { $all } come through, and as many with any one of them left out: none adds anything to the others.
battle_adds_alt = Missiles that come through by combination of layers, with both intervals.
battle_adds_caption = Large dots: layers that fight. { $trials } trials a row.
battle_adds_figure = Missiles that come through, by the layers that fight
battle_no_layer = no layer
battle_layer = Layer
battle_layers = Layers
battle_adds_mean = Missiles that come through, mean
battle_adds_all = all layers
battle_adds_without = all but it
battle_adds_alone = it alone
battle_adds_every = Every combination with its intervals
battle_sampling_head = Sampling
battle_outside = Bad and good ends move every assumption at once; the ends need not be the worst and the best of all mixtures.
battle_outside_some = Here { $count } of { $all } values lie outside their two ends.
battle_lost_lead = As it is, { $leakers } of { $missiles } missiles come through. They become, { $changes }.
battle_lost_same = As it is, { $leakers } of { $missiles } missiles come through, and as many { $changes }.
battle_lost_change_when = when { $change }
battle_lost_when = when { $change }, { $leakers }
battle_lost_alt = Missiles that come through when parts of the battery are gone, with both intervals.
battle_lost_caption = The figure shows joint draws; the table counts { $trials } trials a row, the whole raid against all layers, with every number at its value. More: than as it is. Spent: interceptors of all layers, mean at the values.
battle_lost_figure_how = median and 5–95 % of { $draws } joint draws
battle_lost_figure = Missiles that come through when parts of the battery leave
battle_lost_change = Change
battle_lost_through = Come<br>through
battle_lost_sampling = Sampling<br>interval
battle_lost_more = More
battle_lost_stopped = Missiles stopped by each battery
battle_lost_stopped_label = Missiles stopped by battery

# cost
battle_cost_title = What do the interceptors cost?
battle_cost_lead =
    The interceptors spent cost { $total } million US dollars at public prices ({ $low } to { $high } million from the lowest to the highest price); { $stopped ->
        [none] none is stopped
       *[other] each missile stopped takes { $stopped } million ({ $stopped_low } to { $stopped_high })
    }. These spans are of prices alone. The number of interceptors spent has its own intervals: { $spent }.
battle_cost_label = Cost of the interceptors spent
battle_cost_spent = Interceptors spent
battle_cost_dollars = Million US dollars (lowest–highest price)
battle_cost_mean = mean
battle_cost_one = each
battle_cost_together = together
battle_cost_all = All interceptors spent
battle_cost_each = For each missile stopped
battle_cost_sources = Where the prices come from, and other prices in print
battle_cost_sources_label = Prices and their sources
battle_cost_price = Million US<br>dollars
battle_cost_rivals = Rivals
battle_cost_note = Note
battle_cost_rival = Rival of { $value }: { $note }
battle_million = { $value } million

# warning
battle_no_sampling = Nothing is drawn here: there is a parameter range and no sampling interval.
battle_warning_title = How many seconds of warning are there at { $place }?
battle_warning_none = No missile of the scenario reaches { $place }.
battle_warning_lead = The shortest flight to { $place } is that of { $missile } from { $start }, { $flight }. It leaves { $cue } from the early-warning cue to the impact, and { $radar } from the first detection by the battery’s radar.
battle_warning_lead_unseen = The shortest flight to { $place } is that of { $missile } from { $start }, { $flight }. It leaves { $cue } from the early-warning cue to the impact, and the battery’s radar does not see it, neither at the values nor at either end.
battle_warned = { $value } (parameter range: { $bad } at the bad end, { $good } at the good end)
battle_not_seen = not seen
battle_after_impact = none, it comes after the impact
battle_warning_alt = Seconds of warning at { $place }, by missile and launch point.
battle_warning_cue = from the early-warning cue
battle_warning_radar = from the radar’s first detection
battle_warning_range = parameter range: ◆ bad end, ◇ good end
battle_warning_caption = A bad end at 0 s: not seen at all.
battle_warning_axis = seconds before the impact
battle_warning_figure = Warning: from the cue and from the radar to the impact
battle_warning_missile = Missile, from
battle_warning_flight = Flight,<br>apogee
battle_warning_from_cue = From the cue
battle_warning_from_radar = From the radar
battle_warning_ends = bad–good end

# the battery's own cover
battle_itself_yes = { $battery } covers itself: { $met } of the { $all } flights that reach it or its radar can be met at the values (parameter range: { $bad } at the bad ends, { $good } at the good ends).
battle_itself_no = { $battery } does not cover itself: { $met } of the { $all } flights that reach it or its radar can be met at the values (parameter range: { $bad } at the bad ends, { $good } at the good ends).
battle_itself_none = No missile of the scenario reaches { $battery }.
battle_itself_draws = In joint draws of all assumptions from their ranges the least certain flight is met in { $share } of them.
battle_itself_limits = geometry and time alone: whether a shot hits is not asked
battle_itself_label = The battery's own cover by missile
battle_itself_points = Launch points that reach it
battle_itself_met = Met at the<br>values
battle_itself_least = Least share<br>of draws
battle_itself_fails = What fails
battle_itself_out = not within its range
battle_no_further_shot = a further shot does not fit

# launchers away from the radar
battle_launchers_alone = Alone, { $battery } defends { $people } people against every missile of the scenario (parameter range: { $bad } at the bad ends, { $good } at the good ends).
battle_launchers_most = Of the named sites, launchers at { $name } add the most: { $least } to { $most } people, by missile.
battle_launchers_nobody = Launchers at the named sites add nobody.
battle_launchers_ends = What is added holds at the values; its ends were not computed, and nothing is drawn.
battle_launchers_label = People that launchers elsewhere add
battle_launchers_at = Launchers at
battle_launchers_away = km<br>away
battle_launchers_here = The battery alone
battle_launchers_best = The best of all sites looked at
battle_launchers_note = Million people added, and their mean over the missiles; people are counted { $grid ->
    [none] at the study’s own places
   *[other] on places { $spacing } apart
}.

# where to stand
battle_stand_title = Where would a battery have to stand to defend { $place }?
battle_stand_lead =
    To defend { $place } against all { $missiles } missiles, a battery with its radar would have to stand at one of { $sites } of the { $all } sites looked at, { $distance } away{ $named ->
        [none] {""}
       *[other] , { $named } among the named ones
    } (parameter range: { $bad } sites at the bad ends, { $good } at the good ends).
battle_stand_nowhere = From none of the { $all } sites is { $place } defended against all { $missiles } (parameter range: { $bad } sites at the bad ends, { $good } at the good ends).
battle_stand_alt = Map of the sites from which { $place } is defended, by number of missiles.
battle_stand_figure = From where a battery would defend { $place }
battle_stand_number = number: of the { $missiles } missiles, those against which it would
battle_stand_fill_none = against none
battle_stand_fill_all = all { $missiles }
battle_stand_fill = { $found } of { $missiles }
battle_stand_named = named site: number of missiles
battle_stand_caption = { $grid ->
    [none] Sites: the named ones and the study’s own places
   *[other] Sites { $spacing } apart
}, at the values.
battle_stand_sites = Sites of { $all }
battle_stand_bad = bad
battle_stand_good = good
battle_stand_among = Named sites<br>among them

# how many batteries
battle_batteries_title = How many batteries for { $shares } of the people?
battle_needed_nobody = No missile of the scenario reaches anybody in the country.
battle_needed_all = Against all missiles at once it takes { $numbers } of the people.
battle_needed_some = Against all missiles at once it takes { $numbers } of the people; { $missed } cannot be had from the sites looked at, which together give { $most }.
battle_needed_none = Against all missiles at once { $missed } cannot be had from the sites looked at, which together give { $most }.
battle_needed_for = { $number } for { $share }
battle_needed_first = First among the study’s candidate sites, by the mean share over the missiles, is { $name }: alone it defends { $share } of the people against all of them (parameter range: { $bad } at the bad ends, { $good } at the good ends).
battle_needed_values = The numbers of batteries hold at the values.
battle_sites_alt = Share of the people defended against all missiles from each site, with its range.
battle_sites_axis = people defended against all missiles (%)
battle_sites_figure = One battery: people defended against all missiles
battle_sites_caption = Bar: the value. Line: parameter range, ◆ all bad ends, ◇ all good ends. First the study’s candidate sites, then the best of the { $grid ->
    [none] study’s own places
   *[other] grid
}, each in the order of their mean share over the missiles.
battle_needed_head = Batteries for (greedy choice)
battle_needed_greatest = Most that<br>all sites give
battle_needed_note = Bold: fewest, exactly; in brackets: each next site where it adds most. { $sites } sites: the named ones and { $grid ->
    [none] the study’s own places
   *[other] a grid of { $spacing }
}.
battle_sites_more = Share of the people by site and missile, and which sites
battle_sites_label = Share of the people by site and missile
battle_sites_one = One battery at
battle_sites_mean = Mean of<br>the shares
battle_sites_all = All of<br>them
battle_sites_fewest = Sites of the fewest batteries
battle_not_possible = not possible

# one raid as it happened
battle_one_title = One raid as it happened
battle_one_lead = In trial { $trial } (seed { $seed }) { $stopped } of { $missiles } missiles are stopped and { $leaked } come through, with { $shots } shots in { $time }. This is one draw at the values, an example without an interval; in the mean { $leakers } come through.
battle_one_alt = Each missile from launch to its end, with the events and the shots at it.
battle_one_missile = Missile { $number }, { $missile } from { $start } at { $place }: { $outcome } ({ $shots } shots)
battle_one_limits = one trial fought again with its shots written down; the radar events are those of the battery that shoots first at the missile, or of the one that chooses first
battle_one_axis = time since the start of the raid (s)
battle_one_wave = Wave { $number }: { $missile }
battle_one_wave_part = Wave { $number }: { $missile }, { $shown } of { $all }
battle_one_figure = One raid: flights, what the radar knew, and the shots
battle_one_came_through = came through
battle_one_impact = impact
battle_one_burnout = burnout
battle_one_detected = detected
battle_one_track = firm track
battle_one_committed = committed
battle_one_hit = interceptor, hit
battle_one_miss = interceptor, miss
battle_one_other = interceptor at an object that is no warhead
battle_one_label = One raid, missile by missile
battle_one_hidden = { $count } more missiles are not drawn.
battle_one_event = Event
battle_one_since_raid = Since start of<br>the raid (s)
battle_one_since_launch = Since its<br>launch (s)
battle_one_altitude = Missile’s<br>altitude (km)

# space
battle_space_lead =
    The interceptor’s ceiling of { $ceiling } (parameter range: { $low } to { $high }) lies { $apart } { $side ->
        [above] above
       *[below] below
    } the lowest satellite of the list, { $satellite }, at { $altitude }.
battle_space_more =
    After the { $intercept } intercept, at { $altitude }, half the fragments stay below { $median } and 99 % below { $p99 }; { $above } rise above { $satellite } (95 % sampling interval, Wilson: { $sampling }), { $down ->
        [none] fewer than 99 % come below 100 km within the time flown
       *[other] 99 % are below 100 km after { $down }
    }, and { $left ->
        [none] none of those flown is
       *[other] { $left } are still
    } in space after one revolution, { $orbit } ({ $left_sampling }). Of { $drawn } fragments drawn { $flown } were flown to their end. The parameter range was not computed.
battle_space_alt = Altitudes of the ceiling, of low satellites and of the fragments of three intercepts.
battle_space_caption = Star: the intercept. Red: from there to the highest altitude of 99 % of the fragments (square); dotted: the highest of all; black dot: the median. Black line: the ceiling, grey band its parameter range. Broken lines: satellites.
battle_space_satellite = Satellite
battle_space_altitude = Altitude,<br>above ceiling
battle_space_rise = Fragments that rise above it
battle_space_intercept = Intercept
battle_space_note = Fragments of { $least } and more; counts expected by the breakup model [{ $model }]; the ceiling is that of [{ $ceiling }].
battle_space_axis = altitude (km)
battle_space_below = intercept, at its altitude
battle_space_ceiling = { $altitude }: interceptor's ceiling
battle_space_level = { $altitude }: { $name }
battle_space_figure = How high fragments rise, and what flies there
battle_fact_missile = Missile
battle_fact_asset = Aimed at
battle_fact_altitude = Altitude of the intercept
battle_fact_masses = Masses of missile and kill vehicle
battle_fact_closing = Closing speed
battle_fact_energy = Energy by mass of the missile
battle_fact_breaks = Breaks up
battle_fact_whole = as a whole
battle_fact_part = in part
battle_fact_larger = Fragments larger than { $length }
battle_fact_median = Highest altitude: median
battle_fact_p99 = Highest altitude: 99 % stay below
battle_fact_most = Highest altitude: highest of all
battle_fact_down = 99 % are below 100 km after
battle_fact_not_down = more than was flown
battle_fact_space = In space after one revolution
battle_fact_flown = Fragments flown
