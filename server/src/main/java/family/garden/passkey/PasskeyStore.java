package family.garden.passkey;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Passkeys in the database. */
@Singleton
final class PasskeyStore {
  /** False if somebody has registered this credential already. */
  boolean add(
      Handle handle, Passkey passkey, UUID memberId, byte[] userHandle, Ceremony.Registered key) {
    return handle
            .createUpdate(
                """
                INSERT INTO passkey (id, member_id, credential_id, user_handle, attested,
                                     sign_count, backup_eligible, name, created_at)
                VALUES (:id, :member, :credential, :user, :attested, :count, :eligible, :name, :now)
                ON CONFLICT (credential_id) DO NOTHING
                """)
            .bind("id", passkey.id())
            .bind("member", memberId)
            .bind("credential", key.credentialId())
            .bind("user", userHandle)
            .bind("attested", key.attested())
            .bind("count", key.signCount())
            .bind("eligible", key.backupEligible())
            .bind("name", passkey.name())
            .bind("now", passkey.createdAt())
            .execute()
        == 1;
  }

  List<Passkey> of(Handle handle, UUID memberId) {
    return handle
        .createQuery(
            """
            SELECT id, name, created_at, last_used_at FROM passkey
            WHERE member_id = :member ORDER BY created_at, id
            """)
        .bind("member", memberId)
        .map(PasskeyStore::passkey)
        .list();
  }

  List<byte[]> credentialIds(Handle handle, UUID memberId) {
    return handle
        .createQuery("SELECT credential_id FROM passkey WHERE member_id = :member ORDER BY id")
        .bind("member", memberId)
        .map((row, context) -> row.getBytes("credential_id"))
        .list();
  }

  /** The key, locked until the transaction ends. */
  Optional<KnownKey> findForUpdate(Handle handle, byte[] credentialId) {
    return handle
        .createQuery(
            """
            SELECT id, member_id, user_handle, attested, sign_count, backup_eligible
            FROM passkey WHERE credential_id = :credential FOR UPDATE
            """)
        .bind("credential", credentialId)
        .map(
            (row, context) ->
                new KnownKey(
                    row.getObject("id", UUID.class),
                    row.getObject("member_id", UUID.class),
                    row.getBytes("user_handle"),
                    row.getBytes("attested"),
                    row.getLong("sign_count"),
                    row.getBoolean("backup_eligible")))
        .findOne();
  }

  /** The owner of a key; read without a lock, because strangers can call it. */
  Optional<UUID> owner(Handle handle, byte[] credentialId) {
    return handle
        .createQuery("SELECT member_id FROM passkey WHERE credential_id = :credential")
        .bind("credential", credentialId)
        .mapTo(UUID.class)
        .findOne();
  }

  void setUsed(Handle handle, UUID id, long signCount, Instant now) {
    handle.execute(
        "UPDATE passkey SET sign_count = ?, last_used_at = ? WHERE id = ?", signCount, now, id);
  }

  /** The passkey under its new name; empty if the member has no such one. */
  Optional<Passkey> rename(Handle handle, UUID memberId, UUID id, String name) {
    return handle
        .createQuery(
            """
            UPDATE passkey SET name = :name WHERE id = :id AND member_id = :member
            RETURNING id, name, created_at, last_used_at
            """)
        .bind("name", name)
        .bind("id", id)
        .bind("member", memberId)
        .map(PasskeyStore::passkey)
        .findOne();
  }

  boolean remove(Handle handle, UUID memberId, UUID id) {
    return handle.execute("DELETE FROM passkey WHERE id = ? AND member_id = ?", id, memberId) == 1;
  }

  void removeAll(Handle handle, UUID memberId) {
    handle.execute("DELETE FROM passkey WHERE member_id = ?", memberId);
  }

  private static Passkey passkey(ResultSet row, StatementContext context) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
