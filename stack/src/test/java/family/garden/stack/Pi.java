package family.garden.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The emulated Pi that runs with the whole stack on it: {@code stack/machine/whole up}. */
final class Pi implements Running {
  private static final Machine MACHINE = Machine.chosen();
  private static final String WHOLE = Testbed.file("machine/whole");

  private final String[] ports;

  private Pi(String[] ports) {
    this.ports = ports;
  }

  static Pi running() {
    Assumptions.assumeTrue(
        MACHINE.isRunning(), "The emulated Pi is off. Turn it on: stack/machine/whole up");
    return new Pi(MACHINE.call("ports").strip().split(","));
  }

  /** The machine itself. */
  Machine machine() {
    return MACHINE;
  }

  /** What a command says that the keeper gives there, as root. */
  String run(String... words) {
    return MACHINE.asRoot(words);
  }

  /** Compose itself, on the stack. */
  String compose(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "COMPOSE_ENV_FILES=/etc/booking/settings.env,/etc/booking/images.env",
                "docker",
                "compose",
                "--project-directory=/opt/booking",
                "--project-name=booking"));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  /** Cuts the power; says what of its writes the card has. */
  String cutPower() {
    return MACHINE.call("kill");
  }

  void shutDown() {
    MACHINE.call("stop");
  }

  void boot(String... options) {
    List<String> words = new ArrayList<>(List.of("start"));
    words.addAll(List.of(options));
    MACHINE.call(words.toArray(String[]::new));
  }

  /** Whether the service has started and its site answers. */
  boolean isUp() {
    return MACHINE.tryCall("ssh", "systemctl is-active booking.service").code() == 0
        && Programs.run(
                    List.of("curl", "-skf", "--max-time", "20", address() + "/api/health/ready"))
                .code()
            == 0;
  }

  void awaitUp() {
    await().atMost(patience()).pollInterval(Duration.ofSeconds(5)).until(this::isUp);
  }

  /** The most memory that it uses within this time, as stack/machine/peak-memory prints it. */
  String peakMemory(Duration within) {
    return Programs.run(List.of(WHOLE, "peak-memory", "sleep", String.valueOf(within.toSeconds())))
        .expectSuccess();
  }

  Instant clock() {
    return Instant.ofEpochSecond(Long.parseLong(run("date", "+%s").strip()));
  }

  @Override
  public String address() {
    return "https://localhost:" + ports[2];
  }

  @Override
  public int http() {
    return Integer.parseInt(ports[1]);
  }

  @Override
  public String setupToken() {
    return Stack.setupToken(compose("logs", "--no-log-prefix", "server-blue"));
  }

  @Override
  public String sql(String query) {
    return run(
        "docker",
        "exec",
        "booking-database-1",
        "psql",
        "--username=database",
        "--dbname=booking",
        "--tuples-only",
        "--no-align",
        "--command=" + query);
  }

  /** The emulation is slow, slower where the computer has other work. */
  @Override
  public Duration patience() {
    return Duration.ofMinutes(30);
  }
}
