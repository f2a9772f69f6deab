# The page of a stability study: what radars see of flights, and whether an interceptor meets one.
stability_country_CHN = 중국
stability_country_RUS = 러시아
stability_country_PRK = 북한
stability_country_USA = 미국

# numbers in sentences
stability_few = { $number }
stability_some = { $number }
stability_minutes = { $number }분
stability_at = { $section }에서 { $count }
stability_count_at = { $section }에서 { $count }개
stability_of_from = { $country } { $flown }개 중 { $seen }개
stability_flights_of_from = { $country }발 비행 { $flown }개 중 { $seen }개

# the answer
stability_short =
    { $name }의 레이더는 { $seen ->
        [both] { $visible }에서 쏜 비행 일부를 연소 종료 뒤에 볼 수 있고 { $unseen }에서 쏜 비행은 하나도 보지 못합니다
        [some] { $visible }에서 쏜 비행 일부를 연소 종료 뒤에 볼 수 있습니다
       *[none] { $unseen }에서 쏜 비행을 하나도 보지 못합니다
    }. { $met ->
        [inside] 일부 비행은 그 옆에 있는 요격미사일의 공개된 사거리 안을 지납니다
        [clear] 그 옆에 있는 요격미사일의 공개된 사거리 안으로 들어오는 비행은 없습니다
       *[near] 그 옆에 있는 요격미사일의 공개된 사거리 안으로 들어오는 비행은 없고, 모델의 도달 범위 안으로는 일부가 들어옵니다
    }.
stability_short_others = 볼 수 있는 것의 상당 부분은 가까운 다른 레이더도 봅니다.
stability_seen =
    발사 지역과 도시의 조합 { $pairs }개 가운데 { $flown }개가 대역 미사일의 사거리 안에 있습니다. 레이더 반사면적이 { $section }일 때 { $name } 레이더 단독으로 { JOSA($parts, "을/를") } 보며, 시간은 모두 { $time }입니다. 경로를 포함해 알려지지 않은 수치를 함께 { $samples }번 뽑으면 비행은 중앙값 { $median }개, 표본의 5–95%에서 { $draws }개입니다. 이 수는 아무도 공개하지 않는 반사면적에 달려 있습니다{ $more ->
        [none] {""}
       *[other] ({ $more })
    }. 이는 레이더가 미리 통보받은 비행이며, 조기경보 없이 방위각 전체를 탐색하면 보이는 비행은 { $uncued }입니다.
stability_have = { $group } { $count }개
stability_added =
    { $section }에서 { $have ->
        [none] {""}
       *[other] 보이는 비행은 { $have }입니다.
    } { JOSA($name, "은/는") } 주어진 가정에서 여기의 다른 레이더가 보지 못하는 비행 { $flights }개를 더하고(표본의 중앙값은 { $median }개, 5–95%에서는 { $draws }개{ $outside ->
        [all] , 표본은 모든 레이더의 시야를 돌리고 좁히며 더 높은 경로로도 날림
        [some] , 표본은 일부 레이더의 시야를 돌리고 좁히며 더 높은 경로로도 날림
       *[no] {""}
    }. 안테나 정면에서 벗어난 이득 손실을 넣으면 { $loss }개), 비행 { $longer }개를 보는 시간을 { $least } 이상 늘리며, 다른 레이더에는 없는 관측 시간 { $time }({ $time_draws })을 줍니다.
stability_only = { $name }만 보는 비행: { $parts }.
stability_reached_none = 미사일의 사거리에 드는 비행이 없으므로 포대를 지나는 비행도 없습니다.
stability_reached_outside = 요격미사일의 공개된 범위의 끝(사거리 { $reach }, 고도 { $ceiling }) 안으로 들어오는 비행은 없습니다. 연소 종료 뒤 가장 가까이 오는 것은 { $nearest }입니다({ $start } → { $end }, 모든 발사 지점 중).
stability_reached_inside = 요격미사일의 공개된 범위의 끝(사거리 { $reach }, 고도 { $ceiling }) 안으로 비행이 들어오며, 가장 낮은 것은 { $lowest }입니다({ $start } → { $end }, 모든 발사 지점 중). 여기서는 시간, 시야, 속도를 따지지 않습니다.
stability_top_far = 모델의 요격미사일이 갈 수 있는 가장 먼 지상 거리 { $farthest } 안을 지나는 비행도 없습니다.
stability_top_above = 모델의 요격미사일은 공개된 것보다 높이, 빠른 끝에서는 { $top }까지 오르며, 시간을 따지지 않으면 { $start }에서 { $end }로 가는 비행보다 { $gap } 위까지 갑니다.
stability_top_below =
    모델의 요격미사일은 공개된 것보다 높이, 빠른 끝에서는 { $top }까지 오릅니다. 가장 가까이 위를 지나는 비행은 { $start }에서 { $end }로 가는 것으로, 가장 불리한 발사 지점에서도 { $gap } 위를 지납니다{ $unsure ->
        [yes] (비행 정점 고도의 불확실성인 약 50 km를 넘지 않음)
       *[no] {""}
    }. 시간, 경보, 속도는 아직 따지지 않은 것입니다.
stability_weak_areas = 발사 지역 { $all }곳 중 { $kinds }
stability_weak_radars = 레이더 { $all }기 중 { $kinds }
stability_weak_memory = { $count }곳은 기억에 따른 것으로 다시 확인하지 않음
stability_weak_low = { $count }곳은 신뢰도 낮음
stability_weak_more = 어느 것인지는 <a href="#assumptions">가정 표</a>에 있습니다.

# statements
stability_speeds = 가장 가까이 지날 때 비행 속도는 { $slowest } 이상이며, 공개된 요격 가능 최대 표적 속도는 { $fastest }입니다.
stability_agree =
    요격미사일에 관한 한 { $agree ->
        [inside] 이 비행 가운데 일부는 공개된 범위가 닿는 곳을 지납니다
        [clear-denied] 계산한 수치는 이 비행들에 대한 발언과 맞습니다
        [near-denied] 공개된 범위는 이 비행들에 대한 발언과 맞지만, 모델이 오르는 높이로는 모두 배제되지 않습니다
        [clear] 요격미사일이 닿는 곳을 지나는 비행은 이 연구에 없습니다
       *[near] 공개된 범위가 닿는 곳을 지나는 비행은 이 연구에 없지만, 일부는 모델이 닿는 곳을 지납니다
    }. 레이더가 무엇을 보느냐는 다른 문제{ $word ->
        [none] 입니다
       *[other] 이며, ‘{ $word }’이라는 말은 수량이 아닙니다
    }.
stability_before = { JOSA($name, "이/가") } 없을 때 그곳의 레이더는 { $section }에서 비행 { $flown }개 중 { $before }개를, 있을 때는 { $after }개를 봅니다. { $more }개가 늘고 관측 시간은 모두 { $time } 늘어납니다.
stability_only_times = { $name }만 보는 비행: { $flights }. { $name }에만 있는 관측 시간: { $times }.
stability_does_add = 이 가정에서 레이더는 { $countries }에서 쏜 비행과 관측 시간을 실제로 더합니다. 그런 추적이 다른 곳의 방어에, 나아가 안정에 의미가 있는지는 자료 연동, 명령, 탄두 식별에 달려 있습니다. 여기서는 그 어느 것도 계산하지 않으며, 이는 정치적 판단입니다.
stability_unseen =
    { $country }에서 쏜 비행 { $flown }개 가운데 이 연구의 어떤 반사면적이나 고각 한계에서도 { $name } 레이더에 보이는 것은 없습니다{ $below ->
        [none] {""}
       *[other] (가장 높이 나타나는 것도 지평선보다 { $below } 아래)
    }.
stability_ranges = 조기경보를 받으면 레이더 방정식에 따른 탐지거리는 { $ranges }입니다. 낮은 것은 지구의 곡률에 가립니다.
stability_lowest = 고각 { $elevation }에서는 1,000 km 거리에서 { $near } 아래, 2,000 km 거리에서 { $far } 아래가 보이지 않음
stability_beyond =
    { $beyond ->
        [yes] 따라서 탐지 범위는 { $place } 너머까지 미칩니다. 임무를 위해 보아야 하는 방향에서
        [no] 임무를 위해 보아야 하는 방향에서
       *[none] {""}
    } { JOSA($name, "은/는") } { $section }일 때 { JOSA($found, "을/를") } 봅니다. 발사 지역 자체는 지평선 아래에 있고, 비행은 상승하면서 시야에 들어옵니다. 방어에 무엇이 필요하고 얼마나 되면 지나친지는 이 연구의 수치가 아닙니다.
stability_turned_round = { $name }의 레이더는 모든 방향을 보므로, 돌려도 달라지는 것이 없습니다.
stability_turned_none = { $sites_of }의 발사 지점을 모두 담는 방향은 없습니다.
stability_turned =
    { $over ->
        [north] 북쪽을 지나{" "}
       *[none] {""}
    }{ $west }에서 { $east }까지의 모든 방향은 { $sites_of }의 발사 지점 { $sites }곳을 모두 방위각 안에 담으며, 그 어느 방향에서든 레이더는 { $country }에서 쏜 비행 중 { $span }개를 봅니다.
stability_turned_no_more = 다른 어느 방향에서도 { $most }개보다 많이 보지 못합니다. { $section }에서 비행은 레이더가 임무상 어차피 보아야 하는 곳을 지납니다.
stability_turned_more = { $bearing }로 돌리면 { $most }개를 보고 그 발사 지점 방향의 { $share }를 담습니다.
stability_pointed = { $where }({ $bearing })을 향하면 { $seen }개를 보고, { $sites_of } 방향의 { $share }, 이름 있는 발사 지점 { $points }곳 중 { $held }곳을 담습니다.

# the page
stability_over = 실드맵 보고서 · <time datetime="{ $date }">{ $date }</time> 시나리오 · 실행 { $run }
stability_nav_answer = 답
stability_nav_statements = 발언: 나온 말과 그에 관한 수치
stability_nav_seen = 비행: 하나씩, 보이는가
stability_nav_when = 시각: 언제, 어느 높이와 단계에서
stability_nav_section = 반사면적: 무엇이 달라지는가
stability_nav_turning = 방향: 레이더를 돌리면 달라지는 것
stability_nav_interceptor = 요격미사일: 만날 수 있는가
stability_nav_ranges = 범위: 얼마나 확실한가
stability_nav_assumptions = 입력값: 레이더, 발사 구역, 수치와 그 출처, 다른 주장
stability_print_leaves = 화면에서 펼치는 표는 인쇄에서 빠지며 report.html에 있습니다.
stability_answer_note = ‘보임’은 연소 종료 뒤 모두 { $least } 이상 시야에 드는 것, 곧 방위각 안에, 최저 고각 위에, 그 반사면적에 대한 탐지거리 안에 있는 것을 뜻합니다. 무엇으로 식별되는지, 추적이 무엇에 쓰이는지에 대한 말이 아닙니다. 그것은 정치적 판단입니다.
stability_seen_label = 나라와 반사면적별로 보이는 비행
stability_from = 발사
stability_to = 목표
stability_section = 반사<br>면적
stability_section_line = 반사면적
stability_in_range = 사거리 안<br>비행
stability_in_range_line = 사거리 안
stability_seen_by = 보는 레이더별 비행 수
stability_only_with = { JOSA($radar, "이/가") }<br>있어야 보임
stability_longer_with = { $radar }로<br>길어짐
stability_time_only = { $radar }에만<br>있는 시간
stability_only_with_line = { JOSA($radar, "이/가") } 있어야 보임
stability_longer = 길어짐
stability_time_added = 늘어난 시간
stability_without = { $radar } 제외
stability_answer_limits = 최저 고각은 주어진 값입니다. { $elevations }. ‘길어짐’은 나머지를 모두 합친 것보다 { $least } 이상 오래 보이는 것입니다.
stability_elevation_at = { $radars } { $elevation }
stability_level =
    모든 레이더가 { $elevation }{ $level ->
        [yes] (수평)
       *[no] {""}
    }까지 볼 때
stability_level_one =
    레이더가 { $elevation }{ $level ->
        [yes] (수평)
       *[no] {""}
    }까지 볼 때
stability_level_label = 모든 레이더가 수평까지 볼 때 보이는 비행
stability_statements_title = 발언과 그에 관한 수치
stability_key_sees = { JOSA($radar, "이/가") } 비행을 보는 구간, { $section }
stability_key_others = 다른 레이더만 보는 구간
stability_key_nobody = 여기의 누구도 보지 못하는 구간
stability_key_area = { $country }의 발사 지역
stability_key_city = 도시
stability_key_solid = { $radar }, 실선: 방위각
stability_key_dashed = { $radar }, 파선: 방위각
stability_maps_note = 방위각은 레이더가 { $section }를 직선으로 추적하는 거리까지 그렸습니다. 그곳에서 보이는지는 비행의 고도에 달려 있습니다. 발사 지역은 넓은 지역이며 위치는 0.1도 또는 그보다 거칠게 반올림했습니다.
stability_world_caption =
    경로 한가운데를 중심으로 한 정거방위도법. { $lies ->
        [pole] 왼쪽이 발사 지역, 오른쪽이 도시, 그 사이가 북극입니다
        [turned] 왼쪽이 발사 지역, 오른쪽이 도시입니다
       *[upright] 위쪽이 북쪽입니다
    }.
stability_near_caption = 레이더 부근, 위쪽이 북쪽.
stability_matrix_title = 비행별로 보이는가
stability_same_answer = 이 발언에 관련된 것은 앞의 { $who }({ $said_on }) 발언의 경우와 같습니다.
stability_same_numbers = 관련된 수치는 앞의 { $who }({ $said_on }) 발언 아래에 있습니다.
stability_matrix_intro = 비행이 보이는 가장 작은 반사면적(m²)입니다. <b>○</b>: { $most }까지 어느 값에서도 보이지 않음. <b>밖</b>: 도시가 대역 미사일의 사거리 밖이어서 따지지 않음.
stability_matrix_label = 보이는 가장 작은 반사면적, 주어진 최저 고각
stability_matrix_label_level = 보이는 가장 작은 반사면적, 수평
stability_launch_area = 발사 지역
stability_stand_in = 대역 미사일
stability_all = 전체
stability_not_reached = 사거리 밖
stability_not_computed = 계산 안 함
stability_not_reached_short = 밖
stability_not_seen = 어느 반사면적에서도 보이지 않음
stability_seen_from = { $section }부터 보임, 그때 { $time }
stability_seconds_title = { $section }에서 비행마다 보이는 시간(초)과 발사 지점·경로에 따른 범위
stability_seconds_none = { $section }에서는 어느 발사 지점, 어느 경로로도 연소 종료 뒤 여기의 레이더 시야에 드는 비행이 없습니다.
stability_seconds_note = 지역의 대표 지점에서 최소 에너지 경로로 쏜 비행이 연소 종료 뒤 보이는 시간(초). 괄호 안은 모든 발사 지점과 더 높은 경로 중 최소와 최대. 비행: 그 가운데 { JOSA($radar, "이/가") } 보는 비행 수.
stability_seconds_label = 보이는 시간(초)
stability_only_radar = { $radar }만
stability_in_boost = { $radar }, 추진 중
stability_points = 지점
stability_flights = 비행
stability_apogee = 정점 고도
stability_beyond_range = 사거리 밖: 거리 { $distance }, 대역 미사일은 그 방향으로 { $limit }까지 비행
stability_just_beyond = 사거리 밖: 거리 { $distance }, 도시보다 서쪽을 향해 쏘아야 하는 대역 미사일의 사거리를 조금 넘음
stability_when_title = 언제, 어느 높이에서, 어느 단계에서
stability_key_burnout = 연소 종료
stability_key_apogee = 정점
stability_when_caption = { $section }에서 어느 레이더에든 보이는 비행 { $count }개(연소 종료 뒤 { $least } 미만 포함), 주어진 최저 고각. 각 행의 위에서 아래로: { $groups }.
stability_when_none = { $section }에서는 지역의 대표 지점에서 최소 에너지 궤적으로 나는 비행 가운데 여기의 레이더 시야에 드는 것이 없습니다.
stability_height_caption =
    파랑: { JOSA($radar, "이/가") } { $section }에서 비행을 봄. 회색: 너무 멀거나 낮거나 방위각 밖이어서 보지 못함. { $lines ->
        [1] 검은 실선: 최저 고각의 시선
       *[other] 검은 실선과 파선: 최저 고각과 수평의 시선
    }. 초록 점선: 반사면적별 탐지거리. 주황: 아래 그림과 같은 요격미사일의 도달 범위.
stability_first_label = { $radar }의 첫 관측과 마지막 관측
stability_flight = 비행
stability_first_seen = 첫<br>관측
stability_at_altitude = 고도
stability_in_phase = 단계
stability_in_direction = 방향
stability_at_slant = 직선<br>거리
stability_last_seen = 마지막<br>관측
stability_after_burnout = 연소 종료 뒤<br>보이는 시간
stability_after_apogee = 정점 뒤
stability_without_cue = 조기경보<br>없이
stability_start_to_end = { $start } → { $end }
stability_first_note = { $radar }, { $section }, 조기경보를 받은 경우. 상승: 연소 종료 뒤 정점 전. 모든 레이더, 반사면적, 한계별 결과는 이 문서 옆의 <code>passes.csv</code>에 있습니다.
stability_phase_boost = 추진
stability_phase_climbing = 상승
stability_phase_falling = 하강
stability_curvature = 지구의 곡률이 가리는 것
stability_curvature_caption = { $radar }에서 보이는 가장 낮은 고도, 대기 굴절 포함
stability_straight_range = 직선 거리
stability_at_elevation = 고각 { $elevation }
stability_section_title = 레이더 반사면적에 달린 것
stability_section_caption = 위: 연소 종료 뒤 보이는 비행 수. 아래: 모든 비행이 보이는 시간의 합.
stability_key_only = { JOSA($radar, "이/가") } 있어야 보임
stability_turning_title = 레이더를 돌리면 달라지는 것
stability_turning_caption =
    { $radar } 단독, 주어진 최저 고각. { $band ->
        [task] 회색 띠: { $sites_of }의 발사 지점을 모두 방위각에 담는 방향. 파선
        [range] 회색 띠: 표본이 뽑는 방향. 파선
       *[none] 파선
    }: 여기서 택한 방향{ $estimate ->
        [yes] (추정)
       *[no] {""}
    }.
stability_group_title = { JOSA($group, "이/가") } 보는 것
stability_group_flights = 모든 지역의 비행:
stability_least_elevation = 최저 고각
stability_flights_in_range = 사거리 안 비행
stability_group_seen = { $group }에 보임
stability_in_view = 보이는 시간
stability_seen_alone = { $radar } 단독
stability_interceptor_title = 요격미사일이 닿을 수 있는가?
stability_near_height_caption = 진한 주황: 공개된 범위(직선거리 { $reach }, 고도 { $ceiling }). 연한 주황: 모델의 요격미사일이 갈 수 있는 범위, 파선: 빠른 끝. 회색과 파랑: 각 지역의 대표 지점에서 쏜 비행.
stability_passages_label = 가장 가까운 통과
stability_passages_caption = 연소 종료 뒤 { $battery }에 가장 가까이 지나는 비행
stability_nearest_ground = 최근접<br>지상 거리
stability_altitude_there = 그때<br>고도
stability_speed_there = 그때<br>속도
stability_least_distance = 최소<br>직선거리
stability_over_points = 모든 발사 지점과<br>경로
stability_above_top = 모델의 최고점보다<br>위로
stability_passages_note = ‘닿지 않음’: 모델의 요격미사일이 갈 수 있는 가장 먼 지상 거리 { $farthest }보다 멀리 지나는 비행. 빠른 끝과 공간상으로만 비교하며, 요격미사일이 제때 도착해 표적을 보고 따라잡을 수 있는지는 따지지 않습니다.
stability_no_reach = 닿지 않음
stability_flyout = 거리별 모델의 최고 도달 고도
stability_over_ground = 지상 거리
stability_at_value = 기준값
stability_at_fast = 빠른 끝
stability_ranges_title = 얼마나 확실한가?
stability_ranges_intro = { $section }에서 가정을 하나씩 양 끝에 둘 때와 모두를 범위에서 함께 뽑을 때의 합계. 모든 지역의 비행이며, 따로 적지 않으면 주어진 최저 고각입니다.
stability_ranges_same = 어느 것을 어느 끝에 두어도 달라지는 것이 없습니다. { $section }에서 { $radar } 혼자서는 { $alone }, 다른 레이더는 { $others }, { $radar }만 보는 것은 { $only }입니다. { $names }.
stability_ranges_label = 합계의 범위
stability_varied = 바꾸는 것
stability_seen_without = { $radar } 없이 보임
stability_time_only_line = { $radar }에만 있는 시간
stability_as_given = 주어진 값
stability_range_launch-points = 발사 지점을 모두 같은 쪽으로 옮김
stability_range_path = 더 높은 경로, 최소 에너지 궤적 정점 고도의 { $most }배까지
stability_range_boresights = 모든 레이더의 지향 방향을 양 끝에
stability_range_elevation = 모든 레이더의 최저 고각을 양 끝에
stability_range_detection-range = 기준 탐지거리를 양 끝에
stability_range_sector = 방위각 폭을 좁은 끝에
stability_range_loss-off-the-face = 안테나 정면에서 벗어난 손실 포함
stability_range_cone = 방위각 폭 대신 기울어진 정면 둘레의 원뿔(손실 포함)
stability_range_no-cue = 조기경보 없이 방위각 전체 탐색
stability_range_drawn = 앞의 여섯을 함께 { $samples }번 뽑음: 5–95%
stability_limit_given = 주어진 값
stability_limit_horizon = { $elevation }
stability_ranges_note =
    표본은 지역마다 발사 지점과 경로, 레이더마다 지향 방향, 최저 고각, 방위각 폭, 기준 탐지거리를 함께 뽑습니다. 미사일, 정면 밖의 이득, 조기경보는 그대로 둡니다. { $given ->
        [task] 주어진 값에서는 모든 방위각 폭이 가장 넓고 모든 레이더가 { $place } 한가운데를 봅니다.
        [middle] 주어진 값에서는 모든 방위각 폭이 가장 넓고 모든 레이더가 자기 범위의 한가운데를 봅니다.
       *[none] {""}
    } 표본은 { $turned ->
        [all] 모든
       *[some] 일부
    } 레이더의 시야를 돌리고 좁히며 더 높은 경로로도 날리므로, 주어진 값의 합계가 그 띠 밖에 있을 수 있습니다.
stability_assumptions_title = 가정과 출처, 다른 출처의 값
stability_radars = 레이더
stability_place = 위치
stability_system = 체계
stability_position = 좌표
stability_boresight = 지향 방향 (범위)
stability_sector = 방위각 폭
stability_rivals = 다른 출처의 값
stability_source = 출처
stability_confidence = 신뢰도
stability_note = 비고
stability_confidence_high = 높음
stability_confidence_medium = 중간
stability_confidence_low = 낮음
stability_confidence_memory = 기억
stability_basis_measured = 측정
stability_basis_published = 공개 수치
stability_basis_derived = 유도한 값
stability_basis_estimate = 추정
stability_far = 탐지거리
stability_far_note = 알고 있는 표적(조기경보 또는 추적)을 오래 비출 때의 반사면적별 탐지거리이며, 괄호 안은 방위각 전체를 탐색할 때입니다. ‘조기경보 없이’라고 적지 않으면 앞의 값을 씁니다.
stability_far_label = 레이더 탐지거리
stability_radar = 레이더
stability_areas = 발사 지역
stability_area = 지역
stability_country = 나라
stability_uncertain = 불확실성
stability_basing = 배치
stability_moved = 이동 거리
stability_values = 목록의 수치
stability_value = 수치
stability_taken = 쓴 값
stability_low = 최저
stability_high = 최고
stability_basis = 근거
stability_value_reference_radar_cross_section = 기준 레이더 반사면적
stability_value_search_elevation_extent = 탐색 고각 범위
stability_notes = 시나리오 비고
stability_limits_title = 이 결과가 말할 수 없는 것
stability_limit_use = 추적을 누가 무엇에 쓸 수 있고 그것이 안정에 무엇을 뜻하는지는 정치적 판단이며, 여기서 계산하지 않습니다.
stability_limit_decoys = 탄두를 기만체, 파편, 다 쓴 추진체와 구별하는지는 다루지 않습니다. 다른 쪽에서 더 오래 보는 것이 도움이 될 수도 아닐 수도 있습니다. 식별은 모델에 없습니다.
stability_limit_data = 어떤 자료가 포대 밖으로 나가는지는 알 수 없습니다. 연동, 명령, 운용 방식, 나라 사이의 공유는 공개돼 있지 않습니다.
stability_limit_section =
    레이더 반사면적은 비행 내내 같은 값으로 둡니다. 실제로는 보는 각도와 파장에 따라 열 배 이상 달라{ $waves ->
        [none] 집니다
       *[other] 지며, { JOSA($waves, "은/는") } 파장이 더 깁니다
    }.
stability_limit_boost = 추진 중인 미사일은 여기의 어떤 반사면적보다 훨씬 큰 표적이고 위성에도 보입니다. 추진 중 보이는 시간은 따로 세며 ‘보임’으로 치지 않습니다.
stability_limit_cue = 어디를 볼지 통보받으려면 알려 주는 쪽이 있어야 합니다. 조기경보가 없으면 탐지거리가 짧아지고 보이는 비행도 훨씬 적습니다.
stability_limit_alone = 비행은 하나씩 따집니다. 추적 수의 한계가 없고 다른 임무가 레이더 시간을 쓰지 않는다고 봅니다.
stability_limit_loss =
    위상배열 레이더가 방위각 가장자리에서 겪는 손실은 기준값에서 빼고 범위에 넣었습니다{ $round ->
        [yes] . 다만 모든 방향을 보는 레이더는 어느 면이 표적을 보는지 모델에 없어 범위에서도 뺐습니다
       *[no] {""}
    }.
stability_limit_hills = 산은 없으며 최저 고각이 이를 대신합니다. 대기는 평균 상태이고, 전파 덕트와 날씨는 넣지 않았습니다.
stability_limit_energy = 주어진 비행은 최소 에너지 궤적이며, 표본에는 더 높은 경로도 들어갑니다. 더 높은 경로는 추진제를 조금 더 쓰고 더 멀리서 더 오래 보입니다. 저각 궤적과 다른 쪽으로 도는 궤적은 덜 보이며 계산하지 않습니다.
stability_limit_stand_ins = 대역 미사일은 공개된 사거리에 맞춘 동급 추정치입니다. 옮긴 발사 지점의 비행은 정확히 계산하지만 대표 지점에 가장 알맞은 자세 전환을 쓰므로, 도시가 사거리 밖으로 판정되는 거리는 약 100 km까지만 확실합니다.
stability_limit_public = 공개된 발사 지역만, 0.1도 또는 그보다 거칠게 반올림한 위치에서 계산합니다. 잠수함, 항공기 발사 미사일과 활공체는 뺐습니다.
stability_limit_others =
    { $left_out ->
        [none] 다른 레이더도 이 비행을 볼 수 있습니다
       *[other] { $left_out }의 다른 레이더도 이 비행을 봅니다
    }. 이들을 뺐으므로, 여기서 { JOSA($radar, "이/가") } 더하는 것은 현존하는 전체에 더하는 것보다 많습니다.
stability_sources_title = 출처
stability_sources_note = 이 실행에 쓰인 출처. 신뢰도는 이 프로젝트의 평가로 높음, 중간, 낮음, 기억(다시 확인하지 않음)이 있습니다.
stability_read_not = , 다시 확인하지 않음
stability_read = , { $date } 확인
stability_source_confidence = 신뢰도: { $confidence }.
stability_map_data = 지도 자료. { $attribution }
stability_again_title = 다시 만들기와 인용
stability_again_intro = 시나리오는 이 문서 옆에 있으며, 모든 통과(<code>passes.csv</code>), 합계(<code>summary.json</code>), 경로(<code>tracks.json</code>)도 함께 있습니다. 실드맵 { $version }에서:
stability_again_same = 같은 시나리오, 목록, 판이면 실행 { JOSA($run, "이/가") } 다시 나오며, 다음 파일의 바이트까지 같습니다.
stability_file = 파일
stability_made = { $date }에 { JOSA($versions, "으로/로") } 만듦.
stability_scenario = 시나리오
stability_cite = 인용: Shieldmap contributors ({ $year }). <cite>{ $title }</cite>. Shieldmap { $version }, run { $run }.

# figures
stability_map_world = 사거리 안 모든 비행의 지상 경로
stability_map_near = 레이더 부근
stability_world_alt = 모든 비행의 지상 경로({ $section }에서 레이더에 보이는 곳은 굵게)와 레이더 방위각 지도.
stability_near_alt = { $radar } 부근의 발사 지역과 경로, 레이더와 방위각 지도.
stability_when_alt = 발사 뒤 시간에 따른 막대: { $section }에서 레이더 묶음별로 비행이 보이는 때.
stability_long_alt = 레이더 반사면적에 따라 보이는 { $country } 발사 비행 수와 보이는 시간(분).
stability_turn_alt =
    지향 방향에 따라 { $radar } 단독으로 볼 { $country } 발사 비행{ $held ->
        [yes] 과 방위각에 담기는 { $sites_of } 발사 방향의 비율
       *[no] {""}
    }.
stability_high_alt = { $radar }에서의 거리에 따른 모든 비행의 고도, 시선, 탐지거리, 요격미사일 도달 범위.
stability_reach_alt = 포대 부근의 그림.
stability_reach_alt_clear = 포대 부근의 그림: 요격미사일의 도달 범위로 들어오는 비행은 없음.
stability_to_city = → { $city }
stability_axis_time = 발사 뒤 시간 (초)
stability_when_figure = 레이더 묶음별로 비행이 보이는 때, { $section }
stability_axis_seen = 보이는 비행 수
stability_axis_minutes = 보이는 시간 (분)
stability_axis_section = 레이더 반사면적 (m²)
stability_long_figure = { $country } 발사 비행 { $flown }개, 레이더 반사면적별
stability_axis_held = 담는 비율 (%)
stability_turn_held = 방위각에 드는 { $sites_of } 발사 방향
stability_axis_boresight = 지향 방향 (북쪽에서 시계 방향, 도)
stability_turn_figure = { $radar } 방향에 따라 보이는 { $country } 발사 비행
stability_compass_south = 180남
stability_compass_west = 270서
stability_compass_north = 0북
stability_compass_east = 90동
stability_axis_distance = { $radar }에서의 지상 거리 (km)
stability_axis_altitude = 고도 (km)
stability_high_figure = 레이더에서의 거리와 고도
stability_reach_figure = 포대 부근의 비행과 요격미사일 도달 범위
