"""Two runs side by side: what is lost and what is won between them.

Question: what does a defence lose when launchers, interceptors or the radar leave, or two scenarios
differ in some other way?

Both runs must be finished, of defence studies, over the same grid and with threats in common.
Nothing is computed but differences of what the runs hold.
"""

from typing import Any, Final

from shieldmap import plain
from shieldmap.archive import Run
from shieldmap.results import Comparison

ENDS: Final = ("bad", "value", "good")


class CompareError(ValueError):
    """Two runs that cannot be compared, said in one sentence."""


def compare(before: Run, after: Run) -> Comparison:
    """What changes from one run to the other: people, places, raid and cost."""
    for run in (before, after):
        if run.summary.get("kind") == "stability":
            raise CompareError(f"{run.path}: a stability study: expected runs of defence studies")
    one, two = before.summary, after.summary
    if one["grid"] != two["grid"]:
        raise CompareError(
            f"{before.path} and {after.path} have different grids: expected the same country and "
            "spacing"
        )
    shared = [t["id"] for t in one["threats"] if t["id"] in {u["id"] for u in two["threats"]}]
    if not shared:
        raise CompareError(f"{before.path} and {after.path} have no threat in common")
    changes = {
        "before": _named(before),
        "after": _named(after),
        "defence": {"before": one["defence"], "after": two["defence"]},
        "threats": [_threat(one, two, threat_id) for threat_id in shared],
        "assets": _assets(one, two, shared),
        "raid": _raid(before, after),
        "left_out": sorted({t["id"] for t in [*one["threats"], *two["threats"]]} - set(shared)),
    }
    return Comparison.model_validate(plain.values(changes))


def _named(run: Run) -> dict[str, Any]:
    manifest = run.manifest
    return {
        "name": manifest["name"],
        "title": run.summary["title"],
        "date": run.summary["date"],
        "run_hash": manifest["run_hash"],
        "path": str(run.path),
    }


def _threat(one: dict[str, Any], two: dict[str, Any], threat_id: str) -> dict[str, Any]:
    """People in range and defended before and after, at the value and both ends."""
    rows = [next(t for t in s["threats"] if t["id"] == threat_id) for s in (one, two)]
    people = [{end: row["defended"][end]["people"] for end in ENDS} for row in rows]
    return {
        "id": threat_id,
        "name": rows[0]["name"],
        "in_range": rows[0]["threatened"]["people"],
        "before": people[0],
        "after": people[1],
        "change": {end: people[1][end] - people[0][end] for end in ENDS},
        "area_before_m2": rows[0]["defended"]["value"]["area_m2"],
        "area_after_m2": rows[1]["defended"]["value"]["area_m2"],
    }


def _assets(one: dict[str, Any], two: dict[str, Any], shared: list[str]) -> list[dict[str, Any]]:
    """Named places whose answer changes against some threat."""
    later = {
        (asset["id"], row["threat"]): row for asset in two["assets"] for row in asset["by_threat"]
    }
    changes = []
    for asset in one["assets"]:
        for row in asset["by_threat"]:
            other = later.get((asset["id"], row["threat"]))
            if other is None or row["threat"] not in shared or row["status"] != "threatened":
                continue
            if other["status"] == "threatened" and row["defended"] != other["defended"]:
                undefended = row if other["defended"] else other
                changes.append(
                    {
                        "asset": asset["id"],
                        "name": asset["name"],
                        "threat": row["threat"],
                        "before": bool(row["defended"]),
                        "after": bool(other["defended"]),
                        **{key: undefended[key] for key in ("reason", "reason_text")},
                    }
                )
    return changes


def _raid(before: Run, after: Run) -> dict[str, Any] | None:
    """Leakers, spent interceptors and their cost, where both runs fought the same raid."""
    one, two = before.battle.get("leakage"), after.battle.get("leakage")
    if one is None or two is None or one["waves"] != two["waves"]:
        return None
    keys = ("leakers", "none_leaks", "interceptors_spent", "outcomes", "cost", "trials")
    return {
        "title": one["title"],
        "missiles": one["missiles"],
        "before": {key: one[key] for key in keys},
        "after": {key: two[key] for key in keys},
        "leakers_change": two["leakers"]["mean"] - one["leakers"]["mean"],
    }
