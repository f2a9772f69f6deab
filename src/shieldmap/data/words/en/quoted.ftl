# Answers that can be quoted: the first questions of the page.
quoted_raid = Of the { $missiles } missiles of the raid “{ $title }”, { $leakers } come through ({ $band }; median and 5–95 % of { $draws } joint draws).
quoted_raid_spent = { $spent } of { $stock } interceptors are spent.
quoted_raid_place = { $leakers } of { $missiles } at { $place }
quoted_raid_places = Most come through at the places that this raid names: { $places }.
quoted_raid_draws = Median and 5–95 % of { $draws } joint draws of everything unknown, kill probabilities too. With every number at its value { $value } come through, all at the good end { $good }, all at the bad end { $bad }.
quoted_raid_bars = The bars are means of the draws and sum to the raid; interceptors and places are counted with every number at its value.
quoted_launchers = With { $fewer } of { $launchers } launchers gone, { $after } of the { $missiles } missiles of the raid come through ({ $band }) instead of { $before }.
quoted_launchers_stock = { $before } interceptors become { $after }: before, { $pairs } missiles could each be given all shots of the doctrine, then { $pairs_after }.
quoted_launchers_map = The map stays as it is: it shows where shots fit, not how many interceptors there are.
quoted_layers = { $systems } together let { $leakers } of { $missiles } missiles through ({ $band }); without { $best } it would be { $without }.
quoted_layers_all = all together
quoted_layers_without = without { $system }
quoted_layers_alone = { $system } alone
quoted_layers_map = The map is that of the battery alone; the layers are counted in the raid.
quoted_site = Of { $sites } sites, { $site } covers most: { $share } ({ $band }) of the { $people } people within range of the { $missile }; from { $here } it is { $now }.
quoted_site_here = Of { $sites } sites none covers more than { $site }, where it stands: { $share } ({ $band }) of the { $people } people within range of the { $missile }.
quoted_site_alike = As many from { $sites }.
quoted_site_how = Median of { $draws } joint draws on a grid of { $km } km, the missile at its values. At every site the radar looks along the middle of the directions to the launch points, and that direction is not drawn.
quoted_site_ground = Roads, hills, neighbours and money are not asked.
quoted_radar = At { $altitude } altitude the radar could see targets above { $seen }. A target of { $section } it finds by itself to { $search } ({ $search_band }) and follows, when told where to look, to { $track } ({ $track_band }).
quoted_radar_none = At { $altitude } altitude no other country lies below the radar’s view. A target of { $section } it finds by itself to { $search } ({ $search_band }) and follows, when told where to look, to { $track } ({ $track_band }).
quoted_radar_country = { $area } of { $country }, { $share } of it ({ $band })
quoted_radar_height = The area is where a target at that altitude stands in the line of sight; how far away it is noticed hangs on its radar cross section.
quoted_radar_limits = The band runs over the directions, the scan limit and the least elevation that are not published. Seen is not recognised.
quoted_radar_bar = { $country }, targets at { $altitude }

# foreign flights
foreign_seen = Looking as set, the radar sees { $seen } of { $flown } flights to the cities of the study after their burnout, at a cross section of { $section }: { $parts }. Seen is not recognised.
foreign_country = { $country } { $seen } of { $flown }
foreign_none = What this radar sees of flights between other countries is not known here: no embedded study flies them past the place where it stands.
foreign_no_radar = Without a radar no flight between other countries is seen.
