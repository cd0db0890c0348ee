"""All releases, in the order they were written; the feeds sort them. Refuses a sentence of its own."""

from .years import y2020

ITEMS = [*y2020.ITEMS]
