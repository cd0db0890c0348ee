"""The figures of the cooperation report, from one seed, and the sentences they call for. Refuses real statistics.

Every figure describes the invented Centre's own activities; none is a claim about a country.
"""
import random

from content import profiles
from content.countries import COUNTRIES, FIELDS

YEARS = list(range(2010, 2020))
DIGITS = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")


def ar(value):
    """A number in Arabic-Indic digits, grouped from ten thousand."""
    return (f"{value:,}" if isinstance(value, int) and value >= 10_000 else str(value)).translate(DIGITS)


def counted(n, few, many, hundred):
    """A number with its noun: 3-10 take the plural, 11-99 the accusative singular, round hundreds the genitive."""
    tail = n % 100
    noun = few if 3 <= tail <= 10 else many if tail >= 11 else hundred
    return f"{ar(n)} {noun}"


def _countable(n):
    """Moves a total away from the forms that need a dual or a word for one."""
    return n + 3 if n % 100 in (0, 1, 2) else n


def country(index, code, name):
    """One country's series and its paragraphs."""
    rng = random.Random(f"nashra-{code}")
    slope = rng.choice([1.9, 1.5, 1.02, 0.98, 0.7, 1.3])
    level = rng.randint(24, 90)
    people = [max(9, round(level * slope ** (i / 9) * rng.uniform(0.82, 1.18))) for i in range(10)]
    courses = [max(2, round(p / rng.uniform(11, 17))) for p in people]
    missions = [rng.randint(1, 7) for _ in YEARS]
    days = [m * rng.randint(5, 12) for m in missions]
    women = [round(rng.uniform(24, 52), 1) for _ in YEARS]
    partners = [rng.randint(2, 11) for _ in YEARS]
    shares = {f: rng.randint(30, 220) for f in FIELDS}
    ranked = sorted(shares.items(), key=lambda kv: -kv[1])
    share = round(sum(w * p for w, p in zip(women, people)) / sum(people), 1)
    people[-1] = _countable(people[-1])
    total = sum(people)
    people[4] += _countable(total) - total
    total_courses = sum(courses)
    courses[5] += _countable(total_courses) - total_courses
    facts = {
        "country": name,
        "courses": counted(sum(courses), "دورات", "دورةً", "دورة"),
        "people": counted(sum(people), "مشاركين", "مشاركًا", "مشارك"),
        "missions": counted(_countable(sum(missions)), "بعثات", "بعثةً", "بعثة"),
        "first": ar(people[0]),
        "last": ar(people[-1]),
        "peak": ar(YEARS[people.index(max(people))]),
        "women": ar(share) + "٪",
        "field": ranked[0][0],
        "second": ranked[1][0],
    }
    missions[3] += _countable(sum(missions)) - sum(missions)
    ratio = people[-1] / people[0]
    trend = profiles.RISING if ratio > 1.12 else profiles.FALLING if ratio < 0.88 else profiles.STEADY

    def pick(variants, step):
        return variants[(index * step + index // len(variants)) % len(variants)].format(**facts)

    return {
        "code": code,
        "name": name,
        "people": people,
        "courses": courses,
        "missions": missions,
        "days": days,
        "women": women,
        "partners": partners,
        "fields": ranked,
        "totals": {"people": sum(people), "courses": sum(courses), "missions": sum(missions), "women": share},
        "first_page": [
            pick(profiles.OPENING, 1),
            pick(trend, 1) + " " + pick(profiles.PEAK, 1),
            pick(profiles.WOMEN_HIGH if share >= 38 else profiles.WOMEN_LOW, 1) + " " + pick(profiles.LESSON, 3),
        ],
        "fields_note": pick(profiles.FIELD, 1),
        "table_note": pick(profiles.TABLE_NOTE, 1),
        "second_page": [pick(profiles.MISSIONS, 1), pick(profiles.LESSON[5:] + profiles.LESSON[:5], 3), pick(profiles.CLOSING, 2)],
    }


def cooperation():
    """The whole data file of the cooperation report."""
    rows = [country(i, code, ar_name) for i, (code, ar_name, _, _) in enumerate(COUNTRIES)]
    return {"years": YEARS, "fields": FIELDS, "countries": rows}
