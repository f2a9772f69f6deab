"""``reproduce``: published analyses done again, their numbers beside ours."""

from shieldmap import reproduced, scenario as scenarios
from shieldmap.answers.places import InputError
from shieldmap.footprint import Progress
from shieldmap.results import ReproducedStudies


def reproduce(name: str | None = None, *, progress: Progress | None = None) -> ReproducedStudies:
    """One published analysis, or all of them, as ``shieldmap reproduce``.

    Parameters
    ----------
    name : the id of an analysis, such as ``choi-2014``.
    progress : called with what is done, how much of it, and of how much.

    Raises
    ------
    InputError : no analysis has this id.

    Examples
    --------
    >>> reproduce("asan-2017").studies[0].rows[0].is_inside
    True
    """
    wanted = reproduced.study_names() if name is None else [known_analysis(name)]
    done = []
    for number, one in enumerate(wanted):
        if progress is not None:
            progress(one, number, len(wanted))
        done.append(reproduced.done_again(one))
    return reproduced.summed(done)


def known_analysis(name: str) -> str:
    """The id of an analysis as it was given.

    Raises
    ------
    InputError : no analysis has this id.
    """
    known = reproduced.study_names()
    if name not in known:
        raise InputError(f"the analysis is '{name}': expected one of {', '.join(known)}")
    return name


def scenario_text(name: str, number: int | None = None) -> str:
    """The scenario behind a number of an analysis as TOML, which ``shieldmap run`` takes.

    Parameters
    ----------
    number : which of its numbers, from 1; the first that has a scenario where none is given.

    Raises
    ------
    InputError : no analysis has this id, or the number asks nothing of a battery.
    """
    given = reproduced.published(known_analysis(name))
    known = reproduced.numbers_of_batteries(given)
    if not known:
        raise InputError(
            f"--scenario: {name} asks nothing of a battery, so that it has no scenario"
        )
    if number is not None and number not in known:
        listed = ", ".join(str(one) for one in known)
        raise InputError(
            f"--number is {number}: expected a number of {name} that asks a battery: {listed}"
        )
    return scenarios.to_toml(
        reproduced.scenario_behind(given, known[0] if number is None else number)
    )
