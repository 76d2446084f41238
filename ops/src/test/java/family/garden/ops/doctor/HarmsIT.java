package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.deploy.Box;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Harms a stack that really runs in each way of {@link Harm}: the doctor names each harm, its
 * advice is followed word by word, and then it finds nothing wrong. Harms that can be there at the
 * same time are done together, which keeps this short.
 */
@ExtendWith(NeedsEngine.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HarmsIT {
  private static final Pattern COMMAND = Pattern.compile("\"([^\"]+)\"");

  /** They only show something, or are for a machine with systemd. */
  private static final Pattern ONLY_SHOWS =
      Pattern.compile("(journalctl|dmesg|date|findmnt|lsattr|du|bookingctl doctor)\\b.*");

  private static Box box;

  @BeforeAll
  static void start() throws Exception {
    box = Box.up("harms");
  }

  @AfterAll
  static void stop() {
    if (box != null) {
      box.close();
    }
  }

  /** What the doctor says. */
  private record Diagnosed(List<Node> findings, List<String> unavailable) {
    List<String> lines() {
      List<String> lines = new ArrayList<>(unavailable);
      findings.forEach(
          found -> lines.add(found.path("check").text() + ": " + found.path("message").text()));
      return lines;
    }
  }

  @Test
  @Order(1)
  void aNewBoxLacksABackupAndTheAdviceMakesItWell() throws Exception {
    Diagnosed diagnosed = examine();
    assertThat(diagnosed.lines())
        .containsExactly(
            "backup: there is none",
            "recovery: nobody has said that the secrets are kept off this box, and no backup has"
                + " them");
    follow(diagnosed, Harm.Group.FILES);
    assertThat(examine().lines()).isEmpty();
    assertThat(ctl("doctor", "--quiet").expect(0).output())
        .contains("Could not look at units: systemd does not run here");
  }

  @ParameterizedTest
  @EnumSource
  @Order(2)
  void namesEachHarmAndItsAdviceMendsIt(Harm.Group group) throws Exception {
    List<Harm> harms = Harm.of(group);
    for (Harm harm : harms) {
      harm.doTo(box);
    }
    Diagnosed diagnosed = examine();
    for (Harm harm : harms) {
      assertThat(diagnosed.lines())
          .as("what it says of: %s", harm)
          .anySatisfy(
              line -> assertThat(line).startsWith(harm.check() + ": ").contains(harm.says()));
    }
    for (Harm harm : harms) {
      harm.bringWhatOnlyAPersonHas(box);
    }
    follow(diagnosed, group);
    assertThat(examine().lines()).as("what is left after %s", harms).isEmpty();
  }

  /** Runs each command that stands in double quotes in an advice, in their order. */
  private static void follow(Diagnosed diagnosed, Harm.Group group) throws Exception {
    Set<String> commands = new LinkedHashSet<>();
    for (Node found : diagnosed.findings()) {
      Matcher quoted = COMMAND.matcher(found.path("advice").text());
      while (quoted.find()) {
        commands.add(quoted.group(1));
      }
    }
    assertThat(commands).as("commands for %s in %s", group, diagnosed).isNotEmpty();
    for (String command : commands) {
      run(command);
    }
  }

  private static void run(String command) throws Exception {
    if (ONLY_SHOWS.matcher(command).matches()) {
      return;
    }
    if (command.startsWith("bookingctl ")) {
      String[] words = command.substring("bookingctl ".length()).split(" ", -1);
      assertThat(ctl(words).code()).as(command).isZero();
    } else if (command.equals("systemctl restart booking.service")) {
      // What the unit does.
      box.compose("stop");
      box.compose("up", "--detach", "--wait", "--no-build");
    } else if (command.equals("systemctl start booking-certificates.service")) {
      if (box.compose("run", "--rm", "--no-TTY", "certificates").contains("Made the certificate")) {
        box.compose("kill", "--signal", "HUP", "proxy");
      }
    } else {
      Programs.run(Testbed.program(), "with", "sh", "-euc", command).expect(0);
    }
  }

  private static Diagnosed examine() throws Exception {
    Node diagnosis = Json.tree(ctl("doctor", "--quiet", "--json").output(), "what the doctor says");
    return new Diagnosed(
        diagnosis.path("findings").stream().toList(),
        diagnosis.path("unavailable").stream().map(Node::text).toList());
  }

  private static ProcessResult ctl(String... arguments) {
    return box.ctl(
        Map.of(
            "BOOKING_BACKUP_TARGET",
            box.remoteCopy().toString(),
            "BOOKING_NOTIFY_NTFY",
            "http://127.0.0.1:1/garden"),
        arguments);
  }
}
