-- 20 accommodations and 10,000 bookings over three years around today. Identities are made from
-- numbers, so that the SQL benchmark can name them.
INSERT INTO accommodation (id, name, type, max_capacity, created_at)
SELECT ('00000000-0000-4000-8000-0000000000' || lpad(n::text, 2, '0'))::uuid, 'Platz ' || n, 'Tent',
       100, now()
FROM generate_series(1, 20) n;

CREATE TEMP TABLE planned AS
SELECT gen_random_uuid() AS id, n, current_date - 547 + (n * 7919) % 1095 AS start_date,
       1 + n % 7 AS nights, 1 + (n * 31) % 20 AS place, 1 + n % 3 AS persons,
       CASE WHEN n % 11 = 0 THEN 'Cancelled' WHEN n % 5 = 0 THEN 'Pending' ELSE 'Accepted' END AS status
FROM generate_series(1, 10000) n;

INSERT INTO booking (id, member_id, start_date, end_date, status, created_at, updated_at)
SELECT p.id, m.id, p.start_date, p.start_date + p.nights, p.status, now(), now()
FROM planned p CROSS JOIN (SELECT id FROM member LIMIT 1) m;

INSERT INTO booking_item (booking_id, accommodation_id, person_count)
SELECT id, ('00000000-0000-4000-8000-0000000000' || lpad(place::text, 2, '0'))::uuid, persons
FROM planned;

INSERT INTO booking_event (booking_id, at, actor_id, kind)
SELECT b.id, now(), b.member_id, 'Created' FROM booking b;

ANALYZE;
