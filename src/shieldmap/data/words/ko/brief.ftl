# The brief of two pages.

brief_title = 요약: { $title }
brief_over = Shieldmap 요약 · 기준일 { $date } · 공개된 비기밀 수치만 사용
brief_changed = 연구에서 바꾼 것:
brief_share = { $battery } 포대는 { $points }에서 쏜 { $missile }의 사거리 안 { $people } 가운데 { $share }({ $band })를 방어합니다. 다툼이 있는 모든 수치를 함께 추출한 표본 { $draws }개의 중앙값과 5–95%입니다.
brief_nobody = { JOSA($missile, "은/는") } 연구에서 다룬 어느 곳에도 닿지 않습니다.
brief_verdicts = { $missile }에 대해: { $verdicts }.
brief_holds = { $places }: 방어됨
brief_hangs = { $places }: 알려지지 않은 수치에 달림
brief_fails = { $places }: 방어 안 됨
brief_map_label = 각 지점이 방어되는 합동 표본의 비율, 포대와 레이더와 발사 지점
brief_number = 사거리 안 인구 중 방어({ $band })
brief_stock = 요격미사일 { $interceptors }발, 미사일 { $pairs }발에 교전 방식대로 모두 쏠 수 있음
brief_legend = 방어되는 표본의 비율
brief_cities = { $missile }에 대한 가장 큰 도시들
brief_marks = 점선 원: 요격미사일의 사거리. 일점쇄선: 레이더가 보는 방향의 양 끝. 삼각형: 발사 지점.
brief_table = 미사일별, 가장 큰 도시들
brief_missile = 미사일
brief_points = 발사 지점
brief_covered = 방어 인구
brief_table_note = 방어됨: 표본의 90% 이상. 방어 안 됨: 10% 이하. 그 사이면 적힌 수치 하나가 결과를 가릅니다. 교전 방식의 모든 요격이 모든 발사 지점에 대해 시간에 맞을 때 방어된다고 셉니다. 명중 여부는 다른 문제입니다. 미사일마다 발사 지점이 다릅니다.
brief_raid = 한 번의 공격: 통과하는 미사일
brief_axis_leakers = 통과한 미사일, { $missiles }발 중
brief_changed_title = 바꾼 것
brief_change = { $name }: { $before } → { $after }
brief_unchanged = 없음. 연구의 수치 그대로입니다.
brief_limits = 한계
brief_limit_defended = 방어된다는 것은 요격이 시간과 공간에 맞는다는 뜻이지 명중한다는 뜻이 아닙니다.
brief_limit_numbers = 기울기, 주사 한계, 소프트웨어 등 많은 수치는 공개되지 않았습니다. 범위에서 고르게 추출했으며, 범위가 다르면 결과의 폭도 다릅니다.
brief_limit_left_out = 무인기, 순항미사일, 방사포, 활공체는 다루지 않았고 기만체, 전파 방해, 레이더 자체에 대한 공격도 다루지 않았습니다.
brief_limit_raid = 공격은 정해진 미사일과 장소를 둔 예시일 뿐 예측이 아니며, 명중률은 가정입니다.
brief_limit_people = 인구는 등록된 곳에서 셉니다. 대피, 경보, 파편의 피해는 세지 않습니다.
brief_cite = 인용:
brief_citation = Shieldmap { $version } ({ $year }): ‘{ $title }’{ $changed ->
    [yes] (변경됨)
   *[no] { "" }
 }, 해시 { $run }, { $day } 계산.
brief_hash = 전체 해시 { $run }, 상태 { $query }.
brief_pdf_missing = --pdf에는 이 컴퓨터의 크로미엄, 크롬 또는 엣지가 필요하지만 찾지 못했습니다. 경로나 변수 CHROMIUM에 하나를 두십시오. HTML 파일은 어느 브라우저에서나 두 쪽으로 인쇄됩니다

## 안정성 연구

brief_watch_seen = 레이더 반사 면적 { $section }에서 { $radar } 레이더는 연소 종료 뒤 { $flown }개 비행 가운데 { $median }개를 본다(결합 추출 { $draws }회의 중앙값, 5–95%에서 { $band }). 주어진 값에서는 { $parts }. 이 가운데 { $only }개는 이 연구의 다른 레이더가 보지 못한다({ $only_band }).
brief_watch_number = { $flown }개 중 { $seen }개
brief_watch_told = { $section }에서 연소 종료 뒤 보이는 비행(추출에서 { $band }, 주어진 값에서 { $given })
brief_watch_alone = 이 가운데 이 연구의 다른 레이더가 보지 못하는 비행: { $only }개({ $band }, 주어진 값에서 { $given })
brief_legend_flights = 비행
brief_trade = 각 편이 얻는 것: 방어되는 사람과 보이는 다른 나라의 비행
brief_starts = 발사 지역: { $country }
brief_trade_said = 다음 수는 레이더를 { $defence } 연구처럼 기울기와 주사 한계를 두고 추출해 위와 다릅니다. { $told }
brief_trade_note = 점 하나가 레이더 설정 하나이며 결합 추출 { $draws }회의 5–95%를 함께 보인다. 위로 갈수록 방어받는 쪽에, 왼쪽으로 갈수록 비행이 보이는 쪽에 낫다. 레이더는 여기서는 { $defence } 연구처럼, 위에서는 이 연구처럼 추출했다.
brief_watched = 발사 지역별 { $section }에서 보이는 시간
brief_watched_note = 연소 종료 뒤 { $radar } 레이더에 보이는 시간과, 그 지역의 모든 발사 지점과 모든 경로에 걸친 최소–최대. 파랑: 주어진 값에서 이 연구의 다른 레이더는 보지 못한다. 노랑: 다른 레이더도 본다. –: 대신 쓴 미사일의 사거리 밖.
brief_hash_only = 전체 해시 { $run }.
