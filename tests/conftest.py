"""Settings every test needs."""

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from shieldmap import archive

# Before anything imports matplotlib: no test may need a display.
os.environ["MPLBACKEND"] = "Agg"


# Started in the background, the tests inherit that INT is ignored, and with nohup HUP; so would every
# command that they start. A handler in place of that is not inherited.
for _name in ("SIGINT", "SIGHUP", "SIGTERM"):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, lambda *_: None)


# A study of a few threats drops what speaks of the others.
WITHOUT_RAID = {"raid": None, "layers": [], "candidate_sites": []}


@pytest.fixture(scope="session")
def small_scenario(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of Korea on a coarse grid with three threats, so that tests stay quick."""
    from shieldmap import scenario

    whole = scenario.load("korea")
    keep = {"hwasong-5-minimum-energy", "hwasong-7-minimum-energy", "pukguksong-2-lofted"}
    threats = [t for t in whole.as_mapping()["threats"] if t["id"] in keep]
    small = scenario.changed(
        whole, {"threats": threats, "grid.spacing_km": 50.0, "name": "small", **WITHOUT_RAID}
    )
    path = tmp_path_factory.mktemp("scenario") / "small.toml"
    path.write_text(scenario.to_toml(small), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small_run(small_scenario: Path, tmp_path_factory: pytest.TempPathFactory) -> "archive.Run":
    """A finished run of the small study, without its report."""
    from shieldmap import archive

    return archive.make_run(str(small_scenario), str(tmp_path_factory.mktemp("runs")))
