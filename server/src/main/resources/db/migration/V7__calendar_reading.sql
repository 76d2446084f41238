-- The result of the last reading of an external calendar, and how to read it.
ALTER TABLE external_calendar
    ADD COLUMN events_read integer,
    -- Why events were left out: [{"reason": …, "count": …, "detail": …}].
    ADD COLUMN skipped jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN skips_not_available boolean NOT NULL DEFAULT false;
