# What the terminal prints. `said_` are sentences that stand in records and files, in English: the terminal finds them again by these texts. They stand on one line each.

## Heads of tables
cli_head_name = 이름
cli_head_title = 제목
cli_head_id = 식별자
cli_head_aliases = 다른 이름
cli_head_summary = 설명
cli_head_value_of = 항목
cli_head_value = 값
cli_head_low = 최소
cli_head_high = 최대
cli_head_unit = 단위
cli_head_basis = 근거
cli_head_source = 출처
cli_head_record = 기록
cli_head_hits = 명중
cli_head_shots = 발사
cli_head_of = 구분
cli_head_note = 설명
cli_head_measured = 측정 항목
cli_head_median = 중앙값
cli_head_alone = 단독
cli_head_with_others = 상호작용 포함
cli_head_own_range = 범위
cli_head_unknown = 불확실 요소
cli_head_at_ends = 양 끝의 답
cli_head_breaks_even = 전환 값
cli_head_people = 인구
cli_deciding_rest = 각각 변동의 { $share } 미만: { $names }. 대괄호: 구간이 0.1보다 넓어 미확정.
cli_head_trade_mark = {""}
cli_head_trade_share_defended = 방어 비율
cli_head_trade_people_lost = 방어 인구 변화(백만)
cli_head_trade_seen = 보이는 비행
cli_head_trade_only_this = 이 레이더만
cli_head_trade_minutes = 추가 시간(분)
cli_shows_yes = 예
cli_shows_partly = 일부
cli_shows_no = 아니요
cli_trade_marks = →: 지금 설정; *: 효율적.
cli_sweep_head = 발사 지점 모두에 대해 방어되는, 사거리 안 인구의 비율: 방어와 미사일 { $samples }회 추출의 중앙값과 5–95%. 추출마다 뽑힌 미사일 { $missiles }종을 차례로 씁니다.
cli_head_accuracy = 정확도
cli_head_threat = 위협
cli_head_in_range =
    사정권 인구
    (백만 명)
cli_head_points =
    발사
    지점 수
cli_head_random =
    한 지점
    중앙값
cli_head_all =
    모든 지점
    중앙값
cli_head_samples =
    모든 지점
    5–95%
cli_head_published =
    대표값
    그대로
cli_head_asset = 방어 대상
cli_head_against = 위협
cli_head_worst_from = 가장 불리한 발사 지점
cli_head_at_values = 대표값에서
cli_head_looks = 요격 기회
cli_head_claim_date = 날짜
cli_head_claim = 발언
cli_head_claim_side = 어느 쪽
cli_head_claim_verdict = 판정
cli_head_verdict = 판정
cli_head_share = 표본 비율
cli_head_why_not = 방어되지 않는 이유
cli_head_margin = 여유
cli_head_event = 사건
cli_head_time = 시간(초)
cli_head_altitude = 고도(km)
cli_head_range_from_radar = 레이더에서 거리(km)
cli_head_from = 발사 지점
cli_head_reason = 이유
cli_head_target = 표적
cli_head_one_look = 이 신호 대 잡음비로 한 번 관측
cli_head_found = 90% 탐지거리(km)
cli_head_section = 반사면적(m²)
cli_head_tracked = 추적(km)
cli_head_searching = 탐색(km)
cli_head_lowest = 최저 고도(km)
cli_head_figure =
    수치
    (km)
cli_head_who = 말한 이
cli_head_m2 = m²
cli_head_dwell =
    조사
    (ms)
cli_head_snr_left =
    남는
    S/N
cli_head_search =
    탐색
    (km)
cli_head_above =
    최저 고도(km)
    { $angle }
cli_head_slant_range = 경사 거리(km)
cli_head_country = 나라
cli_head_at_altitude = 고도 { $altitude }
cli_head_when = 구간
cli_head_end = { "" }
cli_head_after_launch = 발사 뒤(초)
cli_head_phase = 단계
cli_head_range = 거리(km)
cli_head_azimuth = 방위각
cli_head_elevation = 고각
cli_head_aimed_at = 목표
cli_head_missiles = 미사일
cli_head_leakers = 통과
cli_head_no_leaker = 통과 없음
cli_head_battery = 포대
cli_head_interceptors = 요격미사일
cli_head_spent = 소모
cli_head_bad_good = 불리–유리
cli_head_million_usd = 비용(백만 달러)
cli_head_becomes = 미사일의 결말
cli_head_of_missiles = 비율
cli_head_question = 질문
cli_head_asks = 내용
cli_head_spent_leakers = { $doctrine }: 소모, 통과
cli_head_systems = 방어 체계
cli_head_flight_s = 비행 시간(초)
cli_head_after_cue = 조기경보 뒤(초)
cli_head_after_radar = 레이더 탐지 뒤(초)
cli_head_place = 지점
cli_head_of_samples = 표본 비율
cli_head_launchers_at = 발사대 위치
cli_head_from_battery = 포대에서 거리(km)
cli_head_people_added = 늘어나는 인구(백만 명)
cli_head_sites = 부지
cli_head_distance = 거리(km)
cli_head_named_sites = 이름이 있는 부지
cli_head_change = 변화
cli_head_system = 방어 체계
cli_head_price = 가격(백만 달러)
cli_head_cost = 비용(백만 달러)
cli_head_batteries_for = 필요한 포대 수
cli_head_most = 최대 비율
cli_head_site = 부지
cli_head_mean_share = 평균 비율
cli_head_all_threats = 모든 위협(백만 명)
cli_head_missile = 미사일
cli_head_intercept = 요격
cli_head_pieces = 1 cm보다 큰 파편
cli_head_highest = 최고 고도 99%(km)
cli_head_in_space = 한 궤도 뒤 우주에 남음
cli_head_share_before =
    인구 비율
    전
cli_head_share_after =
    인구 비율
    후
cli_head_people_at_values =
    대표값에서
    백만 명
cli_people_moved = { $before } → { $after }
cli_head_people_change =
    변화
    (백만 명)
cli_head_before_value = 전(대표값)
cli_head_after_value = 후(대표값)
cli_head_why = 이유
cli_head_file = 파일
cli_head_state = 상태
cli_head_group = 묶음
cli_head_tests = 비교
cli_head_inside = 허용 안
cli_head_outside = 허용 밖
cli_head_fitted = 맞춘 값
cli_head_worst = 허용 안 최대 차이

## Catalogue, scenarios, files
cli_catalogue_entry = { $name }: { $summary }
cli_rival = 다른 출처의 값
cli_records = 시나리오의 fire.record에 쓸 수 있는 명중 기록
cli_basis_measured = 측정
cli_basis_published = 공개 수치
cli_basis_derived = 유도한 값
cli_basis_estimate = 추정
cli_kind_test = 시험
cli_kind_combat = 실전
cli_new_missile = catalogue/ 옆의 study.toml이 이 미사일의 이름을 적어야 쓰입니다: [[threats]] 표에 missile = "{ $name }".
cli_new_radar = catalogue/ 옆의 study.toml이 이 레이더의 이름을 적어야 쓰입니다: [defence.radar]에 system = "{ $name }".
cli_new_defence = catalogue/ 옆의 study.toml이 이 방어 체계의 이름을 적어야 쓰입니다: [defence]에 system = "{ $name }".
cli_check = 값 { $values }개, 출처 { $sources }개, 문제 { $problems }개
cli_bench_machine = { $processor }, 코어 { $cores }개, 스레드 { $threads }개, 파이썬 { $python }, shieldmap { $version }, 커밋 { $commit }
cli_bench_rate = { $rate }(스레드 { $threads }개)
cli_head_ratio = 비율
cli_head_ours = 우리
cli_head_theirs = 상대
cli_head_peer = 비교 대상
cli_state_whole = 온전함
cli_state_changed = 바뀜
cli_state_missing = 없음
cli_state_not-of-the-run = 계산의 파일이 아님
cli_figure_footer = 실드맵 { $version }: { $limits }. 지도: Natural Earth.
cli_coverage_footer = 실드맵 { $version }: { $limits } 지도: Natural Earth.
cli_open_to_others = { $host }에 접속할 수 있는 사람은 누구나 이 화면을 쓸 수 있습니다. 계정 기능은 없습니다.
cli_namesakes = 이름이 같은 곳이 또 있습니다: { $places }.
cli_limits = 한계: { $limits }.
cli_never = 없음

## Progress
cli_preparing = 준비 중
cli_preparing_cold = 준비 중(컴파일에 1분쯤 걸림)

## What a scenario defends
cli_defend_summary = 교전 방식: { $doctrine }. 사정권 인구 가운데 방어되는 비율입니다. 논란이 있는 모든 수치를 미사일의 수치까지 함께 { $draws }번 뽑았으며, 무작위로 고른 발사 지점 하나에 대한 값과 모든 발사 지점에 대한 값을 적었습니다. 그 옆은 모든 수치가 대표값일 때입니다.
cli_defend_drawn = 수치는 범위 안에서 고르게 뽑으며, 두 끝이 열 배 이상 떨어져 있으면 로그로 고르게 뽑습니다.
cli_defend_ends = 모든 수치를 한꺼번에 방어에 불리한 끝에 두면 비율은 { $bad }, 유리한 끝에 두면 { $good }입니다.
cli_defend_peaked = 고르게 뽑는 대신 대표값 쪽에 몰아 뽑으면 모든 지점에 대한 중앙값은 { $medians }입니다.
cli_reaches_nobody = 국내 어느 곳에도 닿지 않는 위협: { $threats }
cli_above_samples = + 표본의 5–95%보다 높음: 대표값이 범위의 유리한 쪽 끝에 있음
cli_below_samples = - 표본의 5–95%보다 낮음: 대표값이 범위의 불리한 쪽 끝에 있음
cli_people_doubt = 인구: { $doubt }
cli_no_place_in_range = 연구가 이름을 적은 시설 가운데 미사일의 사정권 안에 드는 곳이 없습니다.

## Why a place is or is not defended
cli_why_place = { $place }, 시나리오 '{ $scenario }', 교전 방식 { $doctrine }
cli_why_hardest = 대표값에서 가장 불리한 경우: { $point }에서 발사한 { $threat }
cli_why_defended = 대표값에서: 방어됨, { $binds }
cli_why_undefended = 대표값에서: 방어 안 됨({ $reason }), { $binds }
cli_why_drawn = { $points ->
    [1] 표본 { $draws }개 중 { $share }에서 방어: { $verdict }
   *[other] 표본 { $draws }개 중 { $share }에서 발사 지점 { $points }곳 모두에 대해 방어: { $verdict }
}
cli_binds_neither = 공개된 요격 범위도 요격미사일의 비행 성능도 제약하지 않음
cli_binds_published = 공개된 요격 범위가 제약
cli_binds_kinematic = 요격미사일의 비행 성능이 제약
cli_binds_both = 공개된 요격 범위와 요격미사일의 비행 성능이 모두 제약
cli_why_looks = 요격 기회(앞선 요격의 결과를 확인하며 차례로 쏠 수 있는 횟수): { $shots }
cli_why_closest = 요격 고도대 안에서 발사대까지의 최단 경사 거리: { $range }
cli_why_arc = 포물선을 예상하는 추적: { $ahead } 앞을 내다볼 때 최대 { $miss } 어긋나며, 양력을 아는 추적보다 { $later } 늦게 맞음
cli_why_arc_never = 포물선을 예상하는 추적: { $ahead } 앞을 내다볼 때 최대 { $miss } 어긋나며, 탄착 전에는 맞지 않음
cli_why_fails = 충족 안 됨: { $what }, 여유 { $margin }
cli_case_defended = 방어됨
cli_case_not-defended = 방어 안 됨
cli_case_not-threatened = 사정권 밖
cli_case_not-converged = 계산 안 됨(수렴하지 않음)
cli_case_step-limit = 계산 안 됨(단계 초과)
cli_case_bad-input = 계산 안 됨(잘못된 입력)
cli_case_crashed-in-boost = 추진 중 추락
cli_case_time-limit = 계산 안 됨(시간 초과)
cli_event_missile-launch = 미사일 발사
cli_event_burnout = 연소 종료
cli_event_apogee = 정점
cli_event_early-warning-cue = 조기경보
cli_event_inside-the-radar-s-view = 레이더 시야 진입
cli_event_detection = 탐지
cli_event_firm-track = 추적 확립
cli_event_committed-to-an-intercept-point = 요격 지점 결정
cli_event_published-chain-ends = 공개된 대응 시간 끝
cli_event_first-launch-possible = 첫 발사 가능
cli_event_interceptor-launch = 요격미사일 발사
cli_event_earliest-intercept = 가장 이른 요격
cli_event_second-interceptor-launch = 두 번째 요격미사일 발사
cli_event_second-intercept = 두 번째 요격
cli_event_latest-launch = 가장 늦은 발사
cli_event_latest-intercept = 가장 늦은 요격
cli_event_impact = 탄착

## Flights
cli_fly_burnout = 연소 종료
cli_fly_apogee = 정점 고도
cli_fly_time = 비행 시간
cli_fly_ground = 지상 거리
cli_fly_impact = 탄착
cli_fly_reentry = 고도 100 km 재진입
cli_fly_off = { $where } (목표 지점에서 { $distance })
cli_fly_refused = { $name }, { $trajectory }: 비행 불가, { $why }
cli_fly_estimates = 추정에 따른 값: { $values }
cli_fly_limits = 한계: { $limits }
cli_fly_range = { $body ->
    [unitary] 구르며 또는 탄두부터 낙하
   *[other] 탄도계수
} { $coefficient }: 정점 고도 { $apogee }, { $time }, 탄착 속도 { $impact }
cli_fly_range_away = { $body ->
    [unitary] 구르며 또는 탄두부터 낙하
   *[other] 탄도계수
} { $coefficient }: 정점 고도 { $apogee }, { $time }, 탄착 속도 { $impact }, 거리 { $ground }
cli_fly_not_with = { $coefficient }일 때는 비행 불가: { $why }
cli_fly_given_state = 주어진 상태
cli_fly_end = 탄착점
cli_journey = { $start } → { $end }
cli_journey_state = { $start } 상공의 주어진 상태에서

## Flights read from what was published
cli_fit_head = { $name }, 공개된 비행에서 구한 값: 거리 { $range }(±{ $range_error }), 고도 { $apogee }(±{ $apogee_error }), 방위 { $bearing }
cli_fit_arc = 추진과 공기가 없는 궤적의 비행 시간은 { $time }
cli_fit_payload = 탑재량을 맞춤
cli_fit_cut-off = 추진 종료 시각을 맞춤
cli_fit_refused = { $fitted }: { $why }
cli_fit_left_out = 비행할 수 없는 조합 { $count }개를 뺀 범위
cli_fit_payload_kg = 탑재량
cli_fit_cutoff_s = 추진 종료
cli_fit_time_of_flight_s = 비행 시간
cli_fit_burnout_speed_m_s = 연소 종료 속도
cli_fit_burnout_altitude_m = 연소 종료 고도
cli_fit_burnout_angle_deg = 연소 종료 상승각
cli_fit_reentry_speed_m_s = 고도 100 km 속도
cli_fit_standard_range_m = 최대 사거리(이 방향)
cli_fit_standard_range_still_m = 최대 사거리(자전 없는 지구)

## What a radar sees
cli_see_head = { $radar }, { $site }, 고도 { $height }
cli_see_view = 지향 방향 { $boresight }, 방위각 폭 { $sector }, 고각 { $elevation }, 지형: { $terrain }
cli_see_normal = 안테나 법선 고각 { $tilt }, 법선에서 최대 { $scan }까지
cli_see_normal_free = 안테나 법선 고각 { $tilt }, 법선에서 더 이상의 제한 없음
cli_see_target = 표적 반사면적 { $section }, 신호 대 잡음비 { $snr }, 조사 시간 { $dwell }:
cli_see_tracked = 추적 또는 사전 경보
cli_see_searching = 방위각 범위 탐색
cli_see_ends = 괄호 안: 기준 탐지거리와 시간 비율만 범위의 양 끝에 둔 값. 안테나 법선에서 { $angle } 벗어나면 각 거리는 { $ratio }배
cli_see_search = 탐색 시간 배분
cli_see_angle = 입체각
cli_see_angle_is = { $angle } sr, 빔 { $beams }개
cli_see_dwell = 배분으로 가능한 조사 시간
cli_see_dwell_is = { $dwell }: 시간의 { $share }를 써서 { $time }에 한 바퀴
cli_see_long = 긴 조사 시간으로 한 바퀴
cli_see_tracks = 탐색과 함께 가능한 추적
cli_see_tracks_is = { $tracks }개, 각각 { $time }마다 관측
cli_see_cue = 사전 경보 뒤 탐지
cli_see_cue_is = 반경 { $radius } 범위에 { $time }
cli_see_false = 오경보
cli_see_false_is = 조사 1회에 { $probability }, 탐색 { $minutes }분에 한 번
cli_see_detection = 탐지: 한 번의 관측, 그리고 2 km/s로 다가오는 표적을 탐색으로 찾는 거리
cli_see_swerling_0 = 변동 없음(스월링 0)
cli_see_swerling_1 = 변동(스월링 1)
cli_see_swerling_3 = 변동(스월링 3)
cli_see_sections = 반사면적별 탐지거리와, 고각 { $angle } 위로 그 거리에서 보이는 최저 고도
cli_see_figures = 논쟁에 나온 수치를 모두 이 레이더 하나로 설명한 표입니다. 함께 적은 반사면적과 조사 시간이라면 각 수치에서 남는 신호 대 잡음비(S/N)입니다. ‘탐색’은 이 레이더의 신호 대 잡음비로 그런 표적을 탐색할 수 있는 거리, ‘최저 고도’는 표적이 떠 있어야 하는 높이입니다.
cli_see_outside = * 목록의 신호 대 잡음비(10–40)나 조사 시간 범위를 벗어남. 1보다 훨씬 낮으면 잡음과 구별할 수 없음
cli_see_above = 고각 { $angle } 위(km)
cli_see_level = 수평 방향 위(km)
cli_see_rays = 굴절하는 전파가 닿는 최저 고도
cli_see_land = 거리와 관계없이 표적이 시선 안에 드는 육지(1,000 km²)와 그 비율
cli_see_more = 그 밖에 더 적은 나라 { $count }곳
cli_see_estimates = 이 레이더의 수치 { $all }개 가운데 { $estimates }개는 추정입니다. shieldmap catalog show { $radar } 명령이 모든 수치를 출처와 함께 보여 줍니다.
cli_see_flight = { $name }, { $section }
cli_see_in_view = 시야 안
cli_see_searched = 탐색 거리 안
cli_see_within = 추적 거리 안
cli_see_first = 처음
cli_see_last = 끝
cli_phase_boost = 추진
cli_phase_rising = 상승
cli_phase_falling = 하강
cli_phase_reentry = 재진입
cli_see_figure_title = { $radar }, { $site }

## Raids and questions
cli_counted = { $mean } (시행 { $low }~{ $high })
cli_counted_ends = { $mean } (시행 { $low }~{ $high }, 가정이 불리할 때 { $bad }, 유리할 때 { $good })
cli_raid_head = { $title }: 미사일 { $missiles }발, 시행 { $trials }회
cli_raid_plan = 발사는 재고만 보고 시간은 모르는 계획을 따릅니다. 규칙을 따를 때보다 나쁠 수 있습니다.
cli_raid_leakers = 방어를 뚫는 미사일: { $leakers }
cli_raid_none = 한 발도 통과하지 않는 시행: { $share } ({ $interval })
cli_raid_passed_over = 비행할 수 없어 제외: { $pair }
cli_raid_no_bounds = 불리–유리: 모든 가정을 방어에 불리한 끝과 유리한 끝에 둔 값입니다. 한계값은 아닙니다. 한 방어층이 더 잘하면 다른 층에 필요했을 요격미사일을 쓸 수 있기 때문입니다.
cli_raid_wasted = 요격미사일 { $spent }발 가운데 { $others }발은 탄두가 아닌 물체에, { $stopped }발은 이미 요격된 미사일에 쓰입니다.
cli_raid_cost = 합계(백만 달러): { $value } ({ $span }). { $limits }.
cli_head_floor = 최저 고도, km
cli_head_ceiling = 최고 고도, km
cli_head_reach = 사거리, km
cli_head_inside_s = 범위 안, 초
cli_head_outside_s = 범위 밖, 초
cli_head_descent_s = 하강 중 범위 밖, 초
cli_head_closes = 틈을 메우는 것
cli_head_more = 증가
cli_head_people_alone = 방어되는 인구(백만), 이 포대만
cli_head_people_all = 방어되는 인구(백만), 모든 층
cli_head_assets = 시설, 모든 층
cli_head_ready = 준비된 수
cli_head_days = 소진까지(일)
cli_head_made = 연간 생산, 현재 -> 계획
cli_head_months = 생산 기간(개월)
cli_head_months_planned = 계획 생산 기준(개월)
cli_head_counted = 집계
cli_head_date = 때
cli_head_number = 수
cli_head_raids = 이런 공격 횟수
cli_counted_delivered = 납품 누계(모든 고객)
cli_counted_bought = 한 회계연도 구매
cli_counted_fired = 한 전쟁에서 발사
cli_not_published = –
cli_launchers_known = { $name }: 이 공격에 { $n }발, 공개된 발사대 { $span }기
cli_cost_total = 합계(백만 달러): { $value } ({ $span }).
cli_together = 합계
cli_ask_head = { $question } ({ $scenario })
cli_every_value = 모든 수치는 대표값입니다.
cli_empty_none = 이 포대가 요격할 수 있는 미사일이 없습니다.
cli_empty_at = { $doctrine }: 미사일 { $missiles }발의 집중 발사는 시행의 절반 이상에서 요격미사일 { $interceptors }발을 소진시킵니다.
cli_empty_never = { $doctrine }: 미사일 { $missiles }발까지의 집중 발사는 요격미사일을 소진시키지 못합니다.
cli_adds = 다른 체계가 모두 놓친 미사일 가운데 { $missiles }발을 { JOSA($system, "이/가") } 막습니다.
cli_at_place = { $place }
cli_itself = 포대는 모든 경우에 자신을 방어합니다: { $threatened }가지 가운데 { $defended }가지.
cli_itself_not = 포대는 모든 경우에 자신을 방어하지는 못합니다: { $threatened }가지 가운데 { $defended }가지.
cli_launchers_note = 인구는 위협 전체의 평균이며 모든 수치는 대표값. 가장 나은 부지가 먼저, 이름이 있는 부지가 다음
cli_stand_free = 이 시나리오의 미사일은 { $place }에 닿지 않습니다.
cli_stand = { JOSA($place, "을/를") } 방어하려면(모든 수치가 대표값일 때, 불리–유리는 모든 수치를 불리한 끝과 유리한 끝에 둔 경우):
cli_not_reached = 이르지 못함
cli_space = { $name }: 고도 { $altitude }, 최고 요격 고도에서 { $above }. 가장 높은 요격의 파편 가운데 그 위로 오르는 비율 { $share }
cli_compare_head = { $before }  ->  { $after }
cli_compare_draws = 인구 비율은 사정권 인구 가운데 방어되는 비율로, 표본 { $draws }개의 중앙값과 5–95%입니다. 인구는 모든 수치가 대표값일 때 방어되는 인구입니다.
cli_compare_defended = 방어됨
cli_compare_not = 방어 안 됨
cli_count_between = { $n }({ $low }~{ $high })

## A stability study
cli_stability_head = 발사 지역과 도시의 조합 { $pairs }개 가운데 { $flown }개가 사정권 안입니다. 어디를 볼지 아는 레이더가 연소 종료 뒤 { $least } 이상 보는 비행의 수이며, 최저 고각은 주어진 대로, 모든 수치는 대표값입니다. { JOSA($radar, "이/가") } 있어야만 보이는 비행에는 표본 { $draws }개의 중앙값(5–95%)을 함께 적었습니다.
cli_stability_section =
    반사면적
    (m²)
cli_stability_alone =
    { $radar }
    단독
cli_stability_without =
    모두, 다음 제외
    { $radar }
cli_stability_all = 모두
cli_stability_only =
    다음이 있을 때만
    { $radar }
cli_stability_time =
    혼자 보는 시간(초)
    { $radar }
cli_stability_drawn =
    중앙값
    (5–95%)

## Comparisons with what was published
cli_validate_tolerances = 허용 오차의 { $number }배
cli_validate_outside = 허용 밖: { $name }, { $quantity }
cli_validate_row = 계산 { $ours }, 공개 { $published }, 차이 { $difference }, 허용 오차 { $tolerance }
cli_validate_known = 까닭(원문): { $reason }
cli_validate_totals = 비교 { $tests }건: 허용 안 { $inside }건, 허용 밖이나 설명됨 { $known }건, 설명되지 않음 { $surprises }건, 맞춘 값 { $fitted }건. 공개된 비행 { $unusable }건은 비교할 수 없습니다.

## The record of flight tests
cli_head_year = 연도
cli_head_rows = 행
cli_head_judged = 판정
cli_head_met = 충분히 머묾
cli_head_met_share = 비율 (전체 대비)
cli_head_upper = 상층 방어 중 하나
cli_head_turned = 방향을 돌려 판정
cli_head_fits = THAAD 사격 가능
cli_head_type = 기종
cli_head_launchers = 발사대
cli_head_by = 집계한 곳
cli_head_met_by = 맞설 수 있는 비율
cli_head_running = 누계 중
cli_record_head = { $since }년 이후 북한 시험 발사: { $rows }행, 미사일 { $missiles }발. 우주 발사 { $left }건은 뺐습니다.
cli_record_band = 충분히 머묾: 하강하며 THAAD 고도대 { $floor }~{ $ceiling }에 { $seconds }초 이상. 미사일 수를 세며, 비율은 판정한 것 가운데의 비율이고 괄호 안은 판정하지 못한 것을 모두 빼거나 모두 넣은 전체 가운데의 비율입니다.
cli_record_types = 기종별
cli_record_arsenal = 공개된 발사대 수, 그리고 시험 비행으로 보아 상층 방어가 맞설 수 있는 미사일의 발사대
cli_record_unjudged = 판정하지 못함: { $rows }행, 미사일 { $missiles }발: { $why }

## Published analyses done again
cli_head_analysis = 분석
cli_head_reached = 범위에 듦
cli_reproduced_totals = 숫자 { $tests }개: 허용 안 { $inside }개, 밖이지만 우리 범위에 드는 것 { $reached }개, 밖 { $outside }개. 어긋난 값도 그대로 둡니다. shieldmap reproduce NAME이 있을 법한 까닭을 말합니다.
cli_reproduced_surprises = { $count }개가 분석 파일에 적힌 것과 다르게 나왔습니다.
cli_reproduced_missing = 다시 계산하지 못한 분석과 빠진 것:
cli_reproduced_source = { $title }, { $published } ({ $confidence }) { $url }
cli_reproduced_inputs = 분석의 입력
cli_reproduced_assumed = 분석이 밝히지 않은 것과 여기서 취한 것
cli_reproduced_not_found = 찾지 못한 것
cli_reproduced_row = 공개 { $theirs }, 계산 { $ours }, 차이 { $difference }
reproduced_kind_fitted = 맞춘 값
reproduced_kind_derived = 식에서 나온 값, 발표된 숫자가 아님
reproduced_kind_bound = 상한뿐이어서 세지 않음
reproduced_verdict_inside = 허용 안
reproduced_verdict_reached = 밖이지만 우리 범위에 듦
reproduced_verdict_outside = 밖
reproduced_tolerance = 허용 오차 { $wide }: { $reason }
reproduced_tolerance_digit = 발표된 마지막 자리의 절반
reproduced_tolerance_verdict = ‘가능’은 표본의 90% 이상, ‘불가능’은 10% 이하
reproduced_tolerance_chance = 마지막 자리의 절반과 시행 표준 오차의 네 배
reproduced_tolerance_round = 어림한 수치
reproduced_tolerance_sound = 어느 음속인지 말하는 출처가 없음
reproduced_tolerance_word = 가능 아니면 불가능
reproduced_tolerance_model = 미사일 등급 추정의 정밀도
