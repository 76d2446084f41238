package family.garden.mail;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import family.garden.mail.EmailSettings.Security;
import family.garden.mail.EmailSettingsStore.Unsealed;
import family.garden.member.EmailAddress;
import family.garden.member.Member;
import family.garden.member.Profile;
import family.garden.platform.database.Database;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/email-settings}: how the garden sends mail, and a letter to test it. */
@Path("/api/admin/email-settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
@RunOnVirtualThread
final class EmailSettingsResource {
  private final Database database;
  private final EmailSettingsStore store;
  private final OutboxStore outbox;
  private final Smtp smtp;
  private final Profile profile;
  private final Caller caller;
  private final SecurityEvents events;
  private final Clock clock;

  EmailSettingsResource(
      Database database,
      EmailSettingsStore store,
      OutboxStore outbox,
      Smtp smtp,
      Profile profile,
      Caller caller,
      SecurityEvents events,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.outbox = outbox;
    this.smtp = smtp;
    this.profile = profile;
    this.caller = caller;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What an administrator types.
   *
   * @param password null keeps the stored one
   */
  record Draft(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String username,
      @Nullable String password,
      @Nullable String from,
      @Nullable Security security,
      @Nullable Boolean enabled) {

    EmailSettings checked() {
      Violations violations = new Violations();
      String checkedHost = violations.line("host", host, 253);
      violations.unless(checkedHost.matches("[A-Za-z0-9.:-]+"), "host", Text.of("email.host"));
      int checkedPort = port == null ? 0 : port;
      violations.unless(
          checkedPort >= 1 && checkedPort <= 65535, "port", Text.of("field.number", 1, 65535));
      String sender = violations.line("from", from, 254);
      violations.unless(
          sender.equals(from)
              && sender.matches("[^\\s<>,;@]+@[^\\s<>,;@]+")
              && EmailAddress.withAsciiDomain(sender).isPresent(),
          "from",
          Text.of("email.malformed"));
      String user =
          username == null || username.isBlank()
              ? null
              : violations.line("username", username, 254);
      violations.unless(
          password == null || password.length() <= 256, "password", Text.of("field.long", 256));
      violations.refuseIfAny();
      return new EmailSettings(
          checkedHost,
          checkedPort,
          user,
          password != null,
          sender,
          Objects.requireNonNullElse(security, Security.StartTls),
          Objects.requireNonNullElse(enabled, true));
    }
  }

  record TestMail(@Nullable String to) {}

  @GET
  public EmailSettings get() {
    return database.withHandle(store::read).map(Unsealed::settings).orElse(EmailSettings.NONE);
  }

  @PUT
  public EmailSettings put(@Nullable Draft body) {
    Draft draft = required(body);
    EmailSettings settings = draft.checked();
    database.inTransaction(
        handle -> {
          store
              .readForUpdate(handle)
              .ifPresent(before -> refuseToPassOn(before, settings, draft.password()));
          store.write(handle, settings, draft.password());
          outbox.retryAll(handle);
          events.add(handle, SecurityEventKind.MailSettingsChanged, null);
          return null;
        });
    return get();
  }

  /** A password that was typed for one mail server is not sent to another. */
  private static void refuseToPassOn(
      Unsealed before, EmailSettings after, @Nullable String password) {
    boolean keepsPassword =
        before.password() != null && password == null && after.username() != null;
    if (keepsPassword && !after.sendsPasswordLike(before.settings())) {
      throw Refusal.invalid("password", Text.of("email.passwordAgain"));
    }
  }

  /** Sends one letter now, without the outbox, so that a mistake in the settings shows at once. */
  @POST
  @Path("/test")
  public Response test(@Nullable TestMail body) throws InterruptedException {
    Member member = profile.of(caller.identity());
    String to = body == null || body.to() == null ? member.email() : body.to();
    if (!to.matches("[^\\s\\p{Cntrl}<>,;@]{1,64}@[^\\s\\p{Cntrl}<>,;@]{1,189}")
        || EmailAddress.withAsciiDomain(to).isEmpty()) {
      throw Refusal.invalid("to", Text.of("email.malformed"));
    }
    Unsealed access =
        database
            .withHandle(store::read)
            .orElseThrow(() -> Refusal.invalid("host", Text.of("email.notConfigured")));
    Mail mail =
        new Mail(
            to,
            Text.of("mail.test.subject").in(member.language()),
            Text.of("mail.test.text", member.firstName()).in(member.language()));
    try {
      smtp.send(access, mail, UUID.randomUUID(), clock.instant());
    } catch (MailFailure failure) {
      Text why = Text.of("email.failed." + failure.kind());
      throw Refusal.invalid("host", Text.of("email.failed", access.settings().host(), why));
    }
    return Response.accepted().build();
  }
}
