-- What came of reading an external calendar the last time, and how it is to be read.
ALTER TABLE external_calendar
    ADD COLUMN events_read integer,
    -- Why events were left out: [{"reason": …, "count": …, "detail": …}].
    ADD COLUMN skipped jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN skips_not_available boolean NOT NULL DEFAULT false;
