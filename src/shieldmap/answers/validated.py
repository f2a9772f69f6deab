"""``validate``: our results beside the published ones, failures included."""

from shieldmap import validation
from shieldmap.answers.places import InputError
from shieldmap.footprint import Progress
from shieldmap.results import Validation


def validate(group: str | None = None, progress: Progress | None = None) -> Validation:
    """Compute one group of comparisons, or all, as ``shieldmap validate``.

    Raises
    ------
    InputError : no group has this name.

    Examples
    --------
    >>> validate("geodesics").totals.surprises
    0
    """
    if group is not None and group not in validation.GROUPS:
        raise InputError(f"--group is '{group}': expected one of {', '.join(validation.GROUPS)}")
    return validation.as_record(validation.computed_groups(group, progress))
