package family.garden.calendar;

import family.garden.access.Digest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Calendar addresses in the database, which knows only the SHA-256 of their tokens. */
@Singleton
final class FeedStore {
  Optional<Instant> createdAt(Handle handle, UUID memberId) {
    return handle
        .createQuery("SELECT created_at FROM calendar_feed WHERE member_id = :member")
        .bind("member", memberId)
        .map((row, context) -> row.getTimestamp("created_at").toInstant())
        .findOne();
  }

  /** Whose the address is; empty if nobody has it. */
  Optional<UUID> owner(Handle handle, String token) {
    return handle
        .createQuery("SELECT member_id FROM calendar_feed WHERE token_hash = :hash")
        .bind("hash", Digest.of(token))
        .mapTo(UUID.class)
        .findOne();
  }

  void put(Handle handle, UUID memberId, String token, Instant now) {
    handle.execute(
        """
        INSERT INTO calendar_feed (member_id, token_hash, created_at) VALUES (?, ?, ?)
        ON CONFLICT (member_id) DO UPDATE SET
            token_hash = excluded.token_hash, created_at = excluded.created_at
        """,
        memberId,
        Digest.of(token),
        now);
  }

  /** False if there was none. */
  boolean remove(Handle handle, UUID memberId) {
    return handle.execute("DELETE FROM calendar_feed WHERE member_id = ?", memberId) > 0;
  }
}
