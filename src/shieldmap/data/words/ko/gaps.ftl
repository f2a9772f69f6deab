# 방어층 사이의 틈과 포대 구성 요소의 값.
gap_unreached = { $place ->
    [none] 이 연구의 미사일 가운데 연구 대상 지점에 닿는 것이 없습니다.
   *[other] 이 연구의 미사일 가운데 { $place }에 닿는 것이 없습니다.
}
gap_closed = { $place ->
    [none] 이 연구의 미사일이 대상 지점으로 가는 비행 { $all }건은
   *[other] 이 연구의 미사일이 { JOSA($place, "으로/로") } 가는 비행 { $all }건은
} 모두 방어층 { $layers }개 가운데 적어도 하나의 공표된 교전 범위를 지나며, 가장 짧은 경우 { $least }입니다.
gap_open = { $place ->
    [none] 이 연구의 미사일이 대상 지점으로 가는 비행 { $all }건 가운데
   *[other] 이 연구의 미사일이 { JOSA($place, "으로/로") } 가는 비행 { $all }건 가운데
} { $open }건은 방어층 { $layers }개의 공표된 교전 범위를 하나도 지나지 않습니다.
gap_down = 가장 높은 최고 고도 아래로 내려오는 동안 어느 범위에도 들지 않는 시간은 길게는 { $most }입니다.
gap_changes = 앞의 비행 가운데 { $count }건은 공표된 수치 하나만 달랐어도 교전 범위를 지났을 것입니다. 필요한 최소 변화는 { $least }에서 { $most }까지입니다.
gap_change_floor = { $system } 최저 고도 { $change } 하향
gap_change_ceiling = { $system } 최고 고도 { $change } 상향
gap_change_reach = { $system } 사거리 { $change } 연장
worth_sentence = 전력이 모두 있으면 미사일 { $missiles }발 가운데 평균 { $leakers }발이 방어를 뚫습니다. { $parts }.
worth_part = { $change }: 방어를 뚫는 미사일 { $through }, 모든 층이 함께 방어하는 인구 { $people } 감소, 시설 { $assets }곳 감소
worth_raid_alone = { $change }: 방어를 뚫는 미사일 { $through }, 방어되지 않게 되는 지점 없음
worth_more = { $count }발 증가
worth_fewer = { $count }발 감소
worth_as_many = 변화 없음
worth_same = { $change }: 변화 없음
gap_site = { $site }에 { $system } 배치
gap_here = 그 지점
gap_nothing = 수치나 위치 하나로는 안 됨
gap_label = 어느 방어층의 범위에도 들지 않는 비행 시간, 지점과 미사일별
gap_note = 연소 종료부터 탄착까지 어느 방어층의 공표된 교전 범위에도 들지 않는 시간(초)과 전체 시간. 방어층 안에 가장 짧게 머무는 발사 지점의 비행입니다. 굵은 글씨: 어느 범위도 지나지 않음. 그 아래는 이를 바꿀 수치 하나의 최소 변화와 위치입니다.
worth_raid = 대규모 공격
worth_held = 닿는 모든 미사일에 대해 방어됨
worth_alone = 인구(백만),<br>이 포대만
worth_together = 인구(백만),<br>모든 층
worth_assets = 시설,<br>모든 층
worth_note = 행마다 같은 난수로 시행 { $trials }번. 증가: 전력이 모두 있을 때와 비교한 값과 그 차이의 표본 구간. 소모의 아랫줄은 표본 구간, 그리고 불리한 끝부터 유리한 끝까지. 인구와 시설의 아랫줄은 불리한 끝부터 유리한 끝까지. { $grid ->
    [none] 지점: 연구 자체의 지점.
   *[other] 지점 격자 간격 { $spacing }.
}
