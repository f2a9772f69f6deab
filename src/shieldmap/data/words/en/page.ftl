# The words of the page.

## the page

title = Shieldmap: what can a missile defence see, reach and protect?
question = What can a missile defence see, reach and protect?
skip = Skip to the answer
tools = Tools
undo = Undo
undo_title = Undo (Ctrl+Z)
redo = Redo
redo_title = Redo (Ctrl+Shift+Z)
compare = Compare
compare_end = End comparison
share = Save
share_title = Save and cite
about = About
close = Close
other_language = 한국어
other_language_title = 한국어로 보기
study_note = Another study starts from its own values; undo brings these back.
foot = Everything on this page is computed on this machine from public numbers. Nothing is fetched from elsewhere.
no_server = The server does not answer. Is `shieldmap serve` still running?
again = Try again
again_soon = The page looks for it and asks again by itself.

## am I defended?

ask = Am I defended?
ask_hint = Name of a town or place
towns = Towns
no_town = This study has no place of this name. Click the map for any place, or type its coordinates: 36.5, 127.9
no_coordinates = No such coordinates: expected a latitude from −90 to 90 and a longitude from −180 to 180
town_wait = Every missile of the study is flown to { $name }…
town_table = { $name } against every missile of the study
town_note = Of the draws: the share of joint draws in which every shot of the doctrine fits against every launch point; holds from 90 %, fails to 10 %. What a verdict depends on: the number that alone turns it soonest while all others stand in the middle of their ranges. Warning: from the early-warning cue to the impact. Press a missile to see why.
against = Against
defended_q = Defended?
of_assumptions = Of the draws
worst_from = worst from { $place }
warning_time = Warning
from = from { $place }
why_button = Why?
not_threatened = out of range
not_flown = not computed

## the answer

answer_title = People defended
answer_wait = The answer is being computed.
answer_sentence = of the people within range of the { $flight } live where { $doctrine ->
    [single] one shot fits
    [salvo-2] two shots fit
   *[shoot-look-shoot] a shot, a look and a second shot fit
 } against it from each of the { $n } launch points. The band is 5–95 % of the draws; with every number at its bad or at its good end at once it would be { $low } to { $high } people.
answer_sentence_one = of the people within range of the { $flight } live where { $doctrine ->
    [single] one shot fits
    [salvo-2] two shots fit
   *[shoot-look-shoot] a shot, a look and a second shot fit
 } against it from { $from }. The band is 5–95 % of the draws; with every number at its bad or at its good end at once it would be { $low } to { $high } people.
answer_said = { $share } { $sentence }
answer_nobody = No place of the study is within range of the { $flight } from these launch points.
changed_by_you = changed by you
raid_stale = The numbers of the raid belong to an earlier state: play it again.
unread = Not understood in the address: { $what }.
coarse = Coarse grid first; the fine one follows
sampled = Median of { $n } joint draws of the defence’s numbers and of the cross section, with 5–95 % of them. With every number at its value { $value }; all bad { $bad }, all good { $good }.
alone = Map, share and places are those of { $system } alone; the other layers of this study ({ $n }) take part in its raid.
compiling = The program starts. The first time on a machine it is compiled, which can take a minute
computing = Computing
fact_people = People
fact_area = Area
fact_interceptors = Interceptors
basis_median = median of the draws
basis_values = at the values
limits = Limits of the model
limits_short = Public numbers only. “Defended” means that the shots fit in time, not that they hit.
notes_english = Titles of sources are in English.
details = More
reasons_title = Why not, where not
reasons_none = Every threatened place is defended.
reason = Main reason
by_launch_point = By launch point
launch_point = Launch point
threatened = In range
defended = Defended
low_high = Low–high
places = Places
place = Place
shots = Chances to shoot
why_not = If not, why (margin)
filter = Find a place
all_places = Show all { $n } places
fewer_places = Show fewer

## assumptions

study = Study
group_missile = Missile
group_battery = Battery
group_radar = Radar
group_interceptor = Interceptor
group_time = Time
group_grid = Grid of the map
group_others = All other numbers
flight_label = Flight
flight = { $missile }, { $path }
flight_to = { $missile }, { $path } to { $height }
own_flight = A flight of your own…
missile = Missile
path = Trajectory
launch_area = Launch area
launch_area_note = The answer is against every one of these that reaches a place.
doctrine = Doctrine
battery_place = Place of the battery
battery_latitude = Latitude of the battery, degrees north
battery_longitude = Longitude of the battery, degrees east
radar_place = Place of the radar
radar_latitude = Latitude of the radar, degrees north
radar_longitude = Longitude of the radar, degrees east
radar_present = The radar is there
radar_away = away
together = The radar moves with the battery
spacing = Spacing of the cells
spacing_note = Finer grids take longer: 1.6 km are 39,000 places.
gist_time = reaction { $value }
published_range = published { $range }
published_value = published { $value }
value_by_you = { $value }, set by you
no_range = no range published
set_by_you = set by you; published { $value }
back_to_published = { $name }: back to the published value and range
reset = Reset everything to the study

## what a state sets

state_scenario = Study
state_threat = Flight
state_launch_points = Launch area
state_battery = Battery
state_radar = Radar
state_radar_present = Radar there
state_doctrine = Doctrine
state_launchers = Launchers
state_interceptors_per_launcher = Interceptors on each launcher

## sources

source_of = Source of: { $name }
basis_published = published
basis_derived = derived
basis_scenario = set by the study
basis_estimate = estimate
rivals = Rival values
use = Use
confidence = confidence { $level }
confidence_high = high
confidence_medium = medium
confidence_low = low
confidence_memory = from memory

## why

why_over = Why?
why_wait = The engagement at this place is being computed…
why_flight = { $flight }, from { $place }: the launch point against which this place stands worst.
verdict_not_threatened = Out of range: this missile does not reach the place from these launch points.
shots_fit_one = There is one chance to shoot.
shots_fit = There are { $n } chances to shoot, with a look between.
time_of_flight = Time of flight
apogee = Apogee
slack = Time to spare for the last shot
binds = What binds
binds_published = the published envelope
binds_kinematic = the interceptor's flight
binds_both = both the envelope and the flight
by_doctrine = By doctrine
why_failed = What fails
changes_gain = What alone would change that
changes_lose = What alone would undo that
changes_all = against all { $n } launch points that reach it
changes_none = No single number within reason changes the answer.
changes_none_two = No single number within reason changes the answer, and no two together.
site_title = Another site?
site_wait = The same question is asked with battery and radar at this place…
site_yes = With battery and radar at { $place } itself it would be defended { $by ->
    [set] by the values set here
   *[published] by the published values
 }, and in { $share } of the sampled assumptions.
site_no = Not even battery and radar at { $place } itself would defend it { $by ->
    [set] by the values set here
   *[published] by the published values
 }; they would in { $share } of the sampled assumptions.
move_to = Move battery and radar to { $place }
two_together = Two numbers together
together_in = both inside their published ranges
together_out = at least one beyond its published range
set_both = Set both: { $what }
change_gain = { $value } would do
change_lose = lost at { $value }
change_end = changes at { $value }
set = Set
set_to = Set { $name } to { $value }
timeline = Timeline
event_where = { $altitude } high, { $range } from the radar
from_each = From each launch point
figure_caption = Altitude over the distance along the ground. Shaded: between floor and ceiling; broad line: within reach of the battery.
figure_label = Altitude of the missile over distance along the ground, with floor, ceiling and intercepts
axis_downrange = Distance from the launch point (km)
axis_altitude = Altitude (km)
floor_short = floor
ceiling_short = ceiling
event_missile-launch = missile launched
event_burnout = burnout
event_apogee = apogee
event_early-warning-cue = early-warning cue
event_inside-the-radar-s-view = inside the radar's view
event_detection = detected
event_firm-track = firm track
event_committed-to-an-intercept-point = committed to an intercept point
event_published-chain-ends = published chain ends
event_first-launch-possible = first launch possible
event_interceptor-launch = interceptor launched
event_earliest-intercept = earliest intercept
event_second-interceptor-launch = second interceptor launched
event_second-intercept = second intercept
event_latest-launch = latest launch
event_latest-intercept = latest intercept
event_impact = impact

## map

map = Map
map_view = Map view
zoom_in = Closer
zoom_out = Farther
home = Whole country
show_tracks = Flights
show_reach = Reach
show_radar = Radar
no_globe = The globe cannot start in this browser (no WebGL). This flat map shows the same answer.
map_old = No answer to the last change: the map shows the state before.
map_stale = Computing: the map is not the final one yet.
handle_battery = Battery, { $where }. Drag, or press the arrow keys, to move it.
handle_radar = Radar, { $where }. Drag, or press the arrow keys, to move it.
handle_boresight = Radar's direction, { $where } from north. Drag, or press the arrow keys, to turn it.
drag_at = at { $name }
drag_near = { $km } from { $name }
drag_boresight = { $angle } from north
ring_reach = reach { $km }
ring_search = own search { $km }
ring_cued = cued { $km }
ring_altitude = target { $km } high
ring_nearest = nearest between floor and ceiling: { $km }
legend = Legend
colour_by = Colour
colour_shots = Shots
colour_probability = Probability
colour_margin = Margin
legend_title_shots = Chances to shoot, one after a look at the other
legend_title_probability = Share of the sampled assumptions under which a place is defended (%)
legend_title_margin = Time to spare for the last shot (s)
legend_title_difference = Defended in A and B
legend_dots = Dots of towns and other places: coloured by the share of draws that defend them; white, out of range.
legend_dots_difference = Dots of towns and other places show B alone, coloured by its share of draws; white, out of range.
legend_shots_0 = not defended: no shot
legend_shots_few = not defended: too few shots
legend_shots_1 = defended, 1 chance to shoot
legend_shots_2 = defended, 2 chances, a look between
legend_shots_3 = defended, 3 or more
legend_margin_none = not defended: no shot at all
legend_margin_bad = not defended: more than 20 s short
legend_margin_near = not defended: up to 20 s short
legend_margin_0 = defended: 0–19 s to spare
legend_margin_20 = defended: 20–59 s
legend_margin_60 = defended: 60–119 s
legend_margin_120 = defended: 120 s or more
legend_share_fails = fails: at most { $most } %
legend_share_seldom = hangs: { $from } to { $to } %
legend_share_mostly = hangs: { $from } to { $to } %
legend_share_holds = holds: at least { $least } %
legend_neither = defended in neither
legend_only_a = only in A
legend_only_b = only in B
legend_both = in both
legend_not_threatened = out of the missile's range
legend_not_computed = not computed
legend_good_only = defended only at the good end of the assumptions
legend_not_bad = defended, but not at the bad end
legend_radar = radar: sector and volume
legend_search = radar: how far its own search finds this missile
legend_cued = radar: how far where it is told to look
legend_band = radar: its direction as published, from end to end
legend_reach = interceptor: reach
legend_reach_range = other published figures of it
legend_reach_note = Reach is a straight distance to the intercept, drawn over ground; height takes some of it away.
legend_scale = The scale holds in the middle of the map.
legend_missile = missile
legend_interceptor = interceptor
legend_hit = hit
legend_miss = miss
legend_leak = came through
legend_strip_probability = Defended, % of the draws
legend_strip_shots = Chances to shoot
legend_strip_margin = Time to spare (s)
legend_strip_difference = Defended
legend_strip_raid = One raid at the values
short_shots_0 = none
short_shots_few = too few
short_shots_1 = 1
short_shots_2 = 2
short_shots_3 = 3+
short_margin_none = none
short_margin_bad = <−20
short_margin_near = −20 to 0
short_margin_0 = 0–19
short_margin_20 = 20–59
short_margin_60 = 60–119
short_margin_120 = 120+
phase_boost = flight: boost
phase_midcourse = midcourse
phase_reentry = reentry

## time

player = Play in time
play_what = What to play
play = Play
pause = Pause
time = Time after the missile's launch
play_engagement = One engagement
play_raid = A raid
play_changed = What is assumed was changed meanwhile. Play again.
play_wait = Computing…
play_place = At { $place }
play_still = Ready. Move the slider: your system asks for little motion.
speed = Seconds shown in one second
speed_times = ×{ $times }
film_rest = what would have come
film_end = { $time }: the first shot that fits meets it here.
raid_leakers = of { $of } missiles come through, on average. Over the published ranges: { $low } to { $high }; sampling error alone: { $a } to { $b }.
raid_trials = Means of { $trials } draws; in brackets the 95 % interval of sampling.
raid_place = Place of the scenario
raid_missiles = Missiles
raid_through = Come through, mean
raid_none = None comes through
score_launched = { $n } of { $of } launched
score_flying = { $n } in flight
score_stopped = { $n } stopped
score_through = { $n } came through
score_shots = { $n } interceptors fired
score_one = one raid with every number at its published value, where { $mean } come through on average
outcome = What became of them
missiles_mean = Missiles, mean
outcome_stopped = stopped by { $by }
missile_n = missile { $n }
raid_horizon = above the horizon of { $by }
raid_detected = detected by { $by }
raid_track = firm track, { $by }
raid_committed = { $by } committed to an intercept point
raid_launch = shot { $n }: { $by } launches
raid_launch_other = shot { $n }: { $by } launches at an object that is no warhead
raid_hit = shot { $n }: hit
raid_miss = shot { $n }: miss
raid_assessed = shot { $n }: result known
layer = Layer
stopped = Stopped
spent = Interceptors spent

## compare

compare_title = Two states side by side
compare_map_of = Map of { $letter }: { $share } of the people defended
compare_grid = Both on a grid of { $km }.
compare_map = On the map
same_states = A is the state as it was kept. Change something, and B follows.
places_differ = Places that differ: { $places }
swap = Swap A and B

## keep

link = Link to this state
link_local = This address works on this machine only, and only while its server runs. To show the answer to others, send one of the files below.
files = Files
file_png = picture of the map
file_geojson = map data with colours
file_kml = for Google Earth
file_czml = flights in time over the area
file_csv = table of the cells
file_toml = scenario file
citation = Citation
python = Open in Python
copy = Copy
copied = Copied
copied_from = Shieldmap { $version }, study { $study }, hash { $hash }, computed { $date }
picture_flight = { $flight }, from { $from }
picture_changed = Changed by you
picture_change = { $before } → { $after }
picture_computed = Computed on { $date } with Shieldmap { $version } from public numbers; hash { $hash }.

## about

about_title = About Shieldmap
about_what = An open laboratory for one public question. It flies the published missiles on a rotating Earth, asks what the radar sees, and counts the shots that fit between the floor and the ceiling of the interceptor. Every number has a source, a range and, where there is dispute, its rivals.
about_how = It speaks from the defended side. The map, the share and the places say nothing about whether a shot hits; raids and what follows from them take assumed kill probabilities. It knows no classified number and controls nothing.
keys = Keys
keys_handles = Battery, radar and direction: Tab to them, then the arrow keys; Shift for larger steps.
keys_undo = Ctrl+Z undo, Ctrl+Shift+Z redo.
keys_map = Any place of the table can be pressed in place of the map.
keys_close = Escape closes the panel in front.
credits = Credits
software = CesiumJS, Fluent, htm (Apache-2.0) · milsymbol, Preact (MIT) · D3 and Observable Plot (ISC). Symbols: MIL-STD-2525D / APP-6D.

## first questions

first_town = Is my town defended?
first_launchers = What if launchers leave?
first_site = Where should it stand?
first_raid = What does a raid do?
first_radar = What does the radar see of other countries?
first_layers = Do more layers help?

first_questions = Questions
first_why = Why
first_elsewhere = Answered by another study: { $study }
change_assumptions = Change assumptions
quoted_title = Answer to the question
quoted_wait = The answer is being computed.
quoted_of_draws = median and 5–95 % of { $draws } joint draws
quoted_of_ends = from one end of what is not published to the other
show_state = Show this on the map
copy_sentence = Copy the sentence
watch_raid = Watch one raid
answer_old = This is the answer to an earlier state; the last change got none.
town_alike = No place of this study has this name. Written alike:
studies_title = Choose a study
studies_map = Where the studies are

## before and after

change_title = Before and after
change_told = { $name }: { $from } → { $to }
change_before = before
change_after = now
change_more = { $n } more
change_undone = taken back
change_share = People covered
change_interceptors = Interceptors
change_pairs = Missiles with all shots
change_leakers = Through, of { $missiles } missiles of the raid
change_reset = Back to the study

brief_button = Brief (2 pages)
brief_short = Brief
brief_wait = The brief is being made; this takes one to three minutes, longer where something else is asked meanwhile.

why_drawn = { $verdict }: defended in { $share } of { $draws } joint draws.
why_values_yes = With every number at its value it is defended.
why_values_no = With every number at its value it is not: { $why }.
outside_ground = This place lies outside the study “{ $study }”, which counts nobody here; what is said is a matter of geometry alone.
study_opening = The study is being read: its ground, its people, its numbers…
study_unknown = There is no study “{ $study }”; the first one is shown. Press the title below to choose another.
study_elsewhere = “{ $title }” is no study of a defence and is not opened here; its report is made by `shieldmap run { $study }`, its two pages by `shieldmap brief { $study }`. The first study is shown.
study_flights = Its flights are shown with the question
turn_radar = Turn or raise the view
limited = limited to { $span }
refused = { $text }

## foreign flights

foreign_title = Flights between other countries
foreign_wait = Flying the flights of the stability study: half a minute the first time.
foreign_section = Radar cross section of a warhead:
foreign_flown = flights
foreign_seen_head = seen
foreign_key_seen = in view after burnout
foreign_key_unseen = not in view
foreign_trade = What each side gets
foreign_trade_note = A point is a setting of the radar’s direction and least elevation, the mean of { $draws } joint draws of the study as it is; star: as set there; line: settings that no other one beats on both sides.
foreign_axis_seen = foreign flights seen
foreign_axis_people = people defended (million)
