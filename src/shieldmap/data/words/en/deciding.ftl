# Which number decides an answer, and what publishing one would settle.
deciding_group_settling = how soon a track settles
deciding_group_missile = what is unknown of the missile
deciding_raid_common_mode_failure = the failure of a whole layer
deciding_raid_discrimination = how well warheads are told from other objects
deciding_raid_kill_probability = the kill probability of one shot
deciding_raid_radar_failure = the failure of a radar
deciding_raid_reload_time = the time to reload
deciding_raid_reloads = the reloads in reserve
deciding_raid_simultaneous = the engagements at one time
deciding_raid_sorting_altitude = the altitude below which the air sorts objects
deciding_raid_track_budget = the tracks a radar can hold
deciding_raid_track_probability = the track probability
deciding_leakers = Of the raid’s { $all } missiles { $median } come through in the median of { $draws } draws (5–95 %: { $band }).
deciding_share = Against { $missile } from { $points ->
    [one] its launch point
   *[other] all { $points } launch points at once
} the share of people defended is { $median } in the median of { $draws } draws (5–95 %: { $band }).
deciding_place = { $place } is defended against { $missile } in { $share } of { $draws } draws.
deciding_seen = { $radar } sees { $median } of { $all } flights in the median of { $draws } draws (5–95 %: { $band }).
deciding_first = What decides most is { $number }: it makes { $alone } of the spread alone, { $total } with the others.
deciding_next = Next { $numbers }.
deciding_next_one = { $number } ({ $total })
deciding_percent = { $value } ({ $band })
deciding_unresolved = { $band } (not resolved)
deciding_nothing = Nothing that is drawn changes it.
deciding_breaks = Alone, with all else at its value, { $kind ->
    [place] the verdict turns
    [seen] { $level } flights are crossed
    [leakers] { $level } missiles through are crossed
   *[share] { $level } is crossed
} at { $numbers }.
deciding_break_one = { $value } for { $number }
deciding_no_break = No number of the defence alone, inside its range and with all else at its value, { $kind ->
    [place] turns the verdict.
    [seen] takes it across { $level } flights.
    [leakers] takes it across { $level } missiles.
   *[share] takes it across { $level }.
}
deciding_settles = The verdict hangs on what is drawn for { $open } people; were { $number } published, it would be settled for some { $people } of them ({ $low } to { $high }), more than by any other single number.
deciding_none_settles = The verdict hangs on what is drawn for { $open } people, and no single number, were it published, is sure to settle any of it.
deciding_head = What decides
deciding_label = Share of the spread in the answer that each unknown makes
deciding_note = { $draws } draws in two sets, { $evaluations } evaluations. Alone: the first-order Sobol index. With others: the total one; the sums need not be 100 %. Beside each its 95 % interval by bootstrap; grey where it is wider than 0.1. At its ends: the answer with this number alone at the low and the high end of its range, all else at its value. Breaks even: the value at which it alone takes the answer across { $level }.
deciding_column_number = Unknown
deciding_column_alone = Alone
deciding_column_total = With others
deciding_column_range = Range
deciding_column_ends = Answer at its ends
deciding_column_breaks = Breaks even at
deciding_disclosed = What publishing one number would settle
deciding_disclosed_note = People whose verdict would then hold or fail whatever else is drawn, of { $open } for whom it hangs now; 5 to 95 % of resamples, and what chance settles is taken off.
deciding_axis = Share of the spread
deciding_not_resolved = not resolved
deciding_column_people = People
deciding_limits = Limits: { $limits }.
