package family.garden.booking;

import family.garden.access.Digest;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which booking a key was used for, so that a call sent twice books once. */
@Singleton
final class IdempotencyStore {
  /**
   * Claims the key for {@code bookingId}; waits for another call that holds it.
   *
   * @param wish what the call wants, in one spelling
   * @return the booking that an earlier call with this key and wish made, if there was one
   * @throws Refusal 422 if the earlier call had another wish
   */
  Optional<UUID> claim(
      Handle handle, UUID memberId, String key, String wish, UUID bookingId, Instant now) {
    byte[] hash = Digest.of(wish);
    int claimed =
        handle.execute(
            """
            INSERT INTO idempotency_key (member_id, key, body_hash, booking_id, created_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            memberId,
            key,
            hash,
            bookingId,
            now);
    if (claimed == 1) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            SELECT booking_id, body_hash FROM idempotency_key
            WHERE member_id = :member AND key = :key
            """)
        .bind("member", memberId)
        .bind("key", key)
        .map(
            (row, context) -> {
              if (!Arrays.equals(row.getBytes("body_hash"), hash)) {
                throw Refusal.keyReused();
              }
              return row.getObject("booking_id", UUID.class);
            })
        .findOne();
  }
}
