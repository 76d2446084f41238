package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Role;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.config.Configuration;
import family.garden.platform.config.Configuration.FirstAdministrator;
import family.garden.platform.config.InvalidConfiguration;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The first run: makes the first administrator. */
@Singleton
public final class Setup {
  private final Database database;
  private final MemberStore members;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Login login;
  private final Event<MemberEvent> memberEvents;
  private final Configuration configuration;
  private final Clock clock;

  /** Never undone: the last administrator stays one. */
  private volatile boolean done;

  Setup(
      Database database,
      MemberStore members,
      Passwords passwords,
      PasswordRules rules,
      OneTimeTokens tokens,
      RateLimits limits,
      Login login,
      Event<MemberEvent> memberEvents,
      Configuration configuration,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.rules = rules;
    this.tokens = tokens;
    this.limits = limits;
    this.login = login;
    this.memberEvents = memberEvents;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** What the first person types. */
  public record Founding(
      @Nullable String token,
      @Nullable String email,
      @Nullable String password,
      @Nullable String firstName,
      @Nullable String lastName) {}

  /**
   * Where there is no administrator: creates the one that the keeper configured, or gives the
   * one-time link that does; a link given before is void then.
   *
   * @throws InvalidConfiguration if the configured administrator's address or password is no good
   */
  public Optional<String> prepare() throws InvalidConfiguration {
    FirstAdministrator first = configuration.admin();
    Details details = first == null || !isNeeded() ? null : checked(first);
    return database.inTransaction(
        handle -> {
          if (isDone(handle)) {
            return Optional.empty();
          }
          if (first != null && details != null) {
            add(handle, details, first.password(), Language.GERMAN);
            tokens.revoke(handle, Purpose.Setup, null);
            return Optional.empty();
          }
          String token = tokens.issue(handle, Purpose.Setup, null);
          return Optional.of(configuration.publicUrl() + "/setup#token=" + token);
        });
  }

  private Details checked(FirstAdministrator first) throws InvalidConfiguration {
    Violations address = new Violations();
    Details details = new Details(Details.email(first.email(), address), "Admin", "Admin");
    if (!address.isEmpty()) {
      throw InvalidConfiguration.of(
          "BOOKING_ADMIN_EMAIL", "not an e-mail address", "the administrator's address");
    }
    Violations weak = new Violations();
    rules.check(first.password(), "password", details, weak);
    if (!weak.isEmpty()) {
      throw InvalidConfiguration.of(
          "BOOKING_ADMIN_PASSWORD",
          "easily guessed",
          "10 to 128 characters, like four words that have nothing to do with each other");
    }
    return details;
  }

  /**
   * Makes the first administrator and logs them in.
   *
   * @throws Refusal 404 once there is an administrator; 400 if the token or a field is no good
   */
  public LoggedIn found(Founding founding, Language language, String address) {
    if (database.withHandle(this::isDone)) {
      throw Refusal.notFound();
    }
    limits.count(Limit.Token, address);
    Violations violations = new Violations();
    Details details =
        Details.typed(founding.email(), founding.firstName(), founding.lastName(), violations);
    rules.check(founding.password(), "password", details, violations);
    violations.refuseIfAny();
    String password = Objects.requireNonNull(founding.password());
    return database.inTransaction(
        handle -> {
          if (!tokens.use(handle, Purpose.Setup, founding.token())) {
            throw Refusal.invalid("token", Text.of("token.bad"));
          }
          UUID id = add(handle, details, password, language);
          return login.begin(handle, id);
        });
  }

  /** Whether the first administrator is still to be made. */
  public boolean isNeeded() {
    return !done && !database.withHandle(this::isDone);
  }

  private boolean isDone(Handle handle) {
    done |= !members.administrators(handle).isEmpty();
    return done;
  }

  private UUID add(Handle handle, Details details, String password, Language language) {
    Member administrator =
        details.joining(
            Role.Administrator, Status.Active, language, clock.instant(), passwords.hash(password));
    if (!members.add(handle, administrator)) {
      throw Refusal.invalid("email", Text.of("email.taken"));
    }
    members.setEmailProven(handle, administrator.id());
    memberEvents.fire(new MemberEvent.GardenFounded(handle, administrator));
    return administrator.id();
  }
}
