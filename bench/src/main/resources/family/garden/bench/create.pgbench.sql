-- What POST /api/bookings asks of the database, statement by statement, without the service.
\set place random(1, 20)
\set from random(1, 1800)
SELECT m.id, m.role, m.status FROM session s JOIN member m ON m.id = s.member_id
WHERE s.expires_at > now() AND m.status IN ('Pending', 'Active') LIMIT 1;
BEGIN;
SELECT id, name, type, max_capacity, is_active, description, version FROM accommodation
WHERE id = ANY(ARRAY[('00000000-0000-4000-8000-0000000000' || lpad((:place)::text, 2, '0'))::uuid])
ORDER BY id FOR NO KEY UPDATE;
SELECT i.accommodation_id, b.start_date, b.end_date, i.person_count
FROM booking b JOIN booking_item i ON i.booking_id = b.id
WHERE i.accommodation_id = ANY(ARRAY[('00000000-0000-4000-8000-0000000000' || lpad((:place)::text, 2, '0'))::uuid])
  AND b.status IN ('Pending', 'Accepted')
  AND b.start_date < current_date + (:from)::int + 1 AND b.start_date > current_date + (:from)::int - 30
  AND b.end_date > current_date + (:from)::int;
WITH made AS (SELECT gen_random_uuid() AS id, (SELECT id FROM member LIMIT 1) AS member),
added AS (
    INSERT INTO booking (id, member_id, start_date, end_date, status, created_at, updated_at)
    SELECT id, member, current_date + (:from)::int, current_date + (:from)::int + 1, 'Pending', now(), now() FROM made
), items AS (
    INSERT INTO booking_item (booking_id, accommodation_id, person_count)
    SELECT id, ('00000000-0000-4000-8000-0000000000' || lpad((:place)::text, 2, '0'))::uuid, 1 FROM made
)
INSERT INTO booking_event (booking_id, at, actor_id, kind)
SELECT id, now(), member, 'Created' FROM made RETURNING booking_id AS booking \gset
UPDATE accommodation SET occupancy_version = occupancy_version + 1
WHERE id = ANY(ARRAY[('00000000-0000-4000-8000-0000000000' || lpad((:place)::text, 2, '0'))::uuid]);
SELECT b.id, b.member_id, m.first_name, m.last_name, m.status = 'Erased' AS erased, b.start_date,
       b.end_date, b.notes, b.status, b.created_at, b.updated_at, b.version,
       (SELECT json_agg(json_build_object(
                   'sleepingAccommodationId', i.accommodation_id,
                   'sleepingAccommodationName', a.name,
                   'personCount', i.person_count) ORDER BY a.name, a.id)
        FROM booking_item i JOIN accommodation a ON a.id = i.accommodation_id
        WHERE i.booking_id = b.id) AS items
FROM booking b JOIN member m ON m.id = b.member_id WHERE b.id = (:booking)::uuid;
SELECT EXISTS (SELECT FROM email_settings WHERE enabled);
COMMIT;
