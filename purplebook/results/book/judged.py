"""Every indicator's months judged by its own history: which months are covered, which are complete, what each says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.book.baseline_starts import NewBaseline
from purplebook.results.book.series import SeriesTable
from purplebook.results.judgement.children import ChildMonths
from purplebook.results.judgement.judge import Asked, JudgedMonth, judged_series
from purplebook.results.judgement.kind import Kind, kind_of
from purplebook.results.judgement.word import Verdict, Word
from purplebook.results.lateness import Lateness, ToCome, judged_to
from purplebook.results.printed.verdict_words import SeriesInWords, verdict_of
