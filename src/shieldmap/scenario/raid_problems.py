"""What no field of a raid or of its layers can know alone."""

from collections.abc import Iterator

from shieldmap import catalog
from shieldmap.scenario.nouns import Defence, DefenceRadar, Layer, Scenario
from shieldmap.scenario.problem import Problem, as_in_file, choice, repeated, unknown_system
from shieldmap.scenario.raid import Fire, RaidPlan, Wave
from shieldmap.scenario.skyline import contradiction

_MAIN = "defence"
_MOST_OF_A_BATTERY = 10_000
_OF_THE_RADAR = ("track_budget", "track_probability", "radar_failure", "radar_lost_s")


def raid_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield what is wrong with the layers, the candidate sites and the raid of a scenario."""
    ids = [_MAIN, *(layer.id for layer in scenario.layers)]
    yield from repeated("layers", "id", ids[1:])
    yield from repeated("candidate_sites", "id", [site.id for site in scenario.candidate_sites])
    main = scenario.defence
    if main.fire is not None:
        yield from _fire_problems("defence.fire", main.fire, main.system, scenario.catalogue)
    for row, layer in enumerate(scenario.layers):
        yield from _layer_problems(f"layers[{row}]", layer, scenario)
    stocks = [*_stock_problems("defence", scenario.defence)]
    for row, layer in enumerate(scenario.layers):
        stocks += _stock_problems(f"layers[{row}]", layer)
    yield from stocks
    if scenario.raid is not None and not stocks:
        problems = list(_wave_problems(scenario, scenario.raid))
        yield from problems or _size_problems(scenario, scenario.raid)


def _stock_problems(path: str, owner: Defence | Layer) -> Iterator[Problem]:
    """Yield more launchers or interceptors of one battery than can be counted."""
    groups = [owner.battery.launchers, *(site.launchers for site in owner.launcher_sites)]
    launchers = sum(group.high for group in groups)
    interceptors = launchers * owner.battery.interceptors_per_launcher.high
    if launchers > _MOST_OF_A_BATTERY:
        found = f"and the launcher sites hold {launchers} launchers"
        yield Problem(f"{path}.battery", found, f"at most {_MOST_OF_A_BATTERY} together")
    elif interceptors > _MOST_OF_A_BATTERY:
        found = f"and the launcher sites hold {interceptors} interceptors"
        yield Problem(f"{path}.battery", found, f"at most {_MOST_OF_A_BATTERY} together")


def _layer_problems(path: str, layer: Layer, scenario: Scenario) -> Iterator[Problem]:
    known = scenario.catalogue
    if layer.id == _MAIN:
        wanted = f"another name, because {_MAIN} is the battery under study"
        yield Problem(f"{path}.id", f"is {as_in_file(layer.id)}", wanted)
    unknown = list(unknown_system(f"{path}.system", layer.system, "defence", known))
    yield from unknown
    if layer.fire is not None and not unknown:
        yield from _fire_problems(f"{path}.fire", layer.fire, layer.system, known)
    if (layer.radar is None) == (layer.shares_radar is None):
        found = "is missing" if layer.radar is None else "stands beside shares_radar"
        wanted = "a table [layers.radar], or shares_radar with the id of a layer that has one"
        yield Problem(f"{path}.radar", found, wanted)
    if layer.radar is not None:
        yield from radar_problems(f"{path}.radar", layer.radar, known)
    if layer.shares_radar is not None:
        own = [_MAIN, *(other.id for other in scenario.layers if other.radar is not None)]
        if layer.shares_radar not in own:
            wanted = f"the id of a layer with a radar of its own, {choice(layer.shares_radar, own)}"
            yield Problem(f"{path}.shares_radar", f"is {as_in_file(layer.shares_radar)}", wanted)
        yield from _shared_radar_problems(f"{path}.fire", layer)


def _shared_radar_problems(path: str, layer: Layer) -> Iterator[Problem]:
    """What belongs to a radar is said where the radar is."""
    for name in _OF_THE_RADAR:
        given = None if layer.fire is None else getattr(layer.fire, name)
        if given is not None:
            wanted = f"it at the fire of {layer.shares_radar}, whose radar this layer shares"
            found = f"{given:g}" if isinstance(given, float) else as_in_file(given)
            yield Problem(f"{path}.{name}", f"is {found}", wanted)


def radar_problems(path: str, radar: DefenceRadar, known: catalog.Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with one radar."""
    if radar.elevation_min_deg >= radar.elevation_max_deg:
        wanted = f"less than elevation_max_deg, {radar.elevation_max_deg:g}"
        yield Problem(f"{path}.elevation_min_deg", f"is {radar.elevation_min_deg:g}", wanted)
    if radar.horizon_file is not None:
        # A file's skyline has been read by now, unless points stand beside its name.
        wanted = (
            f"either a file or tables [[{path}.horizon]]"
            if radar.horizon
            else f"tables [[{path}.horizon]], or a scenario that is read from a file"
        )
        yield Problem(f"{path}.horizon_file", f"is {as_in_file(radar.horizon_file)}", wanted)
    if len(radar.horizon) == 1:
        yield Problem(f"{path}.horizon", "has one point", "at least two points or none")
    if (found := contradiction([point.model_dump() for point in radar.horizon])) is not None:
        first, second = (radar.horizon[row] for row in found)
        wanted = (
            f"one elevation for one direction: {path}.horizon[{found[0]}] gives "
            f"{first.azimuth_deg:g} degrees {first.elevation_deg:g}; 0 and 360 are the same"
        )
        given = f"gives {second.azimuth_deg:g} degrees {second.elevation_deg:g}"
        yield Problem(f"{path}.horizon[{found[1]}]", given, wanted)
    yield from unknown_system(f"{path}.system", radar.system, "radar", known)


def _fire_problems(
    path: str, fire: Fire, system: str, catalogue: catalog.Catalogue
) -> Iterator[Problem]:
    if fire.simultaneous is not None and fire.simultaneous.low < 1:
        wanted = "at least 1"
        yield Problem(f"{path}.simultaneous", f"is {as_in_file(fire.simultaneous.low)}", wanted)
    if fire.record is None:
        return
    try:
        known = [record.id for record in catalog.records(catalogue.defence(system))]
    except catalog.CatalogError:
        return  # the system itself is the problem
    if fire.record not in known:
        wanted = f"a record of {system}, {choice(fire.record, known)}"
        yield Problem(f"{path}.record", f"is {as_in_file(fire.record)}", wanted)
    elif fire.kill_probability is not None:
        wanted = "either kill_probability or record, because a record takes its place"
        yield Problem(f"{path}.record", f"is {as_in_file(fire.record)}", wanted)


def _wave_problems(scenario: Scenario, raid: RaidPlan) -> Iterator[Problem]:
    threats = {threat.id: threat for threat in scenario.threats}
    assets = [asset.id for asset in scenario.assets]
    for row, wave in enumerate(raid.waves):
        path = f"raid.waves[{row}]"
        if wave.threat not in threats:
            wanted = f"the id of a threat, {choice(wave.threat, list(threats))}"
            yield Problem(f"{path}.threat", f"is {as_in_file(wave.threat)}", wanted)
        else:
            flown = list(threats[wave.threat].launch_points)
            yield from _listed(
                f"{path}.launch_points",
                wave.launch_points,
                flown,
                f"a launch point that {wave.threat} is flown from",
            )
        yield from _listed(f"{path}.targets", wave.targets, assets, "the id of an asset")
        yield from _object_problems(path, wave)
    yield from repeated("raid.weights", "asset", [weight.asset for weight in raid.weights])
    for row, weight in enumerate(raid.weights):
        if weight.asset not in assets:
            wanted = f"the id of an asset, {choice(weight.asset, assets)}"
            yield Problem(f"raid.weights[{row}].asset", f"is {as_in_file(weight.asset)}", wanted)


MOST_STEPS = 1e11
"""Steps of all trials that a raid is sure to fight: minutes on two processors."""

LEAST_TRIALS = 2000
"""Trials that are fought before the interval is looked at."""

_MOST_OBJECTS = 100_000
_MOST_PAIRS = 20_000


def raid_steps(scenario: Scenario) -> float:
    """About how many steps one trial of the raid takes at most.

    Every shot looks at the tracks that wait, every event at the launchers and channels of a battery.
    """
    raid = scenario.raid
    if raid is None:
        return 0.0
    objects = _objects(raid)
    steps = 0.0
    for battery in (scenario.defence, *scenario.layers):
        fire = battery.fire or Fire()
        limits = scenario.catalogue.defence(battery.system).fire_control.simultaneous
        channels = limits.high_si if fire.simultaneous is None else fire.simultaneous.high
        asked = objects * (fire.salvo or 2) * (fire.looks or 8)
        shots = min(battery.interceptors.high + fire.reloads.high, asked)
        launchers = battery.launchers.high
        steps += (shots + 3.0 * objects) * (launchers + channels) + shots * objects
    return steps


def _objects(raid: RaidPlan) -> int:
    return sum(wave.count * wave.objects for wave in raid.waves)


def _size_problems(scenario: Scenario, raid: RaidPlan) -> Iterator[Problem]:
    """Yield what no machine fights in a reasonable time."""
    objects = _objects(raid)
    if objects > _MOST_OBJECTS:
        wanted = f"at most {_MOST_OBJECTS}"
        yield Problem("raid.waves", f"hold {objects} missiles with their objects", wanted)
        return
    known = {threat.id: threat for threat in scenario.threats}
    pairs = sum(
        len(wave.launch_points or known[wave.threat].launch_points) * len(wave.targets)
        for wave in raid.waves
    )
    batteries = (scenario.defence, *scenario.layers)
    sites = sum(1 + len(battery.launcher_sites) for battery in batteries)
    if pairs * sites > _MOST_PAIRS:
        found = f"name {pairs} pairs of launch point and target for {sites} sites of launchers"
        yield Problem(
            "raid.waves", found, f"at most {_MOST_PAIRS // sites} pairs for so many sites"
        )
    if any(_is_unknown(battery.system, scenario.catalogue) for battery in batteries):
        return  # the system itself is the problem
    trials = raid.trials_max if raid.half_width == 0 else min(raid.trials_max, LEAST_TRIALS)
    steps = raid_steps(scenario)
    if steps * trials > MOST_STEPS:
        found = f"takes {trials} trials of some {steps:.1g} steps each"
        wanted = f"at most {MOST_STEPS:.0g} steps: fewer missiles, launchers, channels, reloads or trials"
        yield Problem("raid", found, wanted)


def _is_unknown(system: str, known: catalog.Catalogue) -> bool:
    """Whether the catalogue has no defence of this name."""
    return any(unknown_system("", system, "defence", known))


def _listed(path: str, given: tuple[str, ...], known: list[str], what: str) -> Iterator[Problem]:
    for row, name in enumerate(given):
        if name not in known:
            yield Problem(
                f"{path}[{row}]", f"is {as_in_file(name)}", f"{what}, {choice(name, known)}"
            )
        elif name in given[:row]:
            yield Problem(f"{path}[{row}]", f"is {as_in_file(name)}", "each name once")


def _object_problems(path: str, wave: Wave) -> Iterator[Problem]:
    altitude = wave.sorting_altitude_km
    if altitude is not None:
        for end in ("value", "low", "high"):
            number = getattr(altitude, end)
            if not 0 <= number <= 1000:
                wanted = "a number from 0 to 1000 km"
                yield Problem(f"{path}.sorting_altitude_km.{end}", f"is {number:g}", wanted)
                return
