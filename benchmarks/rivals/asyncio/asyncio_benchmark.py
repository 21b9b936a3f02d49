#!/usr/bin/env python3
"""Python's asyncio in the workloads of the benchmarks, as JSON on standard output; needs nothing but Python 3.8.

The workloads are those of org.asyncjava.benchmarks.Contender, with the same sizes, operands and results; every result is checked before
anything is timed. A time is that of the fastest repetition, in nanoseconds per element, where an element is what the tables count: an
await, a call, a run, a task, a switch. Each program has a process of its own. The output has the form of programs.json in
benchmarks/results, where that of this script belongs as asyncio.json.
"""

import argparse
import asyncio
import gc
import json
import resource
import subprocess
import sys
import time
import tracemalloc
from typing import Any, Callable, Coroutine, Dict, List, NamedTuple

AWAITS = 1_000
DEPTH = 100
INNER_AWAITS = 10
FAN_OUT_TASKS = 10_000
YIELD_TASKS = 1_000
YIELD_ROUNDS = 100


class Sizes(NamedTuple):
    """How much is measured."""

    calls: int
    seconds: float


FULL = Sizes(calls=1_000_000, seconds=2.0)
QUICK = Sizes(calls=10_000, seconds=0.05)


def sum_below(bound: int) -> int:
    """The sum of the last three bits of the numbers below a bound."""
    whole, rest = divmod(bound, 8)
    return whole * 28 + rest * (rest - 1) // 2


class Pump:
    """Completes the published operand whenever the call has suspended, from the loop itself."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.published: "asyncio.Future[int]"
        self.number = 0

    def publish(self) -> "asyncio.Future[int]":
        """A new operand. What completes it runs after the call has suspended."""
        self.published = self.loop.create_future()
        self.loop.call_soon(self.complete)
        return self.published

    def complete(self) -> None:
        self.published.set_result(self.number & 7)
        self.number += 1


async def completed(awaits: int) -> int:
    loop = asyncio.get_running_loop()
    done = [loop.create_future() for _ in range(8)]
    for value, future in enumerate(done):
        future.set_result(value)
    total = 0
    for i in range(awaits):
        total += await done[i & 7]
    return total


async def nested(depth: int) -> int:
    if depth == 0:
        return 0
    return await nested(depth - 1) + 1


async def suspending(pump: Pump, awaits: int) -> int:
    total = 0
    for _ in range(awaits):
        total += await pump.publish()
    return total


async def suspend(awaits: int) -> int:
    return await suspending(Pump(), awaits)


async def nested_suspending(pump: Pump, depth: int, awaits: int) -> int:
    if depth == 0:
        return await suspending(pump, awaits) & 7
    return await nested_suspending(pump, depth - 1, awaits) + 1


async def nested_suspend(depth: int, awaits: int) -> int:
    return await nested_suspending(Pump(), depth, awaits)


async def fan_out(tasks: int) -> int:
    loop = asyncio.get_running_loop()
    operands: List["asyncio.Future[int]"] = []

    async def await_one() -> int:
        operand = loop.create_future()
        operands.append(operand)
        return await operand

    calls = [asyncio.create_task(await_one()) for _ in range(tasks)]
    await asyncio.sleep(0)  # they start meanwhile
    for i, operand in enumerate(operands):
        operand.set_result(i & 7)
    return sum(await asyncio.gather(*calls))


async def yields(tasks: int, rounds: int) -> int:
    async def give_way() -> int:
        for _ in range(rounds):
            await asyncio.sleep(0)
        return rounds

    return sum(await asyncio.gather(*(give_way() for _ in range(tasks))))


async def hold(operand: "asyncio.Future[int]", number: int, left: str, right: str) -> int:
    twice = 2 * number
    value = await operand
    return value + twice - number - number + len(left) - len(right)


async def live_bytes(calls: int) -> float:
    """The heap per suspended call, its operand included."""
    loop = asyncio.get_running_loop()
    gc.collect()
    tracemalloc.start()
    operands = [loop.create_future() for _ in range(calls)]
    tasks = [asyncio.create_task(hold(operands[i], i, "left", "rest")) for i in range(calls)]
    await asyncio.sleep(0)
    gc.collect()
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    for i, operand in enumerate(operands):
        operand.set_result(i & 7)
    expect("live", sum(await asyncio.gather(*tasks)), sum_below(calls))
    return taken / calls


async def sleeps(calls: int, shortest: int, longest: int) -> int:
    async def sleep(number: int, millis: int) -> int:
        await asyncio.sleep(millis / 1000)
        return number & 7

    return sum(await asyncio.gather(*(sleep(i, shortest + i % (longest - shortest)) for i in range(calls))))


def expect(what: str, actual: int, expected: int) -> None:
    if actual != expected:
        raise AssertionError(f"{what}: {actual} instead of {expected}")


class Timed(NamedTuple):
    """A workload that is timed: how it is run, how many elements it has, what it returns."""

    run: Callable[[], Coroutine[Any, Any, int]]
    elements: int
    result: int


THROUGHPUT: Dict[str, Timed] = {
    "COMPLETED": Timed(lambda: completed(AWAITS), AWAITS, sum_below(AWAITS)),
    "NESTED": Timed(lambda: nested(DEPTH), DEPTH, DEPTH),
    "SUSPEND": Timed(lambda: suspend(AWAITS), AWAITS, sum_below(AWAITS)),
    "NESTED_SUSPEND": Timed(lambda: nested_suspend(DEPTH, INNER_AWAITS), 1, DEPTH + (sum_below(INNER_AWAITS) & 7)),
    "FAN_OUT": Timed(lambda: fan_out(FAN_OUT_TASKS), FAN_OUT_TASKS, sum_below(FAN_OUT_TASKS)),
    "YIELD": Timed(lambda: yields(YIELD_TASKS, YIELD_ROUNDS), YIELD_TASKS * YIELD_ROUNDS, YIELD_TASKS * YIELD_ROUNDS),
}


async def nanoseconds(timed: Timed, seconds: float) -> float:
    """The fastest repetition, per element, on a loop that runs already."""
    fastest = float("inf")
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter_ns()
        await timed.run()
        fastest = min(fastest, time.perf_counter_ns() - start)
    return fastest / timed.elements


def throughput(sizes: Sizes) -> Dict[str, float]:
    for name, timed in THROUGHPUT.items():
        expect(name, asyncio.run(timed.run()), timed.result)
    return {f"{name}.ns": asyncio.run(nanoseconds(timed, sizes.seconds)) for name, timed in THROUGHPUT.items()}


def live(sizes: Sizes) -> Dict[str, float]:
    return {"firstBytes": asyncio.run(live_bytes(sizes.calls)), "secondBytes": asyncio.run(live_bytes(sizes.calls))}


def sleeping(sizes: Sizes) -> Dict[str, float]:
    start = time.perf_counter()
    expect("sleeps", asyncio.run(sleeps(sizes.calls, 1_000, 2_000)), sum_below(sizes.calls))
    wall = time.perf_counter() - start
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"wallSeconds": wall, "residentBytes": kibibytes * 1024}


PROGRAMS = {"throughput": throughput, "live": live, "sleeps": sleeping}


def outcome(program: str, figures: Dict[str, float], failure: str) -> Dict[str, object]:
    return {"program": program, "contender": "asyncio", "figures": figures, "failure": failure}


def in_own_process(program: str, quick: bool) -> Dict[str, object]:
    """Memory that another program has taken would spoil the figures."""
    command = [sys.executable, __file__, "--program", program] + (["--quick"] if quick else [])
    try:
        return outcome(program, json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout), "")
    except subprocess.CalledProcessError as failed:
        return outcome(program, {}, f"ended with {failed.returncode}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures asyncio; prints JSON.")
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that all runs; the figures mean nothing")
    parser.add_argument("--program", choices=PROGRAMS, help="only the figures of this one, measured in this process")
    options = parser.parse_args()
    if options.program:
        print(json.dumps(PROGRAMS[options.program](QUICK if options.quick else FULL)))
    else:
        outcomes = [in_own_process(program, options.quick) for program in PROGRAMS]
        print(json.dumps(outcomes, indent=2))
        if any(each["failure"] for each in outcomes):
            sys.exit(1)


if __name__ == "__main__":
    main()
