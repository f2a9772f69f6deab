"""Scenario: which study is asked for?

One TOML file is one study. A defence study holds a battery, its radar, the missiles and where they
start, the places that the public debate names, and the grid on which the answer is drawn. A
stability study (``kind = "stability"``) holds radars, launch areas and cities of flights that are
only watched.
This module reads and checks the file; it knows no physics.
Whatever is wrong with a file becomes a :class:`ScenarioError` of one sentence that names the file,
the field, the value found and what was expected.

Limits: a scenario holds places from public sources, rounded to about a kilometre.
Keys of sources belong to the catalogue's bibliography, to ``data/scenario_sources.bib`` or to the
file's own tables ``[[sources]]``.
Degrees and kilometres are used here and nowhere further in.
"""

from shieldmap.scenario.files import (
    KINDS,
    AnyScenario,
    build,
    build_study,
    changed,
    current,
    load,
    load_study,
    names,
    parse,
    source_text,
    titles,
    to_toml,
    validated,
    whole_text,
)
from shieldmap.scenario.nouns import (
    Asset,
    Battery,
    CandidateSite,
    ComparedMissile,
    Defence,
    DefenceRadar,
    GivenAssumptions,
    Grid,
    LauncherSite,
    LaunchPoint,
    Layer,
    OwnSource,
    PeopledPlace,
    Scenario,
    ScenarioError,
    StudyFile,
    Threat,
    Towns,
)
from shieldmap.scenario.own import PLACEHOLDER, STUDY_FILE, check_folder
from shieldmap.scenario.parts import CountRange, GivenNumber, Ranged
from shieldmap.scenario.raid import Fire, RaidPlan, Wave, Weight
from shieldmap.scenario.raid_problems import LEAST_TRIALS, MOST_STEPS, raid_steps
from shieldmap.scenario.skyline import read_skyline
from shieldmap.scenario.sources import bibliography
from shieldmap.scenario.stability import (
    City,
    LaunchArea,
    StabilityScenario,
    Statement,
    Watcher,
)

__all__ = [
    "KINDS",
    "LEAST_TRIALS",
    "MOST_STEPS",
    "PLACEHOLDER",
    "STUDY_FILE",
    "AnyScenario",
    "Asset",
    "Battery",
    "CandidateSite",
    "City",
    "ComparedMissile",
    "CountRange",
    "Defence",
    "DefenceRadar",
    "Fire",
    "GivenAssumptions",
    "GivenNumber",
    "Grid",
    "LaunchArea",
    "LaunchPoint",
    "LauncherSite",
    "Layer",
    "OwnSource",
    "PeopledPlace",
    "RaidPlan",
    "Ranged",
    "Scenario",
    "ScenarioError",
    "StabilityScenario",
    "Statement",
    "StudyFile",
    "Threat",
    "Towns",
    "Watcher",
    "Wave",
    "Weight",
    "bibliography",
    "build",
    "build_study",
    "changed",
    "check_folder",
    "current",
    "load",
    "load_study",
    "names",
    "parse",
    "raid_steps",
    "read_skyline",
    "source_text",
    "titles",
    "to_toml",
    "validated",
    "whole_text",
]
