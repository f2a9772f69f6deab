# The battle on the report's page: a raid against the defence.
battle_title = 교전: 방어에 맞선 대규모 공격
battle_intro = 여기서는 미사일이 한꺼번에 날아오고, 재고가 바닥나고, 요격이 빗나갑니다. 곧 요격 확률이 들어갑니다. 두 가지 구간을 끝까지 구별합니다. <b>표본 구간</b>은 가정을 기준값에 두었을 때 되풀이한 시행이 평균을 얼마나 정확히 아는지를 나타냅니다. <b>가정 범위</b>는 논란이 있는 모든 수치가 방어에 불리한 끝일 때부터 유리한 끝일 때까지입니다.
battle_jump_raid = 공격
battle_jump_leakage = 방어를 뚫는 미사일
battle_jump_empty = 재고 소진
battle_jump_adds = 방어층
battle_jump_gap = 방어층 사이
battle_jump_lost = 전력 손실
battle_jump_worth = 구성 요소의 값
battle_jump_cost = 비용
battle_jump_warning = 경보 시간
battle_jump_itself = 자체 방어
battle_jump_launchers = 떨어진 발사대
battle_jump_stand = 포대 위치
battle_jump_batteries = 필요한 포대 수
battle_jump_one = 공격 한 번
battle_jump_space = 우주
battle_sampled = 시행의 95% 표본 구간, 기준값
battle_ranged = 가정 범위: ◆ 모두 불리한 끝, ◇ 모두 유리한 끝
battle_limits = 한계: { $text }

# numbers with their intervals
battle_counted = { $mean }발(95% 표본 구간 { $sampling }, 기준값. 가정 범위: 불리한 끝 { $bad }, 유리한 끝 { $good })
battle_counted_every = { $mean }발(기준값의 모든 시행에서. 가정 범위: 불리한 끝 { $bad }, 유리한 끝 { $good })
battle_brief = { $mean }발(표본 구간 { $sampling }, 가정 범위 불리 { $bad }, 유리 { $good })
battle_brief_every = { $mean }발(모든 시행에서, 가정 범위 불리 { $bad }, 유리 { $good })
battle_front = 집중 발사한 미사일 { $missiles }발 가운데 { $leakers }발이 방어를 뚫습니다({ $band }, 합동 표본 { $draws }개의 중앙값과 5–95%, 모든 수치가 대표값이면 { $value }발{ $has ->
    [none] ).
   *[changes] ; { $changes }).
}
battle_front_when = { $change } 시 { $leakers }발({ $band })
battle_all_missiles = 모든 미사일
battle_interval_short = 표본 구간
battle_bad_ends = 불리한 끝
battle_good_ends = 유리한 끝
battle_bad_end = 불리한<br>끝
battle_good_end = 유리한<br>끝
battle_ends = 불리한 끝–유리한 끝
battle_values = 기준값
battle_mean = 평균
battle_spent = 소모
battle_place = 지점
battle_missile = 미사일
battle_source = 출처
battle_system = 체계
battle_system_place = 체계와 위치
battle_against = 대상
battle_distance = 거리

# the raid and who fights it
battle_raid_title = 공격과 방어 전력
battle_raid_lead = 미사일 { $missiles }발이 { $waves }차례에 걸쳐 { $places }곳으로 날아오고, 요격미사일 { $stock }발을 가진 포대 { $batteries }개가 맞섭니다(가정 범위: 불리한 끝 { $bad }발, 유리한 끝 { $good }발). 모두 입력값이므로 표본 구간이 없습니다.
battle_passed_over = 비행할 수 없는 발사 지점과 표적의 조합 { $pairs }개는 뺐습니다.
battle_assignment_most-urgent = 각 포대는 마지막 요격 기회가 가장 빨리 오는 미사일부터 쏩니다.
battle_assignment_value-weighted = 각 포대는 가중치가 가장 큰 곳을 노리는 미사일부터 쏩니다.
battle_assignment_optimal = 각 포대는 공격 전에 재고를 바탕으로 세운 계획을 따릅니다. 계획은 시각을 모르므로 규칙보다 나쁠 수 있습니다.
battle_unsorted_waste = 탄두와 구별되지 않는 물체에도 쏩니다.
battle_unsorted_gate = 탄두를 다른 물체와 구별하지 못하면 대기가 걸러 낼 때까지 기다립니다.
battle_waves_label = 공격 차수
battle_wave = 차수
battle_wave_count = 발수
battle_wave_when = 발사 시각
battle_wave_from = 발사 지점
battle_wave_at = 표적
battle_wave_objects = 함께 오는 물체
battle_wave_spaced = { $start }, 이후 { $spacing }마다
battle_wave_together = { $start }, 동시에
battle_objects_alone = 탄두뿐
battle_objects = 미사일당 { $count }개
battle_objects_told = 미사일당 { $count }개, 구별할 확률 { $probability }
battle_objects_sorted = { $objects }. { $altitude } 아래에서는 대기가 걸러 냄
battle_batteries_label = 포대
battle_interceptors = 요격미사일<br>(불리–유리)
battle_shots_head = 미사일당<br>요격
battle_kill_head = 1발<br>요격 확률
battle_simultaneous_head = 동시<br>교전
battle_common_head = 체계 전체<br>실패
battle_reach_head = 요격이 가능한<br>공격 경로
battle_double_head = 다른 포대와<br>중복 교전
battle_shots = { $shots }발
battle_shots_looks = 확인할 때마다 { $shots }발, 최대 { $looks }번
battle_record = 기록 { $name }의 사후 분포, 평균과 5–95%
battle_records_title = 시험과 실전이 허용하는 요격 확률
battle_records_intro = 목록에 실린 모든 명중·발사 횟수와 그것이 허용하는 요격 확률입니다. 균등 사전 분포의 사후 분포 베타(1 + 명중, 1 + 실패)의 평균과 5–95%를 적었습니다. 시나리오는 수치 대신 이 가운데 하나를 쓸 수 있습니다. 각본에 따른 시험은 실전이 아니고, 실전 횟수는 싸운 쪽이 센 것이며, 서로 다른 집계는 나란히 적었습니다.
battle_records_label = 명중과 발사 횟수
battle_records_hits = 명중
battle_records_in = 구분
battle_records_what = 집계 내용
battle_record_test = 시험
battle_record_combat = 실전

# what comes through
battle_leakage_title = 무엇이, 어디에, 왜 방어를 뚫는가?
battle_leakage_lead = 미사일 { $missiles }발 가운데 방어를 뚫는 것은 시행 { $trials }번의 평균으로 { $leakers }입니다. 한 발도 뚫지 못할 확률은 { $none }입니다(95% 표본 구간, 윌슨: { $sampling }, 기준값. 가정 범위: 불리한 끝 { $bad }, 유리한 끝 { $good }).
battle_leakage_why = 이유(발): { $reasons }.
battle_leakage_worst = 피해가 가장 큰 곳은 { $place }이며, { $missiles }발 가운데 { $leakers }발이 방어를 뚫습니다(95% 표본 구간 { $sampling }).
battle_leakage_worst_all = 피해가 가장 큰 곳은 { $place }이며, 모든 시행에서 { $missiles }발이 전부 방어를 뚫습니다.
battle_leakage_spent = 소모한 요격미사일: { $all }. 이 가운데 { $stopped }발은 이미 요격된 미사일에, { $others }발은 탄두가 아닌 물체에 쏜 것입니다.
battle_leakage_limits = 표본 구간: { $interval }. 가정 범위: { $range }. 지점별·이유별로는 기준값의 평균만 있고 가정 범위는 없습니다.
battle_outcomes_alt = 표적별로 각 방어층이 요격한 미사일과 방어를 뚫은 미사일.
battle_outcomes_caption = 막대의 합은 그곳을 노린 미사일 수입니다. 단색: 요격, 모래색과 어두운 색: 방어를 뚫음.
battle_outcomes_figure = 미사일의 결과 (시행 평균)
battle_outcomes_raid = 공격 전체 미사일 수
battle_outcomes_place = 그곳을 노린 미사일 수
battle_whole_raid = 공격 전체
battle_leakers_alt = 방어를 뚫은 미사일 수별 시행 비율.
battle_leakers_caption = 막대: 기준값의 시행. 검정: 평균의 95% 표본 구간. 빨강: 평균의 가정 범위, ◆ 불리한 끝, ◇ 유리한 끝.
battle_leakers_figure = 방어를 뚫는 미사일 수 (시행 { $trials }번)
battle_leakers_share = 시행 비율 (%)
battle_leakers_axis = 방어를 뚫는 미사일 수
battle_leakers_mean = 평균 { $mean }
battle_leakers_sampling = 표본 구간 { $interval }
battle_leakers_range = 가정 범위
battle_stopped_by = { $name } 요격
battle_outcomes_label = 지점과 결과별 미사일
battle_aimed = 조준<br>발수
battle_stopped_head = 요격한 체계
battle_came_through = 방어를 뚫은 까닭
battle_come_through_mean = 뚫음,<br>평균
battle_none_through = 모두<br>막음
battle_wilson = 윌슨 구간
battle_total = 공격 전체
battle_outcomes_means = 기준값에서 시행 { $trials }번의 평균이며, 행의 합은 반올림 전의 값입니다.
battle_by_battery = 포대별
battle_becomes = 미사일의 결과
battle_through = 뚫음
battle_head_missed = 요격 빗나감
battle_head_common-mode = 체계 전체 실패
battle_head_saturated = 발사대·채널 부족
battle_head_no-interceptor = 요격미사일 소진
battle_head_not-sorted = 구별 못함
battle_head_not-tracked = 추적 못함
battle_head_radar-lost = 레이더 상실
battle_head_out-of-reach = 요격 불가

# how fast a raid empties the battery
battle_empty_nothing = { JOSA($battery, "은/는") } 이 공격의 어느 미사일에도 쏠 수 있는 때가 없으므로 재고가 소진되지 않습니다.
battle_empty_first = { $doctrine }에서는 미사일 { $missiles }발의 공격이 요격미사일 { $interceptors }발을 소진시킵니다(시행의 { $share }, 95% 표본 구간 { $sampling }).
battle_empty_next = { $doctrine }에서는 { $missiles }발의 공격이 그렇습니다(시행의 { $share }, 95% 표본 구간 { $sampling }).
battle_empty_never = { $doctrine }에서는 { $missiles }발까지의 어떤 공격으로도 소진되지 않습니다.
battle_empty_smaller = 계산한 바로 아래 규모의 공격({ $sizes }발)은 시행의 절반 미만에서만 재고를 소진시킵니다.
battle_empty_none = 어떤 교전 방식에서도 미사일 { $missiles }발까지의 공격은 시행의 절반에서 요격미사일 { $interceptors }발을 소진시키지 못합니다.
battle_empty_ends = 기준값의 결과이며 가정 범위는 계산하지 않았습니다.
battle_doctrine_single = 단발 교전
battle_doctrine_salvo-2 = 2발 연속 교전
battle_doctrine_shoot-look-shoot = 쏘고 확인 뒤 재발사
battle_empty_alt = 공격 규모와 교전 방식별로 방어를 뚫은 미사일과 소모한 요격미사일.
battle_empty_key_single = 단발: 1발
battle_empty_key_salvo = 2발 연속 발사
battle_empty_key_look = 쏘고 확인 뒤 재발사: 시간이 되는 한 1발씩
battle_empty_key_half = 시행의 절반에서 소진되는 공격 규모
battle_empty_key_all = 모든 미사일이 뚫는 경우
battle_empty_caption = 포대 하나만, 점마다 시행 { $trials }번, 기준값.
battle_empty_doctrine = 교전 방식
battle_empty_raid = 소진시키는<br>공격 규모
battle_empty_in = 소진 비율<br>(윌슨)
battle_empty_last = 마지막<br>발사
battle_empty_through = 뚫음<br>(표본 구간)
battle_empty_none_up_to = { $missiles }발까지 없음
battle_empty_note = ‘소진 비율’은 시행에서 차지하는 비율입니다. 마지막 열은 그 규모의 공격일 때입니다. 이 공격에는 포대 사거리에 드는 미사일이 { $missiles }발이며, 다른 규모는 이를 빼거나 되풀이한 것입니다.
battle_empty_sizes = 모든 규모
battle_empty_sizes_label = 공격 규모별 뚫은 미사일과 요격미사일
battle_missiles = 미사일
battle_empty_cell_through = 뚫음
battle_empty_cell_spent = 소모
battle_empty_cell_emptied = 소진
battle_empty_axis_raid = 공격의 미사일 수
battle_empty_axis_spent = 소모한 요격미사일
battle_empty_all = 전량 { $interceptors }발
battle_empty_figure = 공격 규모를 키울 때의 포대 하나

# layers and losses
battle_adds_title = 각 방어층은 무엇을 더하나?
battle_adds_lead = 모든 방어층이 있으면 { $all }이 방어를 뚫습니다. 다른 층에 가장 많이 더하는 것은 { $name }이며, 없으면 { $without }이, 이것만 있으면 { $alone }발이 뚫습니다.
battle_adds_nothing = 모든 방어층이 있으면 { $all }이 방어를 뚫으며, 어느 한 층을 빼도 마찬가지입니다. 다른 층에 무엇을 더하는 층은 없습니다.
battle_adds_alt = 방어층 조합별로 방어를 뚫은 미사일과 두 구간.
battle_adds_caption = 큰 점: 싸우는 방어층. 행마다 시행 { $trials }번.
battle_adds_figure = 방어층 조합별로 방어를 뚫는 미사일
battle_no_layer = 방어층 없음
battle_layer = 방어층
battle_layers = 방어층
battle_adds_mean = 방어를 뚫은 미사일, 평균
battle_adds_all = 모든 층
battle_adds_without = 이 층 제외
battle_adds_alone = 이 층만
battle_adds_every = 모든 조합과 구간
battle_sampling_head = 표본 구간
battle_outside = 불리한 끝과 유리한 끝은 모든 가정을 한꺼번에 옮긴 것이므로, 온갖 조합 가운데 최악과 최선이라는 보장은 없습니다.
battle_outside_some = 여기서는 값 { $all }개 가운데 { $count }개가 두 끝의 밖에 있습니다.
battle_lost_lead = 현재 그대로면 미사일 { $missiles }발 가운데 { $leakers }이 방어를 뚫습니다. 전력이 빠지면 다음과 같습니다. { $changes }.
battle_lost_same = 현재 그대로면 미사일 { $missiles }발 가운데 { $leakers }이 방어를 뚫으며, 다음과 같이 전력이 빠져도 달라지지 않습니다. { $changes }.
battle_lost_change_when = { $change }
battle_lost_when = { $change }: { $leakers }
battle_lost_alt = 포대 일부가 빠졌을 때 방어를 뚫은 미사일과 두 구간.
battle_lost_caption = 그림은 합동 표본입니다. 표는 모든 수치를 대표값에 두고 공격 전체와 모든 방어층에 대해 행마다 시행 { $trials }번을 셉니다. 증가: 현재 그대로와 비교. 소모: 모든 층의 요격미사일, 기준값의 평균.
battle_lost_figure_how = 합동 표본 { $draws }개의 중앙값과 5–95%
battle_lost_figure = 포대 일부가 빠졌을 때 방어를 뚫는 미사일
battle_lost_change = 변화
battle_lost_through = 뚫음
battle_lost_sampling = 표본<br>구간
battle_lost_more = 증가
battle_lost_stopped = 포대별로 요격한 미사일
battle_lost_stopped_label = 포대별 요격

# cost
battle_cost_title = 요격미사일의 비용은 얼마인가?
battle_cost_lead =
    소모한 요격미사일의 비용은 공개 가격으로 { $total } 달러입니다(최저 가격 { $low }, 최고 가격 { $high } 달러). { $stopped ->
        [none] 요격된 미사일은 없습니다
       *[other] 요격한 미사일 1발에 { $stopped } 달러({ $stopped_low }에서 { $stopped_high })가 듭니다
    }. 이 범위는 가격만의 차이입니다. 소모한 요격미사일 수의 구간은 따로 있습니다: { $spent }.
battle_cost_label = 소모한 요격미사일의 비용
battle_cost_spent = 소모한 요격미사일
battle_cost_dollars = 미국 달러 (최저–최고 가격)
battle_cost_mean = 평균
battle_cost_one = 1발
battle_cost_together = 합계
battle_cost_all = 소모한 요격미사일 전체
battle_cost_each = 요격한 미사일 1발당
battle_cost_sources = 가격의 출처와 다른 공개 가격
battle_cost_sources_label = 가격과 출처
battle_cost_price = 미국<br>달러
battle_cost_rivals = 다른 출처의 값
battle_cost_note = 비고
battle_cost_rival = 다른 값 { $value }: { $note }
battle_million = { $value } 달러

# warning
battle_no_sampling = 무작위로 뽑은 것이 없으므로 가정 범위만 있고 표본 구간은 없습니다.
battle_warning_title = { $place }의 경보 시간은 몇 초인가?
battle_warning_none = 시나리오의 어느 미사일도 { $place }에 닿지 않습니다.
battle_warning_lead = { $place }까지 가장 짧은 비행은 { $start }에서 쏜 { $missile }의 { $flight }입니다. 조기경보부터 탄착까지는 { $cue }, 포대 레이더의 첫 탐지부터 탄착까지는 { $radar }입니다.
battle_warning_lead_unseen = { $place }까지 가장 짧은 비행은 { $start }에서 쏜 { $missile }의 { $flight }입니다. 조기경보부터 탄착까지는 { $cue }이며, 포대 레이더는 기준값에서도 양 끝에서도 이 미사일을 보지 못합니다.
battle_warned = { $value }(가정 범위: 불리한 끝 { $bad }, 유리한 끝 { $good })
battle_not_seen = 보이지 않음
battle_after_impact = 없음(탄착 뒤)
battle_warning_alt = { $place }의 경보 시간, 미사일과 발사 지점별.
battle_warning_cue = 조기경보부터
battle_warning_radar = 레이더의 첫 탐지부터
battle_warning_range = 가정 범위: ◆ 불리한 끝, ◇ 유리한 끝
battle_warning_caption = 불리한 끝이 0초이면 전혀 보이지 않는 것입니다.
battle_warning_axis = 탄착까지 남은 시간 (초)
battle_warning_figure = 경보 시간: 조기경보와 레이더 탐지부터 탄착까지
battle_warning_missile = 미사일, 발사 지점
battle_warning_flight = 비행 시간,<br>정점 고도
battle_warning_from_cue = 조기경보부터
battle_warning_from_radar = 레이더 탐지부터
battle_warning_ends = 불리한 끝–유리한 끝

# the battery's own cover
battle_itself_yes = { JOSA($battery, "은/는") } 자신을 방어합니다. 포대나 그 레이더에 닿는 비행 { $all }개 가운데 기준값에서 { $met }개를 요격할 수 있습니다(가정 범위: 불리한 끝 { $bad }개, 유리한 끝 { $good }개).
battle_itself_no = { JOSA($battery, "은/는") } 자신을 방어하지 못합니다. 포대나 그 레이더에 닿는 비행 { $all }개 가운데 기준값에서 { $met }개를 요격할 수 있습니다(가정 범위: 불리한 끝 { $bad }개, 유리한 끝 { $good }개).
battle_itself_none = 시나리오의 어느 미사일도 { $battery }에 닿지 않습니다.
battle_itself_draws = 모든 가정을 범위에서 함께 뽑으면, 가장 불확실한 비행은 그 가운데 { $share }에서 요격할 수 있습니다.
battle_itself_limits = 거리와 시간만 따지며 명중 여부는 따지지 않습니다
battle_itself_label = 미사일별 포대 자체 방어
battle_itself_points = 닿는 발사 지점
battle_itself_met = 기준값에서<br>요격
battle_itself_least = 표본 중<br>최소 비율
battle_itself_fails = 충족되지 않는 조건
battle_itself_out = 사정권 밖
battle_no_further_shot = 추가 요격 불가

# launchers away from the radar
battle_launchers_alone = { $battery } 하나로는 시나리오의 모든 미사일에 대해 { $people }을 방어합니다(가정 범위: 불리한 끝 { $bad }, 유리한 끝 { $good }).
battle_launchers_most = 이름 있는 후보지 가운데서는 { $name }에 둔 발사대가 가장 많이 더합니다. 미사일에 따라 { $least }에서 { $most }까지입니다.
battle_launchers_nobody = 이름 있는 후보지에 둔 발사대로 늘어나는 방어 인구는 없습니다.
battle_launchers_ends = 더해지는 인구는 기준값의 결과입니다. 양 끝은 계산하지 않았고 무작위로 뽑은 것도 없습니다.
battle_launchers_label = 떨어진 발사대가 더하는 방어 인구
battle_launchers_at = 발사대 위치
battle_launchers_away = 거리<br>(km)
battle_launchers_here = 포대 하나
battle_launchers_best = 살펴본 모든 후보지 가운데 상위
battle_launchers_note = 더해지는 방어 인구(백만 명)와 미사일 전체의 평균. 인구는 { $grid ->
    [none] 연구 자체의 지점
   *[other] { $spacing } 간격의 지점
}에서 셉니다.

# where to stand
battle_stand_title = { $place } 방어를 위해 포대는 어디에 있어야 하나?
battle_stand_lead =
    미사일 { $missiles }종 모두에 대해 { JOSA($place, "을/를") } 방어하려면, 레이더를 갖춘 포대가 살펴본 { $all }곳 가운데 { $distance } 떨어진 { $sites }곳 중 하나에 있어야 합니다{ $named ->
        [none] {""}
       *[other] (이름 있는 후보지: { $named })
    }. 가정 범위는 불리한 끝 { $bad }곳, 유리한 끝 { $good }곳입니다.
battle_stand_nowhere = 살펴본 { $all }곳 가운데 미사일 { $missiles }종 모두에 대해 { JOSA($place, "을/를") } 방어할 수 있는 곳은 없습니다(가정 범위: 불리한 끝 { $bad }곳, 유리한 끝 { $good }곳).
battle_stand_alt = { JOSA($place, "을/를") } 방어할 수 있는 후보지 지도, 미사일 종수별.
battle_stand_figure = { JOSA($place, "을/를") } 방어할 수 있는 포대 위치
battle_stand_number = 숫자: 미사일 { $missiles }종 가운데 방어할 수 있는 종수
battle_stand_fill_none = 없음
battle_stand_fill_all = { $missiles }종 모두
battle_stand_fill = { $missiles }종 중 { $found }종
battle_stand_named = 이름 있는 후보지: 미사일 종수
battle_stand_caption = { $grid ->
    [none] 이름 있는 후보지와 연구 자체의 지점
   *[other] { $spacing } 간격의 후보지
}, 기준값.
battle_stand_sites = { $all }곳 가운데
battle_stand_bad = 불리
battle_stand_good = 유리
battle_stand_among = 이름 있는<br>후보지

# how many batteries
battle_batteries_title = 인구의 { $shares }: 포대가 몇 개 필요한가?
battle_needed_nobody = 시나리오의 미사일이 닿는 사람이 이 나라에 없습니다.
battle_needed_all = 모든 미사일에 한꺼번에 대비할 때 인구의 { $numbers }의 포대가 필요합니다.
battle_needed_some = 모든 미사일에 한꺼번에 대비할 때 인구의 { $numbers }의 포대가 필요합니다. { JOSA($missed, "은/는") } 살펴본 후보지로는 불가능하며, 모두 합쳐도 { $most }입니다.
battle_needed_none = 모든 미사일에 한꺼번에 대비하면 인구의 { JOSA($missed, "은/는") } 살펴본 후보지로는 불가능하며, 모두 합쳐도 { $most }입니다.
battle_needed_for = { JOSA($share, "을/를") } 방어하는 데 { $number }개
battle_needed_first = 이 연구의 후보지 가운데 미사일 전체의 평균 비율이 가장 높은 곳은 { $name }입니다. 이곳의 포대 하나는 모든 미사일에 대해 인구의 { $share }를 방어합니다(가정 범위: 불리한 끝 { $bad }, 유리한 끝 { $good }).
battle_needed_values = 포대 수는 기준값의 결과입니다.
battle_sites_alt = 후보지별로 모든 미사일에 대해 방어되는 인구 비율과 범위.
battle_sites_axis = 모든 미사일에 대해 방어되는 인구 (%)
battle_sites_figure = 포대 하나: 모든 미사일에 대해 방어되는 인구
battle_sites_caption = 막대: 기준값. 선: 가정 범위, ◆ 모두 불리한 끝, ◇ 모두 유리한 끝. 먼저 이 연구의 후보지, 다음은 { $grid ->
    [none] 연구 자체의 지점 가운데 상위 지점
   *[other] 격자의 상위 지점
}이며, 각각 미사일 전체의 평균 비율 순서입니다.
battle_needed_head = 필요한 포대 수 (탐욕 선택)
battle_needed_greatest = 모든 후보지의<br>최대
battle_needed_note = 굵은 글씨: 정확한 최소 수. 괄호: 가장 많이 더하는 곳을 차례로 고를 때. 후보지 { $sites }곳: 이름 있는 후보지와 { $grid ->
    [none] 연구 자체의 지점
   *[other] { $spacing } 격자
}.
battle_sites_more = 후보지와 미사일별 인구 비율, 선택된 후보지
battle_sites_label = 후보지와 미사일별 인구 비율
battle_sites_one = 포대 위치
battle_sites_mean = 비율의<br>평균
battle_sites_all = 모두
battle_sites_fewest = 최소 포대의 후보지
battle_not_possible = 불가능

# one raid as it happened
battle_one_title = 한 번의 공격에서 일어난 일
battle_one_lead = 시행 { $trial }(난수 시드 { $seed })에서는 미사일 { $missiles }발 가운데 { $stopped }발이 요격되고 { $leaked }발이 방어를 뚫습니다. { $time } 동안 요격 { $shots }번이 있었습니다. 기준값에서 한 번 뽑은 예이므로 구간이 없습니다. 평균으로는 { $leakers }이 뚫습니다.
battle_one_alt = 미사일마다 발사부터 끝까지의 사건과 요격.
battle_one_missile = { $number }번 미사일, { $start }에서 { JOSA($place, "으로/로") } 쏜 { $missile }: { $outcome } (교전 { $shots }번)
battle_one_limits = 시행 하나를 다시 계산해 모든 요격을 적은 것입니다. 레이더 사건은 그 미사일에 먼저 쏘는 포대, 또는 먼저 고르는 포대의 것입니다
battle_one_axis = 공격 시작 뒤 시간 (초)
battle_one_wave = { $number }차: { $missile }
battle_one_wave_part = { $number }차: { $missile }, { $all }발 중 { $shown }발
battle_one_figure = 한 번의 공격: 비행, 레이더가 안 것, 요격
battle_one_came_through = 방어를 뚫음
battle_one_impact = 탄착
battle_one_burnout = 연소 종료
battle_one_detected = 탐지
battle_one_track = 추적 확립
battle_one_committed = 요격 지점 결정
battle_one_hit = 요격미사일, 명중
battle_one_miss = 요격미사일, 빗나감
battle_one_other = 탄두가 아닌 물체를 노린 요격미사일
battle_one_label = 미사일별로 본 한 번의 공격
battle_one_hidden = 미사일 { $count }발은 그리지 않았습니다.
battle_one_event = 사건
battle_one_since_raid = 공격 시작 뒤<br>(초)
battle_one_since_launch = 발사 뒤<br>(초)
battle_one_altitude = 미사일 고도<br>(km)

# space
battle_space_lead =
    요격미사일의 최고 요격 고도 { $ceiling }(가정 범위: { $low }에서 { $high })는 목록에서 가장 낮은 위성인 { $satellite }(고도 { $altitude })보다 { $apart } { $side ->
        [above] 높습니다
       *[below] 낮습니다
    }.
battle_space_more =
    { $intercept } 고도의 요격({ $altitude }) 뒤 파편의 절반은 { $median } 아래, 99%는 { $p99 } 아래에 머뭅니다. { $satellite }보다 높이 오르는 파편은 { $above }입니다(95% 표본 구간, 윌슨: { $sampling }). { $down ->
        [none] 계산한 시간 안에 100 km 아래로 내려오는 파편은 99%에 못 미칩니다
       *[other] { $down } 뒤에는 99%가 100 km 아래에 있습니다
    }. 한 바퀴({ $orbit }) 뒤 우주에 남는 것은 { $left ->
        [none] 없습니다
       *[other] { $left }입니다
    }(표본 구간 { $left_sampling }). 뽑은 파편 { $drawn }개 가운데 { $flown }개를 끝까지 계산했습니다. 가정 범위는 계산하지 않았습니다.
battle_space_alt = 최고 요격 고도, 낮은 위성, 세 요격의 파편 고도.
battle_space_caption = 별: 요격 지점. 빨강: 그곳부터 파편 99%의 최고 고도(네모)까지, 점선: 가장 높은 파편, 검은 점: 중앙값. 검은 선: 최고 요격 고도, 회색 띠: 그 가정 범위. 파선: 위성.
battle_space_satellite = 위성
battle_space_altitude = 고도<br>(상한과 차이)
battle_space_rise = 그보다 높이 오르는 파편
battle_space_intercept = 요격
battle_space_note = { $least } 이상의 파편. 개수는 파편 모델[{ $model }]의 기댓값이며, 최고 요격 고도는 [{ $ceiling }]의 것입니다.
battle_space_axis = 고도 (km)
battle_space_below = 요격과 그 고도
battle_space_ceiling = { $altitude }: 최고 요격 고도
battle_space_level = { $altitude }: { $name }
battle_space_figure = 파편이 오르는 높이와 그곳의 위성
battle_fact_missile = 미사일
battle_fact_asset = 표적
battle_fact_altitude = 요격 고도
battle_fact_masses = 미사일과 요격체의 질량
battle_fact_closing = 접근 속도
battle_fact_energy = 미사일 질량당 에너지
battle_fact_breaks = 파괴
battle_fact_whole = 전체
battle_fact_part = 일부
battle_fact_larger = { $length }보다 큰 파편
battle_fact_median = 최고 고도: 중앙값
battle_fact_p99 = 최고 고도: 99%가 이 아래
battle_fact_most = 최고 고도: 가장 높은 파편
battle_fact_down = 99%가 100 km 아래로 내려오는 시간
battle_fact_not_down = 계산한 시간 이상
battle_fact_space = 한 바퀴 뒤 우주에 남음
battle_fact_flown = 계산한 파편
