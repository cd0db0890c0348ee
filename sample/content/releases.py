"""All releases, in the order they were written; the feeds sort them. Refuses a sentence of its own."""

from .years import y2018_2019, y2020, y2021_2022, y2023_2024, y2025_2026

ITEMS = [*y2018_2019.ITEMS, *y2020.ITEMS, *y2021_2022.ITEMS, *y2023_2024.ITEMS, *y2025_2026.ITEMS]
