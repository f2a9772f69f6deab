# Maps
figure_every = 닿는 모든 발사 지점에 대해 방어됨
figure_some = 일부 발사 지점에 대해서만 방어됨
figure_undefended = 사정권 안이며 방어 안 됨
figure_not_threatened = 이 미사일의 사정권 밖
figure_share = 대표값에서 사정권 인구의 { $share } 방어, 표본 중앙값 { $median }
figure_share_from = { $mark }: 대표값 { $share }, 중앙값 { $median }
figure_holds = 방어됨: 표본의 90% 이상
figure_mostly = 갈림: 표본의 50–90%에서 방어
figure_seldom = 갈림: 10–50%
figure_fails = 방어 안 됨: 10% 이하
figure_median =
    { $mark ->
        [none] 사정권 인구의 { $median }
       *[other] { $mark }: { $median }
    } (중앙값, 5–95%: { $band })
figure_nobody = 사정권 안에 사는 사람 없음
figure_map_label = { $name }에 대해 방어되는 곳의 지도: 표본 중앙값에서 사정권 인구의 { $share }.
figure_map_label_nobody = { $name }에 대해 방어되는 곳의 지도: 사정권 안에 사는 사람이 없음.
figure_away = { $name } { $distance }
figure_reason_title = 방어되지 않는 이유: { $name }
figure_reason_words = 가장 먼저 걸리는 발사 지점의 첫 번째 조건
figure_reason_words_from = { $mark }: 가장 먼저 걸리는 발사 지점의 첫 번째 조건
figure_reason_label = { $name }에 대해 가장 먼저 걸리는 조건의 지도.

# Before and after
figure_both = 전과 후 모두 방어됨
figure_lost = 전에는 방어됐으나 이제는 아님
figure_won = 후에만 방어됨
figure_changes = 달라지는 곳
figure_cells = 방어 밖으로 { $lost }칸, 방어 안으로 { $won }칸
figure_no_cells = 달라지는 칸 없음
figure_name_before = { $name }, 전
figure_name_after = { $name }, 후
figure_name_change = { $name }: 변화

# Charts
figure_people_label = 미사일과 교전 방식별 방어 인구와 그 범위.
figure_people_defended = 방어 인구: 값, 그리고 모두 불리에서 모두 유리까지
figure_million = 인구 (백만 명)
figure_people_axis = 방어 인구 (백만 명)
figure_curve_reach = 요격미사일 사거리, 경사 거리 (km)
figure_curve_reaction = 대응 시간: 추적 확립부터 발사까지 (초)
figure_curve_chain = 미사일 발사부터 요격미사일 발사까지 (초)
figure_people_by_reach = 요격미사일 사거리에 따른 방어 인구
figure_people_by_reaction = 대응 시간에 따른 방어 인구
figure_people_by_chain = 발사부터 요격미사일 발사까지의 시간에 따른 방어 인구
figure_people_curve_label = 방어 인구와 { $what }.
figure_reasons = 사정권 안이며 방어되지 않는 인구, 이유별
figure_reasons_label = 사정권 안이며 방어되지 않는 인구, 미사일과 이유별.
figure_apogees = 공개된 정점 고도와 요격 고도 범위
figure_apogees_label = 비행을 계산하지 않는 미사일의 공개된 정점 고도와 최저 요격 고도.
figure_apogee_axis = 공개된 정점 고도 (km)
figure_floor = 최저 고도 { $height }
figure_ceiling = 최고 고도 { $height }
figure_floor_above = 최저 고도 { $height }, 그림 위
figure_ceiling_above = 최고 고도 { $height }, 그림 위

# One engagement
figure_missile-burns = 미사일 연소
figure_free-flight = 미사일 자유 비행
figure_cue = 조기경보 전달
figure_in-view = 레이더 시야 안
figure_to-track = 탐지부터 추적 확립
figure_reaction = 대응
figure_chain = 공개된 대응 시간
figure_may-start = 요격미사일 발사 가능
figure_first-flies = 첫 요격미사일 비행
figure_second-flies = 둘째 요격미사일 비행
figure_may-meet = 요격 가능
figure_since_launch = 미사일 발사 뒤 시간 (초)
figure_timeline_label = 교전 단계의 순서. { $title }.
figure_side_label = 발사대에서의 거리에 따른 고도. { $title }.
figure_launcher = 발사대
figure_battery = 포대
figure_distance = { $launcher }에서의 지면 거리 (km)
figure_altitude = 고도 (km)
figure_reach = 사거리 { $reach }(경사)
figure_reach_beyond = 사거리 { $reach }(경사), 그림 밖
figure_missile = 미사일

# One flight
figure_flight_altitude = 고도
figure_flight_speed = 지구에 대한 속도
figure_altitude_axis = 고도, km
figure_speed_axis = 속도, km/s
figure_ground_axis = 지면 거리, km
figure_time_axis = 발사 뒤 시간, 초
figure_time_axis_given = 주어진 상태 뒤 시간, 초
figure_profile = 지면 거리에 따른 고도, 같은 축척
figure_profile_stretched = 지면 거리에 따른 고도, 높이를 { $times }배로 늘임
figure_profile_shortened = 지면 거리에 따른 고도, 높이를 { $times }분의 1로 줄임
figure_boost = 추진 단계
figure_midcourse = 중간 단계
figure_reentry-below = 100 km 아래 재진입
figure_reentry-down = 100 km 통과(하강)
figure_given = 주어진 상태
figure_burnout = 연소 종료
figure_apogee = 정점
figure_reentry = 재진입
figure_impact = 탄착
figure_event_speed = { $event } { $speed }
figure_event_at = { $event } { $time }
figure_event_at_height = { $event } { $time }, { $height }
figure_track = 지상 궤적, 위가 북쪽, 중심에서의 거리는 실제와 같음
figure_track_turned = 지상 궤적, 왼쪽이 발사 지점, 중심에서의 거리는 실제와 같음

# What the radar sees
figure_view_all = 전방위, 고각 { $low }~{ $high }, { $air }, { $terrain }
figure_view = 방위각 { $boresight }를 중심으로 { $sector }, 고각 { $low }~{ $high }, { $air }, { $terrain }
figure_view_all_scan = 전방위, 고각 { $low }~{ $high }, { $tilt } 위로 기운 안테나 정면에서 최대 { $scan }, { $air }, { $terrain }
figure_view_scan = 방위각 { $boresight }를 중심으로 { $sector }, 고각 { $low }~{ $high }, { $tilt } 위로 기운 안테나 정면에서 최대 { $scan }, { $air }, { $terrain }
figure_bent = 공기에 의해 굽은 전파
figure_straight = 공기 없는 직선 전파
figure_no_terrain = 지형 쓰지 않음
figure_terrain = 지형: { $file }
figure_terrain_profile = 지형: 지평선 윤곽
figure_lowest = 표적이 보이는 가장 낮은 고도, km
figure_lowest_sheet = 표적이 보이는 가장 낮은 고도, km, 위가 북쪽, 레이더에서의 거리는 실제와 같음
figure_lowest_label = 표적이 보이는 가장 낮은 고도의 지도.
figure_detected_label = 고도 { $altitude }의 표적이 탐지되는 범위의 지도.
figure_cut_label = 지향 방향을 따라 자른 레이더 시야의 수직 단면.
figure_cut = 방위각 { $azimuth } 방향의 단면
figure_cut_sheet = 방위각 { $azimuth } 방향의 단면, 음영: 거리와 관계없이 레이더 시야 안
figure_targets = 고도 { $altitude }의 표적
figure_all_in_sight = { $section }부터: 가시선 안 전체
figure_sections = 레이더 반사면적: 오래 조사할 때의 탐지거리(그림), 탐색할 때의 탐지거리
figure_edge = 가시선의 끝
figure_cut_distance = 지면 거리, km

# The comparisons
figure_times = 시험발사: 추진 없는 궤적보다 더 걸리는 시간
figure_times_label = 추진 없는 궤적보다 더 걸리는 비행 시간의 계산값과 보도된 값.
figure_tolerances_label = 모든 비교의 차이를 허용 오차의 배수로 나타낸 그림, 종류별 한 줄.
figure_published = 공개된 값 ({ $unit })
figure_ours = 계산값 ({ $unit })
figure_marks = 회색: 허용 오차, 마름모: 밖, 네모: 맞춘 값
figure_marks_hidden = 회색: 허용 오차, 마름모: 밖, 네모: 맞춘 값, 한계 없음: { $n }
figure_far = 비교마다 얼마나 벗어나나
figure_far_marks = 회색: 안, 마름모: 밖(끝: { $most } 이상), 네모: 맞춘 값
figure_in_tolerances = 허용 오차의 배수로 본 차이
figure_group_lofted-times = 시험: 추진 시간
figure_group_standard-ranges = 시험: 표준 사거리
figure_group_flights = 시험: 정점 고도, 에너지
figure_group_lifted = 양력 비행
figure_group_statements = 발언과 계산
figure_group_falling-speeds = 시험: 낙하 속도
figure_group_stage-sets = 공개된 단별 제원
figure_group_minimum-energy = 최소 에너지 궤적
figure_group_bate-mueller-white = 교과서 예제
figure_group_atmosphere = 대기
figure_group_geodesics = 측지선
figure_group_frames = 좌표계
figure_group_independent = 다른 계산 프로그램
figure_group_nesc = NASA 점검 사례
figure_group_orekit = Orekit
figure_group_radar-equation = 레이더 방정식
figure_group_leakage = 집중 발사의 돌파율
figure_group_detection = 탐지

# The record of flight tests
figure_record = 하강하며 THAAD 고도대에 { $seconds }초 이상 머문 시험 미사일의 비율
figure_record_axis = 미사일 비율, %
figure_record_year = 연도
figure_record_judged = 판정한 것 가운데
figure_record_ends = 판정하지 못한 것을 모두 빼거나 넣은 전체

## Published analyses done again
figure_reproduced_seongju = 부산으로 가는 길의 성주 상공
figure_reproduced_apogee = 정점 고도, km
figure_reproduced_altitude = 성주 상공 고도, km
figure_reproduced_band = 요격 고도 40–150 km
figure_reproduced_critics = 2016년 비판자: 250 km부터
figure_reproduced_channel_a = 2017년 채널A: 550 km부터
figure_reproduced_military = 군: 100–150 km
figure_reproduced_from_hwangju = 황주에서 부산 (노동)
figure_reproduced_from_panghyon = 방현에서 부산 (무수단)
figure_reproduced_wilkening = 하나도 돌파하지 못할 확률: 식(선)과 전투 계산(점)
figure_reproduced_stopped = 하나를 막을 확률, %
figure_reproduced_none = 하나도 돌파하지 못할 확률, %
figure_reproduced_raid = 탄두 { $raid }발
