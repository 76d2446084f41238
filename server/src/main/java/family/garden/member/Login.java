package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Sessions;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Ways to begin a session, and to a new password for those who lost theirs. */
@Singleton
public final class Login {
  private final Database database;
  private final MemberStore members;
  private final Sessions sessions;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Event<MemberNews> news;

  Login(
      Database database,
      MemberStore members,
      Sessions sessions,
      Passwords passwords,
      OneTimeTokens tokens,
      RateLimits limits,
      Event<MemberNews> news) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.limits = limits;
    this.news = news;
  }

  /** A session and whose it is. */
  public record LoggedIn(String token, Instant expiresAt, Member user) {}

  /**
   * @throws Refusal 401, the same for every cause and after the same work; 429
   */
  LoggedIn with(@Nullable String email, @Nullable String password, String address) {
    String account = Details.lower(email);
    limits.count(Limit.Login, account, address);
    Optional<Member> known = database.read(handle -> members.findByEmail(handle, account));
    boolean matches = passwords.matches(password, known.map(Member::passwordHash).orElse(null));
    if (!matches || known.isEmpty() || !known.get().status().mayLogIn()) {
      throw Refusal.loginFailed();
    }
    limits.forgive(Limit.Login, account);
    return database.inTransaction(handle -> begin(handle, known.get().id()));
  }

  /**
   * A session for somebody who has just proved who they are.
   *
   * @throws Refusal 401 if the person may not come in
   */
  public LoggedIn begin(Handle handle, UUID memberId) {
    Member member =
        members
            .find(handle, memberId)
            .filter(known -> known.status().mayLogIn())
            .orElseThrow(Refusal::loginFailed);
    Sessions.Begun begun = sessions.begin(handle, memberId);
    return new LoggedIn(begun.token(), begun.expiresAt(), member);
  }

  /** Sends a link to a new password, if there is such a person; tells nothing either way. */
  void forgot(@Nullable String email, String address) {
    String account = Details.email(email);
    limits.count(Limit.Reset, account, address);
    database.inTransaction(
        handle -> {
          members
              .findByEmail(handle, account)
              .filter(member -> member.status().mayLogIn())
              .ifPresent(member -> news.fire(resetWanted(handle, member)));
          return null;
        });
  }

  private MemberNews resetWanted(Handle handle, Member member) {
    String token = tokens.issue(handle, OneTimeTokens.Purpose.Reset, member.id());
    return new MemberNews.ResetWanted(handle, member, token);
  }

  /** Sets a new password with a token from a mail; every session of the person ends. */
  void reset(@Nullable String token, @Nullable String password, String address) {
    Violations violations = new Violations();
    passwords.check(password, "password", violations);
    violations.refuseIfAny();
    limits.count(Limit.Token, address);
    String hash = passwords.hash(Objects.requireNonNull(password));
    database.inTransaction(
        handle -> {
          UUID memberId =
              tokens
                  .redeem(handle, OneTimeTokens.Purpose.Reset, token)
                  .orElseThrow(() -> Refusal.invalid("token", Text.of("token.bad")));
          members.setPassword(handle, memberId, hash);
          members.setEmailProven(handle, memberId);
          sessions.endAll(handle, memberId);
          return null;
        });
  }
}
