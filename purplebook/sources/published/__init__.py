"""Published statistics: files that a person downloaded, or what the Department's service answers."""

from purplebook.sources.published.read import read_published
from purplebook.store.published_rows import PUBLISHED_SCHEMA, SYMBOLS, Known, PublishedRead

__all__ = ["PUBLISHED_SCHEMA", "SYMBOLS", "Known", "PublishedRead", "read_published"]
