package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.site.SiteThroughProxy;
import family.garden.ops.smoke.Smoke;
import family.garden.ops.smoke.SmokeSession;
import family.garden.ops.smoke.SmokeSetUp;
import java.io.Console;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "smoke",
    description = "Tests the running site: logs in, reads pages, has a booking validated.")
final class SmokeCommand extends ResultCommand {
  private static final Duration SET_UP = Duration.ofMinutes(1);

  @Option(
      names = "--set-up",
      description = {
        "Creates the account for this test. It asks for an administrator's log-in once,",
        "or takes it from BOOKING_SETUP_EMAIL and BOOKING_SETUP_PASSWORD."
      })
  private boolean setUp;

  record Worked(Smoke.Version version, boolean loggedIn, long millis) implements CommandResult {
    @Override
    public List<String> lines() {
      return List.of(
          "%s (%s) works%s; it took %d ms."
              .formatted(
                  version.version(),
                  version.colour(),
                  loggedIn ? ", with a log-in" : ", as far as can be seen without a log-in",
                  millis));
    }
  }

  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    Site site = SiteThroughProxy.open(settings);
    return setUp ? setUp(settings, site.waiting(SET_UP)) : test(settings, site);
  }

  private CommandResult test(Settings settings, Site site) throws OpsException {
    Progress progress = progress();
    Smoke smoke = new Smoke(settings, progress);
    SmokeSession session = smoke.test(site);
    Smoke.Version version = smoke.version(site);
    smoke.logOut(site, session);
    return new Worked(version, session.token().isPresent(), progress.elapsed().toMillis());
  }

  private CommandResult setUp(Settings settings, Site site) throws OpsException {
    return new SmokeSetUp(settings, progress())
        .by(
            site,
            answerTo("BOOKING_SETUP_EMAIL", "E-mail of an administrator: ", false),
            answerTo("BOOKING_SETUP_PASSWORD", "Password: ", true));
  }

  private static String answerTo(String variable, String question, boolean secret)
      throws OpsException {
    String given = System.getenv(variable);
    if (given != null && !given.isEmpty()) {
      return given;
    }
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isEmpty()) {
      throw OpsException.refused(
          "ask for an administrator's log-in",
          "there is no terminal",
          "Set BOOKING_SETUP_EMAIL and BOOKING_SETUP_PASSWORD.");
    }
    return secret
        ? new String(console.get().readPassword("%s", question))
        : console.get().readLine("%s", question);
  }
}
