-- The name of somebody without an account whom an administrator booked for; the booking is the
-- administrator's. An older program neither reads nor fills it, and shows the administrator's name.
ALTER TABLE booking ADD COLUMN guest_name text CHECK (length(guest_name) BETWEEN 1 AND 100);
-- The timeline looks these names up apart from the stays, which are many more.
CREATE INDEX booking_guest ON booking (start_date) WHERE guest_name IS NOT NULL;
