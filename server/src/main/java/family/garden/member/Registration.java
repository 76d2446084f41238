package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Role;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The way in for somebody who was not invited: register, confirm the address, wait. */
@Singleton
final class Registration {
  private final Database database;
  private final MemberStore members;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Event<MemberNews> news;
  private final Clock clock;

  Registration(
      Database database,
      MemberStore members,
      Passwords passwords,
      OneTimeTokens tokens,
      RateLimits limits,
      Event<MemberNews> news,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.tokens = tokens;
    this.limits = limits;
    this.news = news;
    this.clock = clock;
  }

  /** What somebody types to register. */
  record Application(
      @Nullable String email,
      @Nullable String password,
      @Nullable String firstName,
      @Nullable String lastName) {}

  /** Takes an application; whether the address was known is told only to its owner, by mail. */
  void register(Application application, Language language, String address) {
    Violations violations = new Violations();
    Details details =
        Details.typed(
            application.email(), application.firstName(), application.lastName(), violations);
    passwords.check(application.password(), "password", violations);
    violations.refuseIfAny();
    limits.count(Limit.Registration, details.email(), address);
    // Hashed also where the address is known, so that the answer takes as long.
    String hash = passwords.hash(Objects.requireNonNull(application.password()));
    Member member =
        details.joining(Role.Member, Status.Unverified, language, clock.instant(), hash);
    database.inTransaction(
        handle -> {
          if (members.add(handle, member)) {
            wantVerification(handle, member);
          } else {
            members
                .findByEmail(handle, details.email())
                .ifPresent(known -> news.fire(new MemberNews.AlreadyHere(handle, known)));
          }
          return null;
        });
  }

  private void wantVerification(Handle handle, Member member) {
    String token = tokens.issue(handle, Purpose.Verification, member.id());
    news.fire(new MemberNews.VerificationWanted(handle, member, token));
  }

  void verify(@Nullable String token, String address) {
    limits.count(Limit.Token, address);
    database.inTransaction(
        handle -> {
          Member member =
              tokens
                  .redeem(handle, Purpose.Verification, token)
                  .flatMap(id -> members.findForUpdate(handle, id))
                  .orElseThrow(() -> Refusal.invalid("token", Text.of("token.bad")));
          if (member.status() == Status.Unverified) {
            members.setStatus(handle, member.id(), Status.Pending, null);
            members.setEmailProven(handle, member.id());
            news.fire(new MemberNews.WaitsForApproval(handle, member));
          }
          return null;
        });
  }

  void resend(@Nullable String email, String address) {
    String account = Details.email(email);
    limits.count(Limit.Registration, account, address);
    database.inTransaction(
        handle -> {
          members
              .findByEmail(handle, account)
              .filter(member -> member.status() == Status.Unverified)
              .ifPresent(member -> wantVerification(handle, member));
          return null;
        });
  }
}
