package family.garden.ops.smoke;

import family.garden.ops.config.Settings;
import family.garden.ops.json.Node;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Answer;
import family.garden.ops.site.Server;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what people do at a server: logs in, looks at the timeline, has a booking validated. It
 * writes nothing but a session.
 */
public final class Smoke {
  private static final int TOO_MANY = 429;

  private final Settings settings;
  private final Progress progress;

  public Smoke(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Which version answered, of which colour, and the schema version that it knows. */
  public record Version(String version, String commit, String colour, int schema) {}

  /**
   * Does all of this.
   *
   * @return the session, for more of {@link #look}; to be given to {@link #logOut}
   * @throws OpsException that says what does not work
   */
  public SmokeSession test(Server server) throws OpsException {
    return test(server, Instant.MAX);
  }

  /**
   * Does all of this on data of another moment.
   *
   * @param of that moment; without a log-in where the account is younger
   * @return as {@link #test(Server)}
   * @throws OpsException that says what does not work
   */
  public SmokeSession test(Server server, Instant of) throws OpsException {
    server.get("/api/health/ready", Optional.empty()).expect(200);
    version(server);
    SmokeSession session = logIn(server, of);
    look(server, session);
    return session;
  }

  /**
   * Does what works without a log-in, where nobody is a member yet.
   *
   * @throws OpsException that says what does not work
   */
  public void testWithoutLogIn(Server server) throws OpsException {
    version(server);
    look(server, SmokeSession.NONE);
  }

  public Version version(Server server) throws OpsException {
    Node answer = server.get("/api/version", Optional.empty()).expect(200);
    Node schema = answer.path("schema");
    return new Version(
        answer.path("version").text(),
        answer.path("commit").text(),
        answer.path("colour").text(),
        (int) (schema.names().isEmpty() ? schema : schema.path("version")).number());
  }

  private SmokeSession logIn(Server server, Instant of) throws OpsException {
    if (Account.isYounger(settings, of)) {
      progress.warn("smoke test without a log-in: its account is younger than this data");
      return SmokeSession.NONE;
    }
    Optional<Account> account = Account.of(settings);
    if (account.isEmpty()) {
      progress.warn(
          "smoke test without a log-in: set BOOKING_SMOKE_EMAIL and run"
              + " \"bookingctl smoke --set-up\"");
      return SmokeSession.NONE;
    }
    Answer answer =
        server.post(
            "/api/auth/login",
            Map.of("email", account.get().email(), "password", account.get().password()),
            Optional.empty());
    if (answer.status() == TOO_MANY) {
      progress.warn("smoke test without a log-in: this machine has logged in too often just now");
      return SmokeSession.NONE;
    }
    String token = answer.expect(200).path("token").text();
    if (token.isEmpty()) {
      throw OpsException.refused(
          answer.request(),
          "the answer has no token",
          "See what the server wrote: bookingctl logs.");
    }
    return new SmokeSession(Optional.of(token));
  }

  /**
   * Logs in and out again.
   *
   * @return the status of the answer: 200 where the account is let in, 401 where it is not, 429
   *     where too many log-ins were tried just now
   * @throws OpsException if there is no account, or no answer
   */
  public int tryLogIn(Server server) throws OpsException {
    Account account =
        Account.of(settings)
            .orElseThrow(
                () ->
                    OpsException.refused(
                        "log in with the smoke account",
                        "there is none",
                        "Set BOOKING_SMOKE_EMAIL and run \"bookingctl smoke --set-up\"."));
    Answer answer =
        server.post(
            "/api/auth/login",
            Map.of("email", account.email(), "password", account.password()),
            Optional.empty());
    if (answer.status() == 200) {
      String token = answer.expect(200).path("token").text();
      logOut(server, new SmokeSession(Optional.of(token).filter(text -> !text.isEmpty())));
    }
    return answer.status();
  }

  /** Reads and validates; without a log-in, only what everybody may read. */
  public void look(Server server, SmokeSession session) throws OpsException {
    if (session.token().isEmpty()) {
      server.get("/api/health/ready", Optional.empty()).expect(200);
      return;
    }
    LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(60);
    LocalDate end = start.plusDays(2);
    Node places = server.get("/api/sleeping-accommodations", session.token()).expect(200);
    server.get("/api/timeline?from=%s&to=%s".formatted(start, end), session.token()).expect(200);
    if (places.size() == 0) {
      return;
    }
    Map<String, ?> booking =
        Map.of(
            "startDate",
            start.toString(),
            "endDate",
            end.toString(),
            "bookingItems",
            List.of(
                Map.of(
                    "sleepingAccommodationId", places.at(0).path("id").text(), "personCount", 1)));
    Answer verdict = server.post("/api/bookings/validate", booking, session.token());
    // A bed may or may not be free, but two nights must be counted as two.
    if (verdict.expect(200).path("dateRange", "nights").number() != 2) {
      throw OpsException.refused(
          verdict.request(),
          "two nights were not counted as two: " + verdict.body(),
          "See what the server wrote: bookingctl logs.");
    }
  }

  /** Ends the session. Never fails: a session that stays ends by itself. */
  public void logOut(Server server, SmokeSession session) {
    if (session.token().isEmpty()) {
      return;
    }
    try {
      server.post("/api/auth/logout", Map.of(), session.token());
    } catch (OpsException e) {
      progress.warn(e.getMessage() + " The session ends by itself.");
    }
  }
}
