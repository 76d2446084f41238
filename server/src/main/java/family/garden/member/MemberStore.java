package family.garden.member;

import family.garden.access.Role;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** People in the database. */
@Singleton
public final class MemberStore {
  /** PostgreSQL's state for a value that must be unique and is not. */
  private static final String UNIQUE = "23505";

  private static final String MEMBER =
      """
      SELECT id, email, first_name, last_name, role, status, language, shown_as_occupied,
             reminded, created_at, rejection_reason, password_hash
      FROM member
      """;

  public Optional<Member> find(Handle handle, UUID id) {
    return handle
        .createQuery(MEMBER + "WHERE id = :id AND status <> 'Erased'")
        .bind("id", id)
        .map(MemberStore::member)
        .findOne();
  }

  /** Like {@link #find}, and locks the person until the transaction ends. */
  public Optional<Member> findForUpdate(Handle handle, UUID id) {
    return handle
        .createQuery(MEMBER + "WHERE id = :id AND status <> 'Erased' FOR NO KEY UPDATE")
        .bind("id", id)
        .map(MemberStore::member)
        .findOne();
  }

  /**
   * Like {@link #findForUpdate}, and no other transaction can add rows that belong to this person.
   */
  Optional<Member> findToErase(Handle handle, UUID id) {
    return handle
        .createQuery(MEMBER + "WHERE id = :id AND status <> 'Erased' FOR UPDATE")
        .bind("id", id)
        .map(MemberStore::member)
        .findOne();
  }

  /**
   * Prevents that the person is erased until the transaction ends, which adds something of theirs.
   * To be called before the transaction locks anything else.
   *
   * @throws Refusal 401 if the person was erased meanwhile, or may no longer book
   */
  public void keep(Handle handle, UUID id) {
    if (!keepIfActive(handle, id)) {
      throw Refusal.unauthenticated();
    }
  }

  /** Like {@link #keep}; false if there is no such person, or they may not book. */
  public boolean keepIfActive(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT 1 FROM member WHERE id = :id AND status = 'Active' FOR KEY SHARE")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * The person with this address, however an earlier version spelled it.
   *
   * @param email in the one spelling that is stored
   */
  Optional<Member> findByEmail(Handle handle, String email) {
    return handle
        .createQuery(
            MEMBER + "WHERE email IN (<spellings>) ORDER BY email = :email DESC, id LIMIT 1")
        .bindList("spellings", EmailAddress.stored(email))
        .bind("email", email)
        .map(MemberStore::member)
        .findOne();
  }

  List<Member> withStatus(Handle handle, Collection<Status> statuses) {
    return handle
        .createQuery(MEMBER + "WHERE status IN (<statuses>) ORDER BY created_at, id")
        .bindList("statuses", statuses.stream().map(Status::name).toList())
        .map(MemberStore::member)
        .list();
  }

  /** All administrators. */
  public List<Member> administrators(Handle handle) {
    return handle
        .createQuery(
            MEMBER + "WHERE role = 'Administrator' AND status = 'Active' ORDER BY created_at, id")
        .map(MemberStore::member)
        .list();
  }

  /**
   * Like {@link #administrators}, locked until the transaction ends: a change that takes the role
   * from one of them first counts all of them.
   */
  List<UUID> administratorsForUpdate(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT id FROM member WHERE role = 'Administrator' AND status = 'Active'
            ORDER BY id FOR NO KEY UPDATE
            """)
        .mapTo(UUID.class)
        .list();
  }

  /** Adds a person; false if the e-mail address is taken. */
  boolean add(Handle handle, Member member) {
    return handle
            .createUpdate(
                """
                INSERT INTO member (id, email, first_name, last_name, password_hash, role, status,
                                    language, created_at)
                SELECT :id, :email, :first, :last, :hash, :role, :status, :language, :created
                WHERE NOT EXISTS (SELECT 1 FROM member WHERE email IN (<spellings>))
                ON CONFLICT (email) DO NOTHING
                """)
            .bindList("spellings", EmailAddress.stored(member.email()))
            .bind("id", member.id())
            .bind("email", member.email())
            .bind("first", member.firstName())
            .bind("last", member.lastName())
            .bind("hash", member.passwordHash())
            .bind("role", member.role().name())
            .bind("status", member.status().name())
            .bind("language", member.language().code())
            .bind("created", member.createdAt())
            .execute()
        == 1;
  }

  /**
   * Voids the password and the link of an earlier, unconfirmed application with the same address:
   * the server cannot know which of the two is the owner's. Deletes the tokens first, in the same
   * order as the use of a link.
   */
  void voidEarlierApplication(Handle handle, Member application) {
    handle
        .createUpdate(
            """
            DELETE FROM one_time_token t USING member m
            WHERE t.member_id = m.id AND t.purpose = 'Verification'
              AND m.email IN (<spellings>) AND m.status = 'Unverified' AND m.id <> :id
            """)
        .bindList("spellings", EmailAddress.stored(application.email()))
        .bind("id", application.id())
        .execute();
    handle
        .createUpdate(
            """
            UPDATE member SET password_hash = NULL
            WHERE email IN (<spellings>) AND status = 'Unverified' AND id <> :id
            """)
        .bindList("spellings", EmailAddress.stored(application.email()))
        .bind("id", application.id())
        .execute();
  }

  void setStatus(Handle handle, UUID id, Status status, @Nullable String reason) {
    handle.execute(
        "UPDATE member SET status = ?, rejection_reason = ? WHERE id = ?",
        status.name(),
        reason,
        id);
  }

  /**
   * Gives the person another address, and voids the links in letters to the old one.
   *
   * @return false if somebody else has the address
   */
  boolean setEmail(Handle handle, UUID id, String email) {
    boolean isFree;
    try {
      isFree =
          handle
                  .createUpdate(
                      """
                      UPDATE member SET email = :email
                      WHERE id = :id AND NOT EXISTS (
                          SELECT 1 FROM member o WHERE o.email IN (<spellings>) AND o.id <> :id)
                      """)
                  .bindList("spellings", EmailAddress.stored(email))
                  .bind("email", email)
                  .bind("id", id)
                  .execute()
              == 1;
    } catch (UnableToExecuteStatementException e) {
      // Somebody registered with the address at the same moment.
      if (e.getCause() instanceof SQLException cause && UNIQUE.equals(cause.getSQLState())) {
        return false;
      }
      throw e;
    }
    if (isFree) {
      handle.execute(
          """
          DELETE FROM one_time_token
          WHERE member_id = ? AND purpose IN ('Invitation', 'Verification', 'Reset')
          """,
          id);
    }
    return isFree;
  }

  void setRole(Handle handle, UUID id, Role role) {
    handle.execute("UPDATE member SET role = ? WHERE id = ?", role.name(), id);
  }

  /** Sets a password; links to set another one become void. */
  void setPassword(Handle handle, UUID id, String hash) {
    handle.execute(
        "DELETE FROM one_time_token WHERE member_id = ? AND purpose IN ('Reset', 'ResetByHand')",
        id);
    handle.execute("UPDATE member SET password_hash = ? WHERE id = ?", hash, id);
  }

  /** Notes that an administrator or a letter has proven the address. */
  void setEmailProven(Handle handle, UUID id) {
    handle.execute("UPDATE member SET email_proven = true WHERE id = ?", id);
  }

  boolean isEmailProven(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT email_proven FROM member WHERE id = :id")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether the person has a password, a passkey or a linked account to log in with. */
  public boolean hasKey(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT password_hash IS NOT NULL
                OR EXISTS (SELECT 1 FROM oidc_identity o WHERE o.member_id = m.id)
                OR EXISTS (SELECT 1 FROM passkey p WHERE p.member_id = m.id)
            FROM member m WHERE id = :id
            """)
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  boolean hasPasskey(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM passkey WHERE member_id = :id)")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  /** Administrators, also invited ones, who have no passkey. */
  List<Member> administratorsWithoutPasskey(Handle handle) {
    return handle
        .createQuery(
            MEMBER
                + """
                WHERE role = 'Administrator' AND status IN ('Active', 'Invited')
                  AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.member_id = member.id)
                ORDER BY created_at, id
                """)
        .map(MemberStore::member)
        .list();
  }

  /** Removes the password, and the links to set another one. */
  void dropPassword(Handle handle, UUID id) {
    handle.execute("DELETE FROM one_time_token WHERE member_id = ?", id);
    handle.execute("UPDATE member SET password_hash = NULL WHERE id = ?", id);
  }

  void setName(Handle handle, UUID id, String firstName, String lastName) {
    handle.execute(
        "UPDATE member SET first_name = ?, last_name = ? WHERE id = ?", firstName, lastName, id);
  }

  void setProfile(Handle handle, Member member) {
    handle.execute(
        """
        UPDATE member SET first_name = ?, last_name = ?, shown_as_occupied = ?, reminded = ?,
               language = ?
        WHERE id = ?
        """,
        member.firstName(),
        member.lastName(),
        member.shownAsOccupied(),
        member.reminded(),
        member.language().code(),
        member.id());
  }

  /** Erases the data of the person; the row stays, because bookings refer to it. */
  void erase(Handle handle, UUID id) {
    handle.execute("DELETE FROM one_time_token WHERE member_id = ?", id);
    handle.execute(
        """
        UPDATE member SET status = 'Erased', email = NULL, first_name = '', last_name = '',
               password_hash = NULL, rejection_reason = NULL, shown_as_occupied = true
        WHERE id = ?
        """,
        id);
  }

  private static Member member(ResultSet row, StatementContext context) throws SQLException {
    String email = row.getString("email");
    return new Member(
        row.getObject("id", UUID.class),
        email == null ? "" : email,
        row.getString("first_name"),
        row.getString("last_name"),
        Role.valueOf(row.getString("role")),
        Status.valueOf(row.getString("status")),
        Language.ofCode(row.getString("language")),
        row.getBoolean("shown_as_occupied"),
        row.getBoolean("reminded"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("rejection_reason"),
        row.getString("password_hash"));
  }
}
