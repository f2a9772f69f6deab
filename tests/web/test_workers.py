"""Worker processes: the newest request wins, queues are bounded, a dead or slow process is replaced."""

import asyncio
from typing import Any

import pytest

from shieldmap.web.workers import QUEUE, FullError, JobError, Lane

QUICK: dict[str, Any] = {
    "state": {"spacing_km": 50, "launch_points": ["hwangju"]},
    "draws": 0,
}
# 14,000 flights in parts of 1,000: seconds, with many steps between.
LONG: dict[str, Any] = {
    "state": {"spacing_km": 2.7, "launch_points": ["kusong"]},
    "draws": 0,
}
PATIENCE_S = 300.0


async def until(condition: Any) -> None:
    """Wait for something that another process does."""
    for _ in range(3000):
        if condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("waited in vain")


def with_lane(check: Any) -> None:
    """Run a check with a lane of its own, and end its process."""

    async def inside() -> None:
        lane = Lane("test")
        try:
            await check(lane)
        finally:
            lane.close()

    asyncio.run(inside())


@pytest.mark.slow
def test_a_new_request_stops_the_one_at_work() -> None:
    async def check(lane: Lane) -> None:
        old = asyncio.create_task(lane.ask("one", "area", LONG, PATIENCE_S))
        await until(lambda: (lane.progress("one") or ("",))[0].startswith("flying"))
        new = await lane.ask("one", "area", QUICK, PATIENCE_S)
        assert b'"cells"' in new
        with pytest.raises(JobError, match="superseded") as refusal:
            await old
        assert refusal.value.status == 409

    with_lane(check)


@pytest.mark.slow
def test_a_waiting_request_gives_way_and_others_do_not() -> None:
    async def check(lane: Lane) -> None:
        first = asyncio.create_task(lane.ask("busy", "area", QUICK, PATIENCE_S))
        await asyncio.sleep(0)
        old = asyncio.create_task(lane.ask("one", "area", QUICK, PATIENCE_S))
        other = asyncio.create_task(lane.ask("one", "tracks", QUICK, PATIENCE_S))
        await asyncio.sleep(0)
        assert lane.progress("one") == ("waiting", 0, 1)
        new = asyncio.create_task(lane.ask("one", "area", QUICK, PATIENCE_S))
        with pytest.raises(JobError, match="superseded"):
            await old
        assert all(await asyncio.gather(first, other, new))
        assert lane.progress("one") is None

    with_lane(check)


def test_dropping_an_old_request_leaves_a_newer_one_alone() -> None:
    async def check(lane: Lane) -> None:
        busy = asyncio.create_task(lane.ask("busy", "area", QUICK, PATIENCE_S))
        await asyncio.sleep(0)
        old, new = dict(QUICK), dict(QUICK)
        first = asyncio.create_task(lane.ask("one", "area", old, PATIENCE_S))
        await asyncio.sleep(0)
        second = asyncio.create_task(lane.ask("one", "area", new, PATIENCE_S))
        await asyncio.sleep(0)
        lane.drop("one", "area", old)
        with pytest.raises(JobError, match="superseded"):
            await first
        lane.drop("busy", "area", dict(QUICK))
        assert all(await asyncio.gather(busy, second))

    with_lane(check)


def test_a_full_queue_refuses_and_a_closing_lane_answers_everybody() -> None:
    async def check(lane: Lane) -> None:
        tasks = [
            asyncio.create_task(lane.ask(f"client-{n}", "area", QUICK, PATIENCE_S))
            for n in range(QUEUE + 1)
        ]
        await asyncio.sleep(0)
        with pytest.raises(FullError):
            await lane.ask("one-more", "area", QUICK, PATIENCE_S)
        lane.close()
        waiting = await asyncio.gather(*tasks[1:], return_exceptions=True)
        assert {getattr(w, "status", None) for w in waiting} == {503}
        tasks[0].cancel()

    with_lane(check)


@pytest.mark.slow
def test_what_takes_too_long_is_ended_and_the_next_is_served() -> None:
    async def check(lane: Lane) -> None:
        with pytest.raises(JobError, match="took longer") as refusal:
            await lane.ask("one", "area", LONG, 0.5)
        assert refusal.value.status == 503
        assert b'"cells"' in await lane.ask("one", "area", QUICK, PATIENCE_S)

    with_lane(check)


@pytest.mark.slow
def test_a_process_that_dies_is_replaced() -> None:
    async def check(lane: Lane) -> None:
        task = asyncio.create_task(lane.ask("one", "area", LONG, PATIENCE_S))
        await until(lambda: lane.progress("one") is not None)
        assert lane._process is not None
        lane._process.kill()
        with pytest.raises(JobError, match="stopped unexpectedly") as refusal:
            await task
        assert refusal.value.status == 503
        assert b'"cells"' in await lane.ask("one", "area", QUICK, PATIENCE_S)

    with_lane(check)


@pytest.mark.slow
def test_a_bad_state_is_a_sentence_and_the_process_lives_on() -> None:
    async def check(lane: Lane) -> None:
        bad = {"state": {"threat": "nothing"}, "draws": 0}
        with pytest.raises(JobError, match="threat is 'nothing'") as refusal:
            await lane.ask("one", "area", bad, PATIENCE_S)
        assert refusal.value.status == 422
        before = lane._process
        await lane.ask("one", "area", QUICK, PATIENCE_S)
        assert lane._process is before

    with_lane(check)


@pytest.mark.slow
def test_a_brief_lets_a_question_go_first_and_can_be_stopped_meanwhile() -> None:
    """0014: a brief takes minutes, and whoever changes a number beside it waits for one of its steps."""

    async def check(lane: Lane) -> None:
        given = {"state": LONG["state"], "lang": "en"}
        brief = asyncio.create_task(lane.ask("one-file-brief", "brief", given, PATIENCE_S))
        await until(lambda: (lane.progress("one-file-brief") or ("",))[0].startswith("flying"))
        assert b'"cells"' in await lane.ask("one", "area", QUICK, PATIENCE_S)
        assert not brief.done()
        second = asyncio.create_task(lane.ask("one", "area", LONG, PATIENCE_S))
        await until(lambda: (lane.progress("one") or ("",))[0].startswith("flying"))
        # Both are told to stop, each under its own number.
        lane.drop("one-file-brief", "brief", given)
        lane.drop("one", "area", LONG)
        for task in (second, brief):
            with pytest.raises(JobError, match="superseded"):
                await task
        assert b'"cells"' in await lane.ask("one", "area", QUICK, PATIENCE_S)

    with_lane(check)
