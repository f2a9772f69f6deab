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
gap_changes = { $count } of them would if one published number of one layer were another; the least changes run from { $least } to { $most }.
gap_change_floor = the floor of { $system } lower by { $change }
gap_change_ceiling = the ceiling of { $system } higher by { $change }
gap_change_reach = the reach of { $system } longer by { $change }
worth_sentence = With everything { $leakers } of { $missiles } missiles come through in the mean; { $parts }.
worth_part = { $change }: { $more } more come through, { $people } fewer people and { $assets } fewer assets are defended by all layers together
gap_site = { $system } at { $site }
gap_here = the place itself
gap_nothing = no single number or site
