"""Days as whole numbers, repeated events within spans, and answers that siblings often share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.judgement.made_children import alike
from purplebook_demo.scale.calendar import add_working_days, birthday, working_day

__all__ = ["NEVER", "Answers", "add_working_days", "birthday", "chosen", "if_so", "repeated", "steps", "working_day"]

NEVER = 1 << 20
"""A day that does not come: an empty cell."""


class Answers:
    """Answers that are drawn for each child; siblings of one event often have the same one."""

    def __init__(self, rng: np.random.Generator, event: np.ndarray) -> None:
        self.rng = rng
        self.event = np.unique(event, return_inverse=True)[1] if len(event) else np.zeros(0, int)

    def happens(self, chance: float | np.ndarray, *, share: float = 0.5) -> np.ndarray:
        """Whether it is so, for each child."""
        return alike(self.rng, self.event, self.rng.random, share=share) < chance

    def exponential(self, mean: float, *, least: float = 0.0, share: float = 0.7) -> np.ndarray:
        """Whole days, by chance alone, from `least` on."""
        return self._days(lambda many: least + self.rng.exponential(mean, many), share)

    def gamma(self, mean: float, *, shape: float = 4.0, least: float = 1.0, share: float = 0.7) -> np.ndarray:
        """Whole days around a mean."""
        return self._days(lambda many: least + self.rng.gamma(shape, mean / shape, many), share)

    def place(self, weights: Sequence[float], *, share: float = 0.5) -> np.ndarray:
        """The place of one of some answers."""
        odds = np.array(weights, float) / sum(weights)
        return alike(self.rng, self.event, lambda many: self.rng.choice(len(odds), p=odds, size=many), share=share)

    def _days(self, draw, share: float) -> np.ndarray:
        return np.floor(alike(self.rng, self.event, draw, share=share)).astype(np.int64)


def if_so(is_so: np.ndarray, words: np.ndarray | str) -> np.ndarray:
    """The words where it is so, and empty cells elsewhere."""
    answer = np.full(len(is_so), None, object)
    answer[is_so] = np.broadcast_to(np.asarray(words, object), len(is_so))[is_so]
    return answer


def chosen(words: Sequence[str | None], place: np.ndarray) -> np.ndarray:
    """The words at some places."""
    return np.array(words, object)[place]


def repeated(start: np.ndarray, end: np.ndarray, step: np.ndarray, *, first: np.ndarray) -> tuple[np.ndarray, ...]:
    """Regular days within spans, `first` days after the start and then every `step`: the place of the span, the day."""
    many = np.maximum((end - start - first - 1) // step + 1, 0)
    place = np.repeat(np.arange(len(start)), many)
    turn = np.arange(len(place)) - np.repeat(np.cumsum(many) - many, many)
    return place, (start + first)[place] + turn * step[place]


def steps(
    rng: np.random.Generator, start: np.ndarray, end: np.ndarray, *, mean: float | np.ndarray
) -> tuple[np.ndarray, ...]:
    """Spans cut by chance, once in `mean` days: the place of the span, and the start and end of each piece."""
    cuts = rng.poisson(np.maximum(end - start, 0) / mean)
    place = np.concatenate([np.arange(len(start)), np.repeat(np.arange(len(start)), cuts)])
    extra = place[len(start) :]
    day = np.concatenate([start, start[extra] + 1 + (rng.random(len(extra)) * (end - start - 1)[extra]).astype(int)])
    kept = (day < end[place]) | (np.arange(len(place)) < len(start))
    place, day = place[kept], day[kept]
    both = np.unique(np.stack([place, day]), axis=1)
    place, day = both
    last = np.append(place[1:] != place[:-1], True)
    return place, day, np.where(last, end[place], np.append(day[1:], 0))
