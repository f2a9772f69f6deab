# What each side gets when a radar keeps to a limit.
trade_head = As it is set, { $radar } sees { $seen } of { $all } foreign flights (5–95 %: { $band }) and helps to defend { $people } people against { $missile }, both in the median of the draws.
trade_step = With { $number } at { $after } in place of { $before }, flights seen { $countries }, and { $is_lost ->
    [yes] { $people } people lose cover ({ $low } to { $high }).
   *[no] nobody loses cover in the median ({ $low } to { $high } people).
}
trade_country = from { $country } go from { $before } to { $after }
trade_no_step = No other setting of { $number } alone sees fewer flights.
trade_label = People defended and foreign flights seen, by setting of the radar
trade_axis_seen = Foreign flights that this radar sees, mean of the draws
trade_axis_people = People defended, mean of the draws (million)
trade_axis_people_short = People defended (million)
trade_given = as it is
trade_efficient = efficient
trade_other = other settings
trade_outside = What would show from outside that such a limit is kept
