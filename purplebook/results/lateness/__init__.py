"""How much of a recent month is still to come: what successive snapshots teach about records that arrive late."""

from purplebook.results.lateness.delay import Arrival, Delay, ToCome, delay_of
from purplebook.results.lateness.observed import Lateness, age_of, counted_total, lateness_of
from purplebook.results.lateness.settled import judged_to

__all__ = ["Arrival", "Delay", "Lateness", "ToCome", "age_of", "counted_total", "delay_of", "judged_to", "lateness_of"]
