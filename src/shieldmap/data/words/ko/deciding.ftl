# 어떤 수치가 답을 좌우하는가, 한 수치를 공개하면 무엇이 확정되는가.
deciding_group_settling = 추적이 확립되는 빠르기
deciding_group_missile = 미사일에 관해 알려지지 않은 것
deciding_raid_common_mode_failure = 한 층 전체의 고장 확률
deciding_raid_discrimination = 탄두를 다른 물체와 식별할 확률
deciding_raid_kill_probability = 한 발의 요격 확률
deciding_raid_radar_failure = 레이더의 고장 확률
deciding_raid_reload_time = 재장전 시간
deciding_raid_reloads = 예비 요격미사일 수
deciding_raid_simultaneous = 동시 교전 수
deciding_raid_sorting_altitude = 공기가 물체를 가려내는 고도
deciding_raid_track_budget = 레이더가 유지하는 추적 수
deciding_raid_track_probability = 추적 확률
deciding_leakers = 공격의 미사일 { $all }발 가운데 { $draws }회 추출의 중앙값으로 { $median }발이 통과합니다(5–95%: { $band }발).
deciding_share = { $missile }에 대해 { $points ->
    [1] 발사 지점 한 곳에서
   *[other] 발사 지점 { $points }곳 모두에서
} 방어되는 인구 비율은 { $draws }회 추출의 중앙값으로 { $median }입니다(5–95%: { $band }).
deciding_place = { JOSA($place, "은/는") } { $draws }회 추출 가운데 { $share }에서 { $missile }에 대해 방어됩니다.
deciding_seen = { $radar } 레이더는 { $draws }회 추출의 중앙값으로 비행 { $all }건 가운데 { $median }건을 봅니다(5–95%: { $band }건).
deciding_first = 답을 가장 크게 좌우하는 것은 { $number }입니다. 변동에서 차지하는 몫은 단독으로 { $alone }, 다른 수치와의 상호작용까지 합하면 { $total }입니다.
deciding_next = 다음은 { $numbers }입니다.
deciding_next_one = { $number } ({ $total })
deciding_percent = { $value }({ $band })
deciding_unresolved = { $band }(미확정)
deciding_nothing = 추출한 수치 가운데 답을 바꾸는 것이 없습니다.
deciding_breaks = 다른 수치를 대표값에 두고 하나만 바꿀 때 { $kind ->
    [place] 판정이 바뀌는 값은
    [seen] { $level }건을 넘는 값은
    [leakers] 통과 { $level }발을 넘는 값은
   *[share] { $level } 선을 넘는 값은
} { $numbers }입니다.
deciding_break_one = { $number } { $value }
deciding_no_break = 방어 쪽 수치 하나만 그 범위 안에서 바꾸어서는 { $kind ->
    [place] 판정이 바뀌지 않습니다.
    [seen] { $level }건을 넘지 않습니다.
    [leakers] 통과 { $level }발을 넘지 않습니다.
   *[share] { $level } 선을 넘지 않습니다.
}
deciding_settles = { JOSA($open, "은/는") } 판정이 추출에 달려 있습니다. 수치 하나가 공개된다면 { $number }의 경우에 가장 많은 약 { $people }의 판정이 확정됩니다({ $low }–{ $high }).
deciding_none_settles = { JOSA($open, "은/는") } 판정이 추출에 달려 있으며, 어느 수치 하나가 공개되어도 확실히 확정되는 사람은 없습니다.
deciding_head = 답을 좌우하는 것
deciding_label = 각 불확실 요소가 답의 변동에서 차지하는 몫
deciding_note = 두 벌로 { $draws }회 추출, 평가 { $evaluations }회. 단독: 1차 소볼 지수. 상호작용 포함: 총 소볼 지수이며 합이 100%일 필요는 없습니다. 옆은 부트스트랩 95% 구간이고, 0.1보다 넓으면(미확정) 회색입니다. 양 끝의 답: 다른 수치를 대표값에 두고 이 수치만 범위의 낮은 끝과 높은 끝에 둔 답. 전환 값: 이 수치만으로 답이 { $level } 선을 넘는 값.
deciding_column_number = 불확실 요소
deciding_column_alone = 단독
deciding_column_total = 상호작용 포함
deciding_column_range = 범위
deciding_column_ends = 양 끝의 답
deciding_column_breaks = 전환 값
deciding_disclosed = 수치 하나를 공개하면 확정되는 것
deciding_disclosed_note = 지금 판정이 추출에 달린 { $open } 가운데, 공개되면 다른 추출과 상관없이 판정이 확정되는 사람. 재표본의 5–95%이며 우연히 확정되는 몫은 뺐습니다.
deciding_axis = 변동에서 차지하는 몫
deciding_not_resolved = 미확정
deciding_column_people = 인구
deciding_limits = 한계: { $limits }.
