package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.testkit.NeedsEngine;
import family.garden.testkit.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Harms a box with systemd in each way of {@link BoxHarm}: the doctor names each harm, the commands
 * of its advice are run word by word, and then it finds nothing wrong. {@code HarmsIT} of ops does
 * the same to a copy of the stack, with what needs no systemd.
 */
@ExtendWith(NeedsEngine.class)
class BoxHarmsIT {
  private static final Pattern COMMAND = Pattern.compile("\"([^\"]+)\"");

  /** They change nothing, and some end with what they found. */
  private static final Pattern ONLY_SHOWS =
      Pattern.compile(
          "(journalctl|dmesg|date|findmnt|ss|timedatectl|bookingctl logs|systemctl status)\\b.*");

  /** Work of a timer may be under way just then, and a server takes its time to start. */
  private static final Duration WELL_AGAIN = Duration.ofMinutes(4);

  private static final String VERSION = System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT");

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init") // Made before all tests, or they are skipped.
  private static BoxInContainer box;

  @BeforeAll
  static void deploy() throws Exception {
    Programs.requireRoot("Only root can give a container a disk of its own.");
    box = new BoxInContainer(home);
    box.writeCard();
    box.onTheLaptop(
        """
        ./booking stack images
        ./booking ctl package
        ./booking ctl provision --host keeper@booking.local
        openssl genpkey -algorithm ed25519 -out ~/key.pem
        ./booking stack with stack/release/publish --version %1$s --key ~/key.pem --to ~/releases
        ./booking stack with stack/release/bring --version %1$s --from ~/releases \\
          --to keeper@booking.local
        openssl pkey -in ~/key.pem -pubout | ssh keeper@booking.local \\
          'sudo tee /etc/booking/release-keys.pem'
        """
            .formatted(VERSION));
    box.onTheBox(
        """
        mkdir -p /mnt/backups/booking
        cat >>/etc/booking/settings.env <<'END'
        BOOKING_RELEASES=/var/lib/booking/releases
        BOOKING_BACKUP_TARGET=/mnt/backups/booking
        BOOKING_NOTIFY_NTFY=http://127.0.0.1:1/garden
        END
        bookingctl deploy %s
        token=$(bookingctl logs server-blue | grep -o 'setup#token=[^ ]*' | cut -d = -f 2)
        curl -fsS --insecure --resolve booking.local:443:127.0.0.1 https://booking.local/api/setup \\
          -H 'Content-Type: application/json' -d "{\\"token\\":\\"$token\\",\\"email\\":\\"a@garden.example\\",
            \\"password\\":\\"rain on the tent roof\\",\\"firstName\\":\\"Ada\\",\\"lastName\\":\\"A\\"}"
        bookingctl smoke --set-up
        bookingctl backup create --base
        bookingctl recovery-sheet --confirm
        """
            .formatted(VERSION),
        "BOOKING_SETUP_EMAIL=a@garden.example",
        "BOOKING_SETUP_PASSWORD=rain on the tent roof");
    expectWell("a new box");
  }

  @AfterAll
  static void loseCard() {
    if (box != null) {
      box.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesEachHarmAndItsAdviceMendsIt(BoxHarm.Group group) throws Exception {
    List<BoxHarm> harms = BoxHarm.of(group);
    for (BoxHarm harm : harms) {
      box.onTheBox(harm.act());
    }
    JsonNode output = examine();
    for (BoxHarm harm : harms) {
      assertThat(lines(output))
          .as("what it says of: %s", harm)
          .anySatisfy(
              line -> assertThat(line).startsWith(harm.check() + ": ").contains(harm.says()));
    }
    for (BoxHarm harm : harms) {
      box.onTheBox(harm.person());
    }
    for (String command : commands(output)) {
      box.onTheBox(ONLY_SHOWS.matcher(command).matches() ? command + " || true" : command);
    }
    expectWell("after " + harms);
  }

  /** Each command that stands in double quotes in an advice, in their order. */
  private static Set<String> commands(JsonNode output) {
    Set<String> commands = new LinkedHashSet<>();
    for (JsonNode found : output.path("findings")) {
      Matcher quoted = COMMAND.matcher(found.path("advice").asText());
      while (quoted.find()) {
        commands.add(quoted.group(1));
      }
    }
    assertThat(commands).as("commands in %s", output).isNotEmpty();
    return commands;
  }

  private static void expectWell(String when) {
    await(when)
        .atMost(WELL_AGAIN)
        .pollInterval(Duration.ofSeconds(2))
        .pollDelay(Duration.ZERO)
        .untilAsserted(() -> assertThat(lines(examine())).as(when).isEmpty());
  }

  private static List<String> lines(JsonNode output) {
    List<String> lines = new ArrayList<>();
    output.path("unavailable").forEach(why -> lines.add(why.asText()));
    output
        .path("findings")
        .forEach(
            found ->
                lines.add(found.path("check").asText() + ": " + found.path("message").asText()));
    return lines;
  }

  private static JsonNode examine() throws JsonProcessingException {
    // What is not well is no failure of asking.
    String output = box.onTheBox("bookingctl doctor --quiet --json 2>/dev/null || [ $? = 1 ]");
    return new ObjectMapper().readTree(output);
  }
}
