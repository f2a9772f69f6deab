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
gap_changes = 그 가운데 { $count }건은 한 층의 공표된 수치 하나만 달랐어도 교전 범위를 지났을 것입니다. 필요한 최소 변화는 { $least }에서 { $most }까지입니다.
gap_change_floor = { $system } 최저 고도 { $change } 하향
gap_change_ceiling = { $system } 최고 고도 { $change } 상향
gap_change_reach = { $system } 사거리 { $change } 연장
worth_sentence = 전력이 모두 있으면 미사일 { $missiles }발 가운데 평균 { $leakers }발이 방어를 뚫습니다. { $parts }.
worth_part = { $change }: 방어를 뚫는 미사일 { $more }발 증가, 모든 층이 함께 방어하는 인구 { $people } 감소, 시설 { $assets }곳 감소
gap_site = { $site }에 { $system } 배치
gap_here = 그 지점
gap_nothing = 수치나 위치 하나로는 안 됨
