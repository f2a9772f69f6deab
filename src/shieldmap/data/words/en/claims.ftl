# Public statements as tests: the report's section, the terminal and docs/claims.md
claims_title = What was said, and what this run says
claims_intro = Each public statement is read as a test on the numbers of this run, and all sides are read with the same words. <b>Consistent</b>: the whole band agrees. <b>Not consistent</b>: none of it does. Else it <b>depends</b> on what is named. “Consistent” means that a statement agrees with this model and its public inputs, not that it is true. Political statements are not computable and stay in the list.
claims_counts = { $all } statements: { $consistent } consistent, { $no } not consistent, { $depends } depend on what is named, { $none } not computable{ $waiting ->
    [0] .
   *[other] , { $waiting } not computed yet.
}
claims_readings = How each statement is read, and where its words stand
claims_table = Statements and verdicts
claims_column_date = Date
claims_column_speaker = Who
claims_column_side = Side
claims_column_statement = Statement
claims_column_verdict = Verdict
claims_column_computed = Computed
claims_recorded_note = { $mark } Computed in a changed study, or of something that this run lacks: as it was recorded.
claims_changed_study = { $study }, changed
claims_page = All statements, of every study: docs/claims.md and <code>shieldmap claims</code>.

claims_verdict_consistent = consistent
claims_verdict_not-consistent = not consistent
claims_verdict_not-computable = not computable
claims_verdict_not-computed = not computed yet
claims_depends = depends on { $what }
claims_turns_at = { $what } (turns at { $at })

claims_side_united-states = United States
claims_side_south-korea = South Korea
claims_side_north-korea = North Korea
claims_side_china = China
claims_side_russia = Russia
claims_side_united-arab-emirates = United Arab Emirates
claims_side_expert = expert
claims_side_press = press

claims_not_quoted = no wording could be confirmed; the statement is ours
claims_words_speaker = the speaker’s words
claims_words_source = the words of the source

claims_number_threat = the missile
claims_number_launch_point = the launch point
claims_number_place = the place
claims_number_cross_section_m2 = the radar cross section
claims_number_missiles = the size of the raid
claims_number_altitude_km = the altitude
claims_number_country = the country
claims_number_apogee = the apogee that is believed
claims_number_launch-points = where mobile launchers stand
claims_number_path = how high the missiles fly
claims_number_boresights = where the radars look
claims_number_elevation = the least elevation of the radars
claims_number_detection-range = the reference range of the radars
claims_number_sector = the width of the sector
claims_number_loss-off-the-face = the loss off the antenna’s face
claims_number_cone = the shape of the view
claims_number_no-cue = whether the radar is cued
claims_number_missile = the missile’s own numbers
claims_number_settling = how soon a track settles

claims_quantity_people-defended = people in range who are defended
claims_quantity_area-defended = area of the country that is defended
claims_quantity_defended = defended in the joint draws
claims_quantity_more-draws = share of the draws that defend it, less that from the site compared with
claims_quantity_apogee-over-floor = published apogee above the interceptor’s floor
claims_quantity_floor = lowest altitude of an intercept
claims_quantity_leakers = missiles that come through, in the mean
claims_quantity_times-fewer-leakers = how many times fewer missiles come through
claims_quantity_track-range = range at which the radar tracks
claims_quantity_land-in-view = land of the country with a line of sight
claims_quantity_land-tracked = land of the country within the tracking range
claims_quantity_flights-reached = flights inside the interceptor’s envelope
claims_quantity_flights-only-added = flights that only the added radar sees
claims_quantity_flights-seen = flights of the country that the added radar sees
claims_quantity_flights-of-country-only-added = flights of the country that only the added radar sees

claims_what = { $name } ({ $about })
claims_from = from { $place }
claims_flown = { $name }, { $path }
claims_flown_to = { $name }, { $path } to { $apogee }
claims_at_altitude = { $altitude } up
claims_raid_of = { $n ->
    [one] raid of { $n } missile
   *[other] raid of { $n } missiles
}
claims_one = { $what }: { $found }; { $limits }
claims_many = { $what }: { $found }; { $limits }
claims_more = and { $n } more
claims_points_yes = agrees for { $n } of { $of } ({ $names }: { $span })
claims_points_open = open for { $n } of { $of } ({ $names }: { $span })
claims_points_no = does not for { $n } of { $of } ({ $names }: { $span })
claims_places_yes = holds for { $n } of { $of } ({ $names })
claims_places_open = hangs for { $n } of { $of } ({ $names })
claims_places_no = fails for { $n } of { $of } ({ $names })
claims_verdict_yes = holds ({ $share } of the draws)
claims_verdict_no = fails ({ $share } of the draws)
claims_verdict_open = hangs ({ $share } of the draws)
claims_band_draws = { $value } (5–95 %: { $band })
claims_band_ends = { $value } ({ $band })
claims_band_trials = { $value } (95 % of the mean: { $band })
claims_asked_defended = asked: defended
claims_asked_undefended = asked: not defended
claims_asked_between = asked: { $band }
claims_asked_least = asked: at least { $limit }
claims_asked_most = asked: at most { $limit }
claims_recorded = As recorded on { $date }.
claims_read_on = { $note }, { $date }
claims_study_of = Study: { $study }.
claims_meaning = Consistent: the whole band of the computed number agrees with the statement; not consistent: none of it does; else it depends on what is named. It says that a statement agrees with this model and its public inputs, not that it is true.
claims_confidence_high = read there
claims_confidence_medium = read in a copy or an excerpt
claims_confidence_low = not read again
claims_political = Not computable, and why nothing of it is computed:
