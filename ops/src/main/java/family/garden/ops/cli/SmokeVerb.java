package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.ThroughProxy;
import family.garden.ops.proxy.Site;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Told;
import family.garden.ops.report.Trouble;
import family.garden.ops.smoke.Session;
import family.garden.ops.smoke.Smoke;
import family.garden.ops.smoke.SmokeSetUp;
import java.io.Console;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "smoke",
    description = "Does what people do: logs in, looks around, has a booking validated.")
final class SmokeVerb implements Callable<Integer> {
  private static final Duration SET_UP = Duration.ofMinutes(1);

  @Mixin private Common common = new Common();

  @Option(
      names = "--set-up",
      description = {
        "Makes the account that it logs in with; an administrator is asked for once,",
        "or taken from BOOKING_SETUP_EMAIL and BOOKING_SETUP_PASSWORD."
      })
  private boolean setUp;

  /** All of it worked. */
  record Worked(Smoke.Version version, boolean loggedIn, long millis) implements Told {
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
  public Integer call() throws Trouble {
    Settings settings = common.load();
    Site site = ThroughProxy.open(settings);
    return common.tell(setUp ? setUp(settings, site.waiting(SET_UP)) : test(settings, site));
  }

  private Told test(Settings settings, Site site) throws Trouble {
    Progress progress = common.progress();
    Smoke smoke = new Smoke(settings, progress);
    Session session = smoke.test(site);
    Smoke.Version version = smoke.version(site);
    smoke.logOut(site, session);
    return new Worked(version, session.token().isPresent(), progress.elapsed().toMillis());
  }

  private Told setUp(Settings settings, Site site) throws Trouble {
    return new SmokeSetUp(settings, common.progress())
        .by(
            site,
            asked("BOOKING_SETUP_EMAIL", "E-mail of an administrator: ", false),
            asked("BOOKING_SETUP_PASSWORD", "Password: ", true));
  }

  private static String asked(String variable, String question, boolean secret) throws Trouble {
    String given = System.getenv(variable);
    if (given != null && !given.isEmpty()) {
      return given;
    }
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isEmpty()) {
      throw Trouble.refused(
          "ask for an administrator",
          "nobody sits at a terminal",
          "Set BOOKING_SETUP_EMAIL and BOOKING_SETUP_PASSWORD.");
    }
    return secret
        ? new String(console.get().readPassword("%s", question))
        : console.get().readLine("%s", question);
  }
}
