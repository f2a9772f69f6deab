# Answers that can be quoted: the first questions of the page.
quoted_raid = ‘{ $title }’의 미사일 { $missiles }발 가운데 { $leakers }발이 통과합니다({ $band }, 합동 표본 { $draws }개의 중앙값과 5–95%).
quoted_raid_spent = 요격미사일 { $stock }발 가운데 { $spent }발을 씁니다.
quoted_raid_place = { $place } { $missiles }발 중 { $leakers }발
quoted_raid_places = 이 공격이 정한 곳 가운데 통과가 많은 곳: { $places }.
quoted_raid_draws = 명중률까지 모르는 수치를 모두 함께 추출한 표본 { $draws }개의 중앙값과 5–95%입니다. 모든 수치가 대표값이면 { $value }발, 모두 유리하면 { $good }발, 모두 불리하면 { $bad }발이 통과합니다.
quoted_raid_bars = 막대는 표본의 평균이며 모두 더하면 공격 미사일 수입니다. 요격미사일과 장소별 수는 대표값으로 셉니다.
quoted_launchers = 발사대 { $launchers }기 가운데 { $fewer }기가 빠지면 공격 미사일 { $missiles }발 중 { $after }발이 통과합니다({ $band }). 지금은 { $before }발입니다.
quoted_launchers_stock = 요격미사일이 { $before }발에서 { $after }발로 줄어듭니다. 교전 방식대로 모두 쏠 수 있는 상대 미사일은 { $pairs }발에서 { $pairs_after }발이 됩니다.
quoted_launchers_map = 지도는 그대로입니다. 지도는 요격할 시간이 있는 곳을 보일 뿐 요격미사일 수를 세지 않습니다.
quoted_layers = { JOSA($systems, "을/를") } 함께 쓰면 미사일 { $missiles }발 중 { $leakers }발이 통과합니다({ $band }). { $best } 없이는 { $without }발입니다.
quoted_layers_all = 모두 함께
quoted_layers_without = { $system } 없이
quoted_layers_alone = { $system }만
quoted_layers_map = 지도는 이 포대만의 것이고, 다른 방어층은 공격 계산에서 셉니다.
quoted_site = 후보지 { $sites }곳 가운데 { $site }에서 가장 많은 사람이 방어됩니다. { $missile } 사거리 안 { $people } 중 { $share }({ $band })이며, { $here }에서는 { $now }입니다.
quoted_site_here = 후보지 { $sites }곳 가운데 지금의 { $site }보다 더 많은 사람을 방어하는 곳은 없습니다. { $missile } 사거리 안 { $people } 중 { $share }({ $band })입니다.
quoted_site_alike = { $sites }에서도 같습니다.
quoted_site_how = 미사일 수치는 대표값으로 두고 { $km } km 격자에서 합동 표본 { $draws }개의 중앙값입니다. 어느 곳에서나 레이더가 발사 지점들 방향의 한가운데를 보며, 그 방향은 추출하지 않습니다.
quoted_site_ground = 도로, 산, 주민, 비용은 따지지 않습니다.
quoted_radar = 고도 { $altitude }에서 레이더는 { $seen } 위의 표적을 볼 수 있습니다. 반사 면적 { $section } 표적을 스스로 찾는 거리는 { $search }({ $search_band }), 어디를 볼지 전달받아 쫓는 거리는 { $track }({ $track_band })입니다.
quoted_radar_none = 고도 { $altitude }에서 레이더 시야 아래에 놓이는 다른 나라는 없습니다. 반사 면적 { $section } 표적을 스스로 찾는 거리는 { $search }({ $search_band }), 어디를 볼지 전달받아 쫓는 거리는 { $track }({ $track_band })입니다.
quoted_radar_country = { $country } { $area }(국토의 { $share }, { $band })
quoted_radar_height = 면적은 그 고도의 표적이 가시선에 드는 곳입니다. 얼마나 먼 곳에서 알아채는지는 레이더 반사 면적에 달렸습니다.
quoted_radar_limits = 괄호 안은 공개되지 않은 방향, 주사 한계, 최저 고각의 범위입니다. 보이는 것이 곧 식별은 아닙니다.
quoted_radar_bar = { $country }, 고도 { $altitude } 표적

# 다른 나라의 비행
foreign_seen = 지금 보는 방향과 고각에서 레이더는 반사 면적 { $section }일 때 이 연구의 도시들로 가는 { $flown }개 비행 가운데 { $seen }개를 연소 종료 뒤에 봅니다: { $parts }. 본다는 것이 식별한다는 뜻은 아닙니다.
foreign_country = { $country } { $flown }개 중 { $seen }개
foreign_none = 이 레이더가 다른 나라들 사이의 비행을 얼마나 보는지는 여기서 알 수 없습니다. 지금 선 자리 곁을 지나는 비행을 다룬 내장 연구가 없습니다.
foreign_no_radar = 레이더가 없으면 다른 나라들 사이의 비행은 보이지 않습니다.
