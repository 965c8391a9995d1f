"""Spans within periods of care, one after another without gaps: placements, statuses and episodes are made of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook_demo.scale.care import Care
from purplebook_demo.scale.chance import Stream
from purplebook_demo.scale.world import World, in_turn, next_of


@dataclass(frozen=True)
class Spans:
    """What held for a time within periods of care, in order: the period, the first day, a place in a list of codes."""

    period: np.ndarray
    started: np.ndarray
    ended: np.ndarray
    code: np.ndarray


def in_order(period: np.ndarray, started: np.ndarray, code: np.ndarray, care: Care) -> Spans:
    """Spans one after another: of two that begin on one day the last given holds; the last ends with the period."""
    order = np.lexsort((np.arange(len(period)), started, period))
    period, started, code = period[order], started[order], code[order]
    is_last_of_day = np.ones(len(period), dtype=bool)
    is_last_of_day[:-1] = (period[1:] != period[:-1]) | (started[1:] != started[:-1])
    period, started, code = period[is_last_of_day], started[is_last_of_day], code[is_last_of_day]
    ended = care.ended[period].copy()
    goes_on = np.flatnonzero(period[1:] == period[:-1])
    ended[goes_on] = started[goes_on + 1]
    return Spans(period, started, ended, code)


def entered_in_turn(world: World, stream: Stream, spans: Spans, care: Care) -> tuple[np.ndarray, np.ndarray]:
    """When each span was recorded, and its end: a span is closed when the next is entered, so none overlap."""
    entered = in_turn(world.late(stream, spans.started, after=care.recorded[spans.period]), spans.period)
    # What an end of the period told late comes too late for is entered with it.
    entered = np.minimum(entered, np.maximum(care.end_recorded[spans.period], spans.started))
    over = next_of(entered, spans.period, care.end_recorded[spans.period])
    return entered, np.maximum(over, entered)


def moment(spans: Spans) -> np.ndarray:
    """The period and first day of each span as one number that rises."""
    return (spans.period << 20) + spans.started
