package family.garden.oidc;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Accounts at identity providers in the database, and the members that they belong to. */
@Singleton
final class OidcStore {
  Optional<UUID> find(Handle handle, String issuer, String subject) {
    return handle
        .createQuery(
            "SELECT member_id FROM oidc_identity WHERE issuer = :issuer AND subject = :subject")
        .bind("issuer", issuer)
        .bind("subject", subject)
        .mapTo(UUID.class)
        .findOne();
  }

  /** False if the member has another account there, or the account belongs to another member. */
  boolean link(Handle handle, String issuer, String subject, UUID memberId, Instant now) {
    return handle.execute(
            """
            INSERT INTO oidc_identity (issuer, subject, member_id, linked_at)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            issuer,
            subject,
            memberId,
            now)
        == 1;
  }

  List<OidcIdentity> of(Handle handle, UUID memberId) {
    return handle
        .createQuery(
            """
            SELECT issuer, subject, linked_at FROM oidc_identity
            WHERE member_id = :member ORDER BY linked_at, issuer
            """)
        .bind("member", memberId)
        .map(
            (row, context) ->
                new OidcIdentity(
                    row.getString("issuer"),
                    row.getString("subject"),
                    row.getTimestamp("linked_at").toInstant()))
        .list();
  }

  /** False if there was none. */
  boolean removeAll(Handle handle, UUID memberId) {
    return handle.execute("DELETE FROM oidc_identity WHERE member_id = ?", memberId) > 0;
  }
}
