/**
 * What the API answers and the page passes on. The names are those of the OpenAPI description
 * (`/openapi.json`); what it leaves open, the description of a study and the figure of an engagement,
 * stands here as the server makes it.
 */

// --- a study: /api/scenario/{name}, /api/scenarios, /api/version

interface StudyElsewhere {
  name: string;
  title: string;
  title_ko: string;
  shown_in: string | null;
}

interface ScenarioName extends Located {
  name: string;
  title: string;
  title_ko: string;
  date: string;
}

/** A field of a state: how an address writes it. */
interface StateField {
  key: string;
  kind: string;
  choices: string[];
  is_by_hand: boolean;
}

/** One field that has no longer the study's own value. */
interface StateChange {
  key: string;
  name: string;
  name_ko: string;
  before: string;
  before_ko: string;
  after: string;
  after_ko: string;
}

/** What is told beside an answer. */
interface StateTold {
  query: string;
  run_hash: string;
  computed: string;
  flight: string;
  flight_ko: string;
  changes: StateChange[];
}

interface ShareClass {
  word: "fails" | "seldom" | "mostly" | "holds";
  least: number;
  most: number;
  fill: string;
  line: string | null;
}

interface MapColours {
  shares: ShareClass[];
  steps: string[];
  not_threatened: string;
  not_computed: string;
  faint: number;
}

interface Version {
  version: string;
  hash: string;
}

interface Located {
  latitude_deg: number;
  longitude_deg: number;
}

/** A thing with a Korean name beside its English one. */
interface Named {
  name: string;
  name_ko?: string | null;
}

interface Ended {
  value: number | null;
  low: number | null;
  high: number | null;
}

interface Rival extends Ended {
  unit: string | null;
  source: string;
  note: string | null;
}

/** What a small i tells of: a number, or a place or flight without one. */
interface Sourced {
  name: string;
  key?: string | null;
  value: number | null;
  low?: number | null;
  high?: number | null;
  unit: string;
  basis?: string | null;
  source: string | null;
  note: string | null;
  rivals: Rival[];
  path?: string | null;
}

/** A number that a reader may change, or at least see. */
interface Parameter extends Sourced {
  value: number;
  low: number;
  high: number;
  minimum: number | null;
  maximum: number | null;
  step: number | null;
  group?: string | null;
}

interface Source {
  key: string;
  page: string | null;
  title?: string;
  author?: string;
  year?: string;
  url?: string;
  confidence?: string;
}

interface Counts {
  value: number;
  low: number;
  high: number;
}

interface Site extends Located {
  source: string;
  note: string | null;
}

interface Battery extends Site {
  name: string;
  launchers: Counts;
  interceptors_per_launcher: Counts;
}

interface Radar extends Site {
  boresight_low_deg: number;
  boresight_high_deg: number;
  present: boolean;
  boresight_deg: number;
  sector_deg: number;
}

interface Missile extends Named {
  id: string;
  range_km: number | null;
}

interface Threat extends Named {
  id: string;
  missile: string;
  trajectory: string;
  apogee_km: number | null;
  launch_points: string[];
  source: string;
  note: string | null;
  rcs_m2: Omit<Parameter, "name" | "minimum" | "maximum" | "step">;
}

interface LaunchPoint extends Site {
  id: string;
  name: string;
  name_ko: string;
}

interface Layer extends Located {
  name: string;
  system_name: string;
}

/** A sentence or a name in both languages. */
interface Said {
  en: string;
  ko: string;
}

interface QuotedBar {
  name: Said;
  value: number;
  low?: number | null;
  high?: number | null;
  is_now: boolean;
  query: string | null;
}

/** An answer that can be quoted: /api/quoted. */
interface Quoted {
  question: string;
  query: string;
  sentence: Said;
  number: Ended & { unit: "share" | "missiles" | "m2"; draws: number | null };
  most: number;
  bars: QuotedBar[];
  why: Said[];
}

interface CountryFlights {
  country: string;
  name: string;
  name_ko: string;
  flown: number;
  seen: number;
}

interface ForeignFlight {
  launch_area: string;
  city: string;
  is_seen: boolean;
  way: number[];
  in_view: number[][];
}

interface ForeignSeen {
  study: string;
  cross_section_m2: number;
  cross_sections_m2: number[];
  flown: number;
  seen: number;
  countries: CountryFlights[];
  flights: ForeignFlight[];
  sentence: Said;
}

interface TradePoint {
  numbers: { parameter: string; value: number; unit: string }[];
  is_given: boolean;
  is_efficient: boolean;
  mean_people: number;
  mean_seen: number;
}

interface Trade {
  draws: number;
  points: TradePoint[];
  sentence_en: string;
  sentence_ko: string;
}

interface FirstQuestion {
  question: string;
  instead: string | null;
}

interface Study {
  name: string;
  title: string;
  title_ko: string;
  hash: string;
  doctrine: string;
  default_threat: string;
  questions: FirstQuestion[];
  has_raid: boolean;
  leads_with_raid: boolean;
  raid: { title: string; note: string | null } | null;
  limits: string[];
  attribution: string;
  grid: { countries: string[]; spacing_km: number };
  bounds_deg: Edges;
  /** With a place for each view of which a country fills another part. */
  countries: (Named & Located & { code: string })[];
  cities: Spotted[];
  defence: { system_name: string; battery: Battery; radar: Radar; launcher_sites: Located[] };
  threats: Threat[];
  missiles: Missile[];
  launch_points: LaunchPoint[];
  assets: Spotted[];
  layers: Layer[];
  parameters: Parameter[];
  sources: Record<string, Omit<Source, "key" | "page">>;
  korean: Record<string, string>;
}

// --- the area: /api/places, /api/area

interface Cells {
  spacing_km: number;
  latitude_deg: number[];
  longitude_deg: number[];
  height_deg: number[];
  width_deg: number[];
  people: number[];
}

interface Sum {
  area_m2: number;
  people: number;
}

interface Ends {
  bad: Sum;
  value: Sum;
  good: Sum;
}

interface Shares {
  bad: number | null;
  value: number | null;
  good: number | null;
}

/** People defended over joint draws. */
interface Sampled {
  samples: number;
  people: Quantiles;
  share_of_people: Quantiles;
  triangle_share: number | null;
}

interface Quantiles {
  p05: number | null;
  p50: number | null;
  p95: number | null;
}

interface AreaTotals {
  threatened: Sum;
  defended: Ends;
  share_of_people: Shares;
  sampled: Sampled | null;
}

interface UndefendedPart extends Sum {
  constraint: string;
}

type Status = "threatened" | "not-threatened" | "not-flown";

/** A place with a name: of the study, of the address, or of an answer. */
interface Spotted extends Named, Located {
  id?: string;
  kind?: string;
  people?: number;
  status?: Status;
  defended?: boolean | null;
}

/** What joint draws say of a place. */
interface DrawnVerdict {
  share_of_samples: number | null;
  verdict: "holds" | "hangs" | "fails" | null;
  draws: number | null;
  hangs_on: string | null;
  turns_at: number | null;
}

interface PageSpot extends Spotted, DrawnVerdict {
  id: string;
  kind: string;
  name_ko: string;
  people: number;
  status: Status;
  launch_point: string | null;
  defended: boolean | null;
  defended_bad: boolean | null;
  defended_good: boolean | null;
  shots: number | null;
  reason: string | null;
  margin: number | null;
  margin_unit: string | null;
}

interface LaunchPointArea {
  launch_point: string;
  threatened: Sum;
  defended: Ends;
  refusal: string;
}

interface Area {
  query: string;
  status: number[];
  defended: number[];
  shots: number[];
  margin_s: (number | null)[];
  probability: number[] | null;
  totals: AreaTotals;
  reasons: UndefendedPart[];
  spots: PageSpot[];
  by_launch_point: LaunchPointArea[];
  interceptors: Counts;
  full_pairs: Counts;
}

// --- one place: /api/why, /api/towns, /api/defended

interface EngagementEvent {
  event: string;
  time_s: number;
  altitude_m: number;
  range_m: number;
}

interface VerdictChange {
  parameter: string;
  key: string | null;
  unit: string;
  value: number;
  low: number;
  high: number;
  at_low: boolean;
  at_high: boolean;
  flips_at: number | null;
  flips_in_range: boolean;
}

interface NumberSet {
  parameter: string;
  key: string | null;
  unit: string;
  value: number;
}

interface ChangeTogether {
  in_range: boolean;
  numbers: NumberSet[];
}

interface AtLaunchPoint {
  launch_point: string;
  status: Status;
  defended: boolean | null;
}

interface Curve {
  time_s: number[];
  downrange_m: number[];
  altitude_m: number[];
  slant_from_battery_m: number[];
}

interface Interceptor {
  latitude_deg: number[];
  longitude_deg: number[];
  intercept_s: number;
  ground_m: number[];
  altitude_m: number[];
}

interface PlaceExplained extends Located, DrawnVerdict {
  is_on_ground: boolean;
  launch_point: string;
  status: Status;
  sentence: string;
  defended: boolean;
  defended_bad?: boolean;
  defended_good?: boolean;
  shots: number;
  reason: string | null;
  timeline: EngagementEvent[];
  changes: VerdictChange[];
  together: ChangeTogether[];
  launch_points: AtLaunchPoint[];
  floor_m: number;
  ceiling_m: number;
  reach_m: number;
  failed: { constraint: string; margin: number | null; unit: string }[];
  slack_s: number | null;
  binds: string | null;
  defended_by_doctrine: Record<string, boolean> | null;
  time_of_flight_s: number;
  apogee_m: number;
  battery_downrange_m: number | null;
  curve: Curve | null;
  flight?: FlightLeg[];
  interceptors: Interceptor[];
}

interface Town extends Spotted {
  kind: string;
  name_ko: string;
  people: number;
}

interface TownRow extends Named, DrawnVerdict {
  threat: string;
  trajectory: string;
  apogee_km: number | null;
  status: Status;
  launch_points: number;
  launch_point: string;
  defended: boolean;
  defended_from: number;
  reason: string | null;
  decides: string | null;
  after_cue_s: [number, number, number] | null;
}

interface TownDefended {
  sentence_en: string;
  sentence_ko: string;
  rows: TownRow[];
}

// --- in time: /api/coverage, /api/tracks, /api/engagement, /api/raid, /api/progress

interface VolumeSheet {
  rows: number;
  columns: number;
  ecef_m: number[];
}

interface PageCoverage {
  search_range_m: number;
  track_range_m: number;
  outlines: { altitude_m: number; ring: [number, number][] }[];
  volume: VolumeSheet[];
}

interface FlightLeg {
  phase: "boost" | "midcourse" | "reentry";
  positions: number[];
}

interface DrawnFlight {
  launch_point: string;
  phases: FlightLeg[];
}

/** An event of a film: of an engagement, or of one missile of a raid. */
interface Played {
  time_s: number;
  event: string;
  missile?: number;
}

/** What a film says at a place, from a time on. */
interface Note {
  time_s: number;
  /** Where there may be room for it, the best first: latitude, longitude, height. */
  at: [number, number, number][];
  text: string;
  color: string;
}

interface PageOutcome {
  outcome: string;
  by: string | null;
  text: string;
  mean: number;
}

interface PageLayer {
  id: string;
  name: string;
  system_name: string | null;
  stopped: number;
  interceptors_spent: number;
}

/** Packets of a CZML document, which Cesium reads. */
type Czml = object[];

interface RaidAsset {
  asset: string;
  name: string;
  missiles: number;
  leakers: { mean: number; sampling_interval: number[] };
  none_leaks: { share: number | null };
}

interface PageRaid {
  trials: number;
  by_asset: RaidAsset[];
  missiles: number;
  leakers: { mean: number; parameter_range: number[]; sampling_interval: number[] };
  by_outcome: PageOutcome[];
  by_layer: PageLayer[];
  events: Played[];
  czml: Czml;
}

interface Progress {
  what: string | null;
  done: number;
  total: number;
}

// --- the page's own

/** What a reader set, by the keys of the address; its fields stand in store.js. */
type State = Record<string, any>;

/** What a state means, with the study's own values where nothing is set. */
interface Meaning {
  threat: Threat;
  missile: string;
  isOwn: boolean;
  trajectory: string;
  apogee_km: number | null;
  launch_points: string[];
  battery: [number, number];
  radar: [number, number];
  radar_present: boolean;
  boresight_deg: number;
  sector_deg: number;
  doctrine: string;
}

/** One colour of the legend, with its word or the numbers that it stands for. */
interface Class {
  word?: string;
  /** What its word is told with. */
  values?: Record<string, number>;
  /** Its word in a line with the others. */
  short?: string;
  text?: string;
  fill: string;
  pattern?: string;
}

interface Edges {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The cells as one picture. */
interface Painted extends Edges {
  picture: HTMLCanvasElement;
}

/** Latitude and longitude in degrees. */
type Place = [number, number];

type Ground = import("./flat.js").Flat | import("./globe.js").Globe;

// --- what others wrote and brings no types of its own here

/** An element of the document or of a library, taken as it is. */
type Anything = any;

/** What a template may show. */
type Shown = import("./vendor.d.ts").VNode | string | number | boolean | null | undefined | Shown[];

/** An event at an element of a template. */
interface Happened extends Omit<PointerEvent, "currentTarget"> {
  currentTarget: HTMLInputElement;
  key: string;
}

/** What may stand in a template: content, an attribute, a listener, a style, more attributes. */
type Slot = Shown | ((happened: Happened) => unknown) | Record<string, unknown>;

interface Window {
  Cesium: Anything;
  CESIUM_BASE_URL: string;
  Plot: Anything;
  ms: Anything;
  shieldmap: object;
}
