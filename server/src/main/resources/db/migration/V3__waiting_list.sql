-- The waiting list for beds that are taken, and the beds that offers hold.

CREATE TABLE waiting (
    id             uuid PRIMARY KEY,
    member_id      uuid NOT NULL REFERENCES member,
    start_date     date NOT NULL,
    end_date       date NOT NULL,
    notes          text CHECK (length(notes) <= 500),
    created_at     timestamptz NOT NULL,
    -- NULL while nothing is offered. Before this time the beds are held; from it on the offer has
    -- lapsed, whether or not the member has been notified.
    held_until     timestamptz,
    lapse_notified boolean NOT NULL DEFAULT false,
    -- What the offer became.
    booking_id     uuid REFERENCES booking DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT waiting_nights CHECK (end_date - start_date BETWEEN 1 AND 30)
);
CREATE INDEX waiting_member ON waiting (member_id);
CREATE INDEX waiting_line ON waiting (created_at, id) WHERE held_until IS NULL AND booking_id IS NULL;
CREATE INDEX waiting_held ON waiting (held_until) WHERE booking_id IS NULL;

CREATE TABLE waiting_item (
    waiting_id       uuid NOT NULL REFERENCES waiting ON DELETE CASCADE,
    accommodation_id uuid NOT NULL REFERENCES accommodation,
    person_count     integer NOT NULL CHECK (person_count BETWEEN 1 AND 20),
    PRIMARY KEY (waiting_id, accommodation_id)
);
CREATE INDEX waiting_item_accommodation ON waiting_item (accommodation_id);

-- The beds held for members, for the check of a booking. A query compares held_until with the time.
CREATE VIEW held_bed AS
SELECT w.id AS waiting_id, w.member_id, w.held_until, w.start_date, w.end_date,
       i.accommodation_id, i.person_count
FROM waiting w JOIN waiting_item i ON i.waiting_id = w.id
WHERE w.held_until IS NOT NULL AND w.booking_id IS NULL;
