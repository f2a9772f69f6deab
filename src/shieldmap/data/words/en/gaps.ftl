# What flies between the layers, and what a part of the battery is worth.
gap_unreached = { $place ->
    [none] No missile of the study reaches its places.
   *[other] No missile of the study reaches { $place }.
}
gap_closed = { $place ->
    [none] Each of the { $all } flights of the study's missiles to its places
   *[other] Each of the { $all } flights of the study's missiles to { $place }
} passes through the published envelope of at least one of the { $layers } layers, the shortest for { $least }.
gap_open = { $place ->
    [none] Of the { $all } flights of the study's missiles to its places { $open } pass
   *[other] Of the { $all } flights of the study's missiles to { $place } { $open } pass
} through the published envelope of none of the { $layers } layers.
gap_down = On the way down, below the highest ceiling, a flight is in none of them for up to { $most }.
gap_changes = { $count } of the former would pass through one if a single published number were another; the least changes run from { $least } to { $most }.
gap_change_floor = the floor of { $system } lower by { $change }
gap_change_ceiling = the ceiling of { $system } higher by { $change }
gap_change_reach = the reach of { $system } longer by { $change }
worth_sentence = With everything { $leakers } of { $missiles } missiles come through in the mean; { $parts }.
worth_part = { $change } { $through }, and all layers together defend { $people } fewer people and { $assets ->
    [one] 1 fewer asset
   *[other] { $assets } fewer assets
}
worth_raid_alone = { $change } { $through }, and no place is lost
worth_more = { $count } more come through
worth_fewer = { $count } fewer come through
worth_as_many = as many come through
worth_same = { $change } nothing changes
gap_site = { $system } at { $site }
gap_here = the place itself
gap_nothing = no single number or site
gap_label = Seconds of the flight in no layer's envelope, by place and missile
gap_note = Seconds from burnout to impact that lie in no layer's published envelope, of all of them, from the launch point whose flight is in the layers for the shortest time. Bold: in none at all; below, the least change of one published number and the sites that would change that.
worth_raid = In the raid
worth_held = Defended against every missile
worth_alone = Million people,<br>battery alone
worth_together = Million people,<br>all layers
worth_assets = Assets,<br>all layers
worth_note = { $trials } trials a row with the same random numbers. More: than with everything, with the sampling interval of the differences. Spent: below, the sampling interval, and from the bad to the good ends. People and assets: below, from the bad to the good ends. { $grid ->
    [none] Places: the study’s own.
   *[other] Places on a grid of { $spacing }.
}
