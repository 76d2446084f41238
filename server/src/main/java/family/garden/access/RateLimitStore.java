package family.garden.access;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Counted attempts in the database. Subjects are stored as SHA-256. */
@Singleton
final class RateLimitStore {
  /** The attempts in a window, which ends at {@code windowEnds}. */
  record Count(int attempts, Instant windowEnds) {}

  /**
   * Counts one attempt, and begins a window if none is open.
   *
   * @param ends the end of a window that begins now
   * @param latest a window that ends after this moment was begun while the clock was ahead, and
   *     counts as closed
   */
  Count hit(
      Handle handle, String scope, String subject, Instant now, Instant ends, Instant latest) {
    return handle
        .createQuery(
            """
            INSERT INTO rate_limit AS l (scope, subject, window_ends, attempts)
            VALUES (:scope, :subject, :ends, 1)
            ON CONFLICT (scope, subject) DO UPDATE SET
                attempts = CASE WHEN l.window_ends > :now AND l.window_ends <= :latest
                    THEN l.attempts + 1 ELSE 1 END,
                window_ends = CASE WHEN l.window_ends > :now AND l.window_ends <= :latest
                    THEN l.window_ends ELSE :ends END
            RETURNING attempts, window_ends
            """)
        .bind("scope", scope)
        .bind("subject", Digest.of(subject))
        .bind("now", now)
        .bind("ends", ends)
        .bind("latest", latest)
        .map(
            (row, context) ->
                new Count(row.getInt("attempts"), row.getTimestamp("window_ends").toInstant()))
        .one();
  }

  /** Forgets all attempts of a subject. */
  void forget(Handle handle, String scope, String subject) {
    handle.execute(
        "DELETE FROM rate_limit WHERE scope = ? AND subject = ?", scope, Digest.of(subject));
  }

  /** Forgets one attempt of a subject. */
  void forgetOne(Handle handle, String scope, String subject) {
    handle.execute(
        """
        UPDATE rate_limit SET attempts = attempts - 1
        WHERE scope = ? AND subject = ? AND attempts > 0
        """,
        scope,
        Digest.of(subject));
  }

  /** Deletes windows that have ended. */
  void sweep(Handle handle, Instant now) {
    handle.execute("DELETE FROM rate_limit WHERE window_ends < ?", now);
  }
}
