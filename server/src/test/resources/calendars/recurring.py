"""Prints the nights that the calendars in a folder take, as recurring-ical-events reads them."""

import datetime
import pathlib
import sys
import zoneinfo

import icalendar
import recurring_ical_events

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
DAY = datetime.timedelta(days=1)


def day(moment):
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(BERLIN).date()
    return moment


first, end = (datetime.date.fromisoformat(text) for text in sys.argv[2:4])
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    nights = set()
    for event in recurring_ical_events.of(calendar).between(first - 10 * DAY, end + 2 * DAY):
        night, last = day(event.start), day(event.end)
        nights.add(night)
        while night + DAY < last:
            night += DAY
            nights.add(night)
    print(path.stem, *sorted(night for night in nights if first <= night < end))
