# The words of the page.

## the page

title = 실드맵: 미사일 방어는 무엇을 보고, 어디까지 닿고, 누구를 지키는가
question = 미사일 방어는 무엇을 보고, 어디까지 닿고, 누구를 지키는가
skip = 결과로 건너뛰기
tools = 도구
undo = 실행 취소
undo_title = 실행 취소 (Ctrl+Z)
redo = 다시 실행
redo_title = 다시 실행 (Ctrl+Shift+Z)
compare = 비교
compare_end = 비교 끝내기
share = 저장
share_title = 저장·인용
about = 소개
close = 닫기
other_language = English
other_language_title = Read in English
study_note = 다른 시나리오는 그 시나리오의 값으로 시작합니다. 실행 취소로 지금 값을 되찾을 수 있습니다.
foot = 이 화면의 모든 수치는 공개된 자료로 이 컴퓨터에서 계산한 것입니다. 외부에서 가져오는 것은 없습니다.
no_server = 서버가 응답하지 않습니다. `shieldmap serve`가 실행 중인지 확인하십시오.
again = 다시 시도
again_soon = 서버가 다시 응답하면 이 화면이 스스로 다시 묻습니다.

## am I defended?

ask = 우리 동네는 방어되는가?
ask_hint = 도시·마을 이름
towns = 도시·마을
no_town = 이 연구에는 이 이름의 장소가 없습니다. 지도를 누르거나 좌표를 입력하세요: 36.5, 127.9
no_coordinates = 그런 좌표는 없습니다: 위도는 −90~90, 경도는 −180~180이어야 합니다
town_wait = 시나리오의 모든 미사일을 { $name }까지 계산하고 있습니다…
town_table = { $name }: 시나리오의 모든 미사일에 대한 결과
town_note = 표본 비율: 교전 방식의 모든 요격이 모든 발사 지점에 대해 가능한 합동 표본의 비율. 90% 이상이면 방어됨, 10% 이하이면 방어 안 됨. 달린 값: 다른 값이 모두 범위의 가운데에 있을 때 홀로 결과를 가장 먼저 바꾸는 값. 경보 시간: 조기경보부터 탄착까지. 미사일을 누르면 이유를 볼 수 있습니다.
against = 미사일
defended_q = 방어 여부
of_assumptions = 표본 비율
worst_from = { $place } 발사 때 가장 불리
warning_time = 경보 시간
from = { $place } 발사
why_button = 왜 그런가?
not_threatened = 사정권 밖
not_flown = 계산 안 함

## the answer

answer_title = 방어되는 인구
answer_wait = 계산하고 있습니다.
answer_sentence = { $flight }의 사정권 안에 사는 사람 가운데 발사 지점 { $n }곳 모두에 대해 { $doctrine ->
    [single] 요격 1발이 가능한
    [salvo-2] 요격 2발이 가능한
   *[shoot-look-shoot] 1발을 쏘고 확인한 뒤 다시 쏠 수 있는
 } 곳에 사는 비율입니다. 범위는 표본의 5–95%이며, 모든 가정이 한꺼번에 가장 불리하면 { $low }, 가장 유리하면 { $high }입니다.
answer_sentence_one = { $from }에서 발사한 { $flight }의 사정권 안에 사는 사람 가운데 { $doctrine ->
    [single] 요격 1발이 가능한
    [salvo-2] 요격 2발이 가능한
   *[shoot-look-shoot] 1발을 쏘고 확인한 뒤 다시 쏠 수 있는
 } 곳에 사는 비율입니다. 범위는 표본의 5–95%이며, 모든 가정이 한꺼번에 가장 불리하면 { $low }, 가장 유리하면 { $high }입니다.
answer_said = { $share }: { $sentence }
answer_nobody = 이 발사 지점에서 { $flight }의 사정권 안에 드는 곳이 없습니다.
changed_by_you = 직접 바꿈
raid_stale = 대규모 공격 결과는 바꾸기 전 상태의 것입니다. 다시 재생하십시오.
unread = 주소에서 이해하지 못한 부분: { $what }.
coarse = 먼저 성긴 격자로 계산하고, 이어서 촘촘히 계산합니다
sampled = 방어 쪽 수치와 레이더 반사면적을 함께 { $n }번 뽑은 중앙값과 5–95% 구간입니다. 모든 수치가 대표값이면 { $value }, 모두 불리하면 { $bad }, 모두 유리하면 { $good }입니다.
alone = 지도, 비율, 지역별 결과는 { $system }만으로 계산한 것입니다. 이 시나리오의 다른 방어층({ $n }곳)은 동시 공격 계산에만 들어갑니다.
compiling = 프로그램을 시작하고 있습니다. 컴퓨터에서 처음 실행할 때는 컴파일에 1분쯤 걸릴 수 있습니다
computing = 계산 중
fact_people = 인구
fact_area = 면적
fact_interceptors = 요격미사일
basis_median = 표본의 중앙값
basis_values = 기준값에서
limits = 모델의 한계
limits_short = 공개된 수치만 씁니다. ‘방어’는 요격을 시도할 시간이 된다는 뜻이며 명중한다는 뜻이 아닙니다.
notes_english = 출처의 제목은 원문 그대로입니다.
details = 결과 자세히
reasons_title = 방어되지 않는 까닭
reasons_none = 사정권 안의 모든 곳이 방어됩니다.
reason = 주된 이유
by_launch_point = 발사 지점별
launch_point = 발사 지점
threatened = 사정권 인구
defended = 방어 인구
low_high = 최저–최고
places = 주요 지점
place = 지점
shots = 요격 기회
why_not = 안 되는 이유 (여유)
filter = 지점 찾기
all_places = { $n }곳 모두 보기
fewer_places = 줄여 보기

## assumptions

study = 시나리오
group_missile = 미사일
group_battery = 포대
group_radar = 레이더
group_interceptor = 요격미사일
group_time = 시간
group_grid = 지도 격자
group_others = 그 밖의 수치
flight_label = 비행
flight = { $missile }, { $path }
flight_to = { $missile }, { $path }(정점 { $height })
own_flight = 직접 정하기…
missile = 미사일
path = 궤적
launch_area = 발사 지역
launch_area_note = 선택한 지점 가운데 그곳에 닿는 모든 지점에 대한 결과입니다.
doctrine = 교전 방식
battery_place = 포대 위치
battery_latitude = 포대 위도 (북위, 도)
battery_longitude = 포대 경도 (동경, 도)
radar_place = 레이더 위치
radar_latitude = 레이더 위도 (북위, 도)
radar_longitude = 레이더 경도 (동경, 도)
radar_present = 레이더가 배치돼 있음
radar_away = 없음
together = 포대를 옮기면 레이더도 함께 이동
spacing = 격자 간격
spacing_note = 격자가 촘촘할수록 오래 걸립니다. 1.6 km면 3만 9천 곳입니다.
gist_time = 대응 { $value }
published_range = 공개 범위 { $range }
published_value = 공개 수치 { $value }
value_by_you = 직접 정한 값 { $value }
no_range = 공개된 범위 없음
set_by_you = 직접 정한 값 (공개 수치 { $value })
back_to_published = { $name }: 공개 수치와 범위로 되돌리기
reset = 시나리오의 기본값으로 모두 되돌리기

## what a state sets

state_scenario = 시나리오
state_threat = 비행
state_launch_points = 발사 지역
state_battery = 포대
state_radar = 레이더
state_radar_present = 레이더 배치
state_doctrine = 교전 방식
state_launchers = 발사대
state_interceptors_per_launcher = 발사대당 요격미사일

## sources

source_of = 출처: { $name }
basis_published = 공개 수치
basis_derived = 유도한 값
basis_scenario = 시나리오의 값
basis_estimate = 추정
rivals = 다른 출처의 값
use = 쓰기
confidence = 신뢰도 { $level }
confidence_high = 높음
confidence_medium = 중간
confidence_low = 낮음
confidence_memory = 기억에 따른 값이라 낮음

## why

why_over = 왜 그런가?
why_wait = 이 지점의 교전을 계산하고 있습니다…
why_flight = { $flight }, { $place } 발사: 이 지점에 가장 불리한 발사 지점입니다.
verdict_not_threatened = 사정권 밖: 이 발사 지점들에서는 이 미사일이 이곳에 닿지 않습니다.
shots_fit_one = 요격 기회는 한 번입니다.
shots_fit = 쏘고 확인할 기회가 { $n }번 있습니다.
time_of_flight = 비행 시간
apogee = 정점 고도
slack = 마지막 발사까지의 여유
binds = 제약 요인
binds_published = 공개된 요격 범위
binds_kinematic = 요격미사일의 비행 성능
binds_both = 요격 범위와 비행 성능 모두
by_doctrine = 교전 방식별
why_failed = 충족되지 않는 조건
changes_gain = 하나만 바꿔 결과가 달라지려면
changes_lose = 하나만 바뀌어도 방어되지 않으려면
changes_all = 이곳에 닿는 발사 지점 { $n }곳 모두에 대해
changes_none = 어느 수치 하나를 바꿔도 결과는 같습니다.
changes_none_two = 어느 수치 하나를, 또는 둘을 함께 바꿔도 결과는 같습니다.
site_title = 다른 곳에 두면?
site_wait = 포대와 레이더를 이곳에 두었을 때를 계산하고 있습니다…
site_yes = 포대와 레이더를 { $place }에 두면 { $by ->
    [set] 여기서 정한 값으로
   *[published] 공개된 수치로
 } 방어되며, 표본 가정의 { $share }에서 방어됩니다.
site_no = 포대와 레이더를 { $place }에 두어도 { $by ->
    [set] 여기서 정한 값으로는
   *[published] 공개된 수치로는
 } 방어되지 않으며, 표본 가정의 { $share }에서만 방어됩니다.
move_to = 포대와 레이더를 { JOSA($place, "으로/로") } 옮기기
two_together = 두 수치를 함께 바꾸면
together_in = 둘 다 공개된 범위 안
together_out = 적어도 하나는 공개된 범위 밖
set_both = 둘 다 적용: { $what }
change_gain = { JOSA($value, "이면/면") } 방어됨
change_lose = { JOSA($value, "이면/면") } 방어 안 됨
change_end = { $value }에서 달라짐
set = 적용
set_to = { $name }: { JOSA($value, "으로/로") } 적용
timeline = 시간순
event_where = 고도 { $altitude }, 레이더에서 { $range }
from_each = 발사 지점별
figure_caption = 지면 거리에 따른 고도. 음영: 최저·최고 요격 고도 사이, 굵은 선: 포대의 사거리 안.
figure_label = 거리별 미사일 고도와 최저·최고 요격 고도, 요격 지점
axis_downrange = 발사 지점에서의 거리 (km)
axis_altitude = 고도 (km)
floor_short = 최저 고도
ceiling_short = 최고 고도
event_missile-launch = 미사일 발사
event_burnout = 연소 종료
event_apogee = 정점
event_early-warning-cue = 조기경보
event_inside-the-radar-s-view = 레이더 시야 진입
event_detection = 탐지
event_firm-track = 추적 확립
event_committed-to-an-intercept-point = 요격 지점 결정
event_published-chain-ends = 공개된 대응 시간 끝
event_first-launch-possible = 첫 발사 가능
event_interceptor-launch = 요격미사일 발사
event_earliest-intercept = 가장 이른 요격
event_second-interceptor-launch = 두 번째 요격미사일 발사
event_second-intercept = 두 번째 요격
event_latest-launch = 가장 늦은 발사
event_latest-intercept = 가장 늦은 요격
event_impact = 탄착

## map

map = 지도
map_view = 지도 보기
zoom_in = 확대
zoom_out = 축소
home = 전국 보기
show_tracks = 비행 경로
show_reach = 사거리
show_radar = 레이더
no_globe = 이 브라우저에서는 지구본(WebGL)을 쓸 수 없어 같은 결과를 평면 지도로 보여 줍니다.
map_old = 마지막 변경에는 답이 없습니다. 지도는 이전 상태를 보여 줍니다.
map_stale = 계산 중: 지도는 아직 최종 결과가 아닙니다.
handle_battery = 포대, { $where }. 끌거나 화살표 키로 옮깁니다.
handle_radar = 레이더, { $where }. 끌거나 화살표 키로 옮깁니다.
handle_boresight = 레이더 지향 방향, 북에서 { $where }. 끌거나 화살표 키로 돌립니다.
drag_at = { $name }
drag_near = { $name }에서 { $km }
drag_boresight = 북에서 { $angle }
ring_reach = 사거리 { $km }
ring_search = 자체 탐색 { $km }
ring_cued = 사전 경보 뒤 { $km }
ring_altitude = 표적 고도 { $km }
ring_nearest = 요격 고도 안에서 가장 가까운 거리 { $km }
legend = 범례
colour_by = 색
colour_shots = 요격 기회
colour_probability = 확률
colour_margin = 여유 시간
legend_title_shots = 쏘고 확인하며 가능한 요격 횟수
legend_title_probability = 표본 가정 가운데 방어되는 비율 (%)
legend_title_margin = 마지막 발사까지의 여유 시간 (초)
legend_title_difference = A와 B의 방어 범위
legend_dots = 도시 등 지점의 점: 방어되는 표본의 비율에 따른 색, 하양은 사정권 밖.
legend_dots_difference = 도시 등 지점의 점은 B만의 결과: 방어되는 표본의 비율에 따른 색, 하양은 사정권 밖.
legend_shots_0 = 방어 안 됨: 요격 기회 없음
legend_shots_few = 방어 안 됨: 요격 기회 부족
legend_shots_1 = 방어됨, 1회
legend_shots_2 = 방어됨, 2회
legend_shots_3 = 방어됨, 3회 이상
legend_margin_none = 방어 안 됨: 요격 기회 없음
legend_margin_bad = 방어 안 됨: 20초 넘게 모자람
legend_margin_near = 방어 안 됨: 20초 안쪽으로 모자람
legend_margin_0 = 방어됨: 여유 0–19초
legend_margin_20 = 방어됨: 20–59초
legend_margin_60 = 방어됨: 60–119초
legend_margin_120 = 방어됨: 120초 이상
legend_share_fails = 방어 안 됨: { $most }% 이하
legend_share_seldom = 갈림: { $from }–{ $to }%
legend_share_mostly = 갈림: { $from }–{ $to }%
legend_share_holds = 방어됨: { $least }% 이상
legend_neither = 둘 다 방어 안 됨
legend_only_a = A에서만
legend_only_b = B에서만
legend_both = 둘 다 방어됨
legend_not_threatened = 미사일의 사정권 밖
legend_not_computed = 계산 안 함
legend_good_only = 유리한 가정에서만 방어
legend_not_bad = 방어되나 불리한 가정에서는 아님
legend_radar = 레이더: 방위각 범위와 탐지 공간
legend_search = 레이더: 스스로 탐색해 이 미사일을 찾는 거리
legend_cued = 레이더: 사전 경보를 받고 볼 때의 거리
legend_band = 레이더: 공개된 지향 방향의 범위
legend_reach = 요격미사일: 사거리
legend_reach_range = 그 밖의 공개된 수치
legend_reach_note = 사거리는 요격 지점까지의 직선거리이며 지면 위에 그렸습니다. 높은 곳에서 요격하면 그만큼 짧아집니다.
legend_scale = 축척은 지도 한가운데를 기준으로 합니다.
legend_missile = 미사일
legend_interceptor = 요격미사일
legend_hit = 명중
legend_miss = 빗나감
legend_leak = 방어망 통과
legend_strip_probability = 방어되는 표본 비율(%)
legend_strip_shots = 요격 기회
legend_strip_margin = 여유 시간(초)
legend_strip_difference = 방어됨
legend_strip_raid = 공개된 값에서의 공격 한 번
short_shots_0 = 없음
short_shots_few = 부족
short_shots_1 = 1회
short_shots_2 = 2회
short_shots_3 = 3회+
short_margin_none = 없음
short_margin_bad = <−20
short_margin_near = −20~0
short_margin_0 = 0–19
short_margin_20 = 20–59
short_margin_60 = 60–119
short_margin_120 = 120+
phase_boost = 비행: 추진 단계
phase_midcourse = 중간 단계
phase_reentry = 재진입

## time

player = 시간 재생
play_what = 재생할 내용
play = 재생
pause = 일시정지
time = 미사일 발사 뒤 시간
play_engagement = 교전 하나
play_raid = 대규모 공격
play_changed = 그동안 가정이 바뀌었습니다. 다시 재생하십시오.
play_wait = 계산 중…
play_place = { $place }
play_still = 준비되었습니다. 움직임을 줄이도록 설정되어 있으니 막대를 움직여 보십시오.
speed = 1초에 보여 주는 시간(초)
speed_times = { $times }배속
film_rest = 막지 못했다면 이어졌을 경로
film_end = { $time }: 맞는 첫 요격이 여기서 이뤄집니다.
raid_leakers = 발이 방어를 뚫습니다({ $of }발 가운데 평균). 공개된 수치의 범위에서는 { $low }–{ $high }발, 표본 오차만으로는 { $a }–{ $b }발입니다.
raid_trials = { $trials }번 계산한 평균이며, 괄호 안은 표본 오차의 95% 구간입니다.
raid_place = 시나리오의 지점
raid_missiles = 미사일 수
raid_through = 통과한 발수, 평균
raid_none = 하나도 통과하지 않을 확률
score_launched = { $of }발 중 { $n }발 발사
score_flying = 비행 중 { $n }발
score_stopped = 요격 { $n }발
score_through = 통과 { $n }발
score_shots = 요격미사일 { $n }발 사용
score_one = 모든 값이 공개된 값일 때의 공격 한 번, 평균 { $mean }발 돌파
outcome = 결과
missiles_mean = 평균 발수
outcome_stopped = 요격: { $by }
missile_n = { $n }번 미사일
raid_horizon = { $by } 지평선 위로 나타남
raid_detected = { $by } 탐지
raid_track = { $by } 추적 확립
raid_committed = { $by } 요격 지점 결정
raid_launch = { $n }번째 요격: { $by } 발사
raid_launch_other = { $n }번째 요격: { $by }, 탄두가 아닌 물체에 발사
raid_hit = { $n }번째 요격: 명중
raid_miss = { $n }번째 요격: 빗나감
raid_assessed = { $n }번째 요격: 결과 확인
layer = 방어 체계
stopped = 요격
spent = 소모한 요격미사일

## compare

compare_title = 두 상태 비교
compare_map_of = { $letter }의 지도: 인구의 { $share } 방어
compare_grid = 둘 다 { $km } 격자로 계산.
compare_map = 지도에 표시
same_states = A는 방금 저장한 상태입니다. 값을 바꾸면 B에 반영됩니다.
places_differ = 결과가 다른 지점: { $places }
swap = A와 B 맞바꾸기

## keep

link = 이 상태의 주소
link_local = 이 주소는 이 컴퓨터에서, 서버가 실행되는 동안에만 열립니다. 다른 사람에게 보여 주려면 아래 파일을 보내십시오.
files = 파일
file_png = 지도 그림
file_geojson = 색을 입힌 지도 자료
file_kml = 구글 어스용
file_czml = 방어 지역과 시간별 비행
file_csv = 격자 표
file_toml = 시나리오 파일
citation = 인용문
python = 파이썬에서 열기
copy = 복사
copied = 복사됨
copied_from = 실드맵 { $version }, 연구 { $study }, 해시 { $hash }, { $date } 계산
picture_flight = { $flight }, { $from } 발사
picture_changed = 직접 바꾼 것
picture_change = { $before } → { $after }
picture_computed = { $date }에 실드맵 { $version } 판이 공개된 수치로 계산. 해시 { $hash }.

## about

about_title = 실드맵 소개
about_what = 공개된 물음 하나를 위한 열린 실험실입니다. 공개된 수치로 미사일의 비행을 계산하고, 레이더가 무엇을 보는지, 최저·최고 요격 고도 사이에서 요격이 몇 번 가능한지를 셉니다. 모든 수치에는 출처와 범위가 있고, 논란이 있으면 다른 출처의 값도 함께 보여 줍니다.
about_how = 방어하는 쪽에서 본 결과입니다. 지도와 비율과 지역별 결과는 요격이 명중하는지를 말하지 않으며, 대규모 공격과 거기서 나온 수치는 명중률을 가정합니다. 기밀 수치를 쓰지 않으며 어떤 장비도 제어하지 않습니다.
keys = 키보드
keys_handles = 포대·레이더·지향 방향: Tab으로 고른 뒤 화살표 키, Shift를 누르면 크게 움직입니다.
keys_undo = Ctrl+Z 실행 취소, Ctrl+Shift+Z 다시 실행.
keys_map = 지도 대신 표의 지점을 눌러도 됩니다.
keys_close = Esc 키로 앞의 창을 닫습니다.
credits = 자료와 소프트웨어
software = CesiumJS, Fluent, htm (Apache-2.0) · milsymbol, Preact (MIT) · D3, Observable Plot (ISC). 부호: MIL-STD-2525D / APP-6D.

## first questions

first_town = 우리 동네는 방어되나?
first_launchers = 발사대가 빠지면?
first_site = 어디에 두어야 하나?
first_raid = 한꺼번에 쏘면 어떻게 되나?
first_radar = 레이더는 다른 나라를 얼마나 보나?
first_layers = 방어층을 늘리면 나아지나?

first_questions = 질문
first_why = 이유
first_elsewhere = 다른 연구가 답합니다: { $study }
change_assumptions = 가정 바꾸기
quoted_title = 질문에 대한 답
quoted_wait = 답을 계산하고 있습니다.
quoted_of_draws = 합동 표본 { $draws }개의 중앙값과 5–95%
quoted_of_ends = 공개되지 않은 수치의 한쪽 끝에서 다른 쪽 끝까지
show_state = 지도에서 보기
copy_sentence = 문장 복사
watch_raid = 한 번의 공격 보기
answer_old = 앞선 상태의 답입니다. 마지막 변경에는 답이 없습니다.
town_alike = 이 연구에는 이런 이름이 없습니다. 비슷한 이름:
studies_title = 연구 고르기
studies_map = 연구가 다루는 곳

## before and after

change_title = 전과 후
change_told = { $name }: { $from } → { $to }
change_before = 전
change_after = 지금
change_more = 그 밖에 { $n }개
change_undone = 되돌린 상태
change_share = 방어되는 인구
change_interceptors = 요격미사일
change_pairs = 모두 쏠 수 있는 미사일
change_leakers = 공격 미사일 { $missiles }발 중 통과
change_reset = 원래 연구로

brief_button = 요약 (2쪽)
brief_short = 요약
brief_wait = 요약을 만들고 있습니다. 1–3분 걸리며, 그동안 다른 것을 물으면 더 걸립니다.

why_drawn = { $verdict }: 합동 표본 { $draws }개 중 { $share }에서 방어됩니다.
why_values_yes = 모든 수치가 대표값이면 방어됩니다.
why_values_no = 모든 수치가 대표값이면 방어되지 않습니다: { $why }.
outside_ground = 이곳은 연구 ‘{ $study }’의 바깥이어서 인구를 세지 않습니다. 아래는 기하학적 계산일 뿐입니다.
study_opening = 연구의 지형과 인구와 수치를 읽고 있습니다…
study_unknown = ‘{ $study }’ 연구는 없습니다. 첫 연구를 보입니다. 다른 연구는 아래 제목을 눌러 고르십시오.
study_elsewhere = ‘{ $title }’ 연구는 방어 연구가 아니어서 여기서는 열지 않습니다. 보고서는 `shieldmap run { $study }`, 두 쪽 요약은 `shieldmap brief { $study }` 명령으로 만듭니다. 첫 연구를 보입니다.
study_flights = 그 비행은 다음 질문에서 볼 수 있습니다:
turn_radar = 방향과 고각 바꾸기
limited = { $span }까지만 됩니다
refused = 서버가 받아들이지 않았습니다(영어): { $text }

## 다른 나라의 비행

foreign_title = 다른 나라들 사이의 비행
foreign_wait = 안정성 연구의 비행을 계산합니다. 처음에는 30초쯤 걸립니다.
foreign_section = 탄두의 레이더 반사 면적:
foreign_flown = 비행
foreign_seen_head = 보이는 것
foreign_key_seen = 연소 종료 뒤 보이는 구간
foreign_key_unseen = 보이지 않는 구간
foreign_trade = 각 편이 얻는 것
foreign_trade_note = 점 하나는 레이더 방향과 최저 고각의 한 설정이며, 연구 그대로의 결합 추출 { $draws }회의 평균입니다. 별: 연구의 설정. 선: 두 편 모두에서 더 나은 설정이 없는 것.
foreign_axis_seen = 보이는 다른 나라의 비행(개)
foreign_axis_people = 방어되는 사람(백만 명)
