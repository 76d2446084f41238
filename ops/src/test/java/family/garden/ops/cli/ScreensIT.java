package family.garden.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.deploy.Box;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Each command prints what docs/bookingctl.md shows. {@code -Dbooking.screens=write} rewrites the
 * document; read what changed before it is committed.
 */
@ExtendWith(NeedsEngine.class)
class ScreensIT {
  private static final Path DOCUMENT = Path.of("../docs/bookingctl.md");
  private static final Path RUNBOOK = Path.of("../docs/runbook.md");
  private static final String NEXT = "8.0.1";
  private static final String BEGIN =
      """
      # What bookingctl says

      A test types these commands on a copy of the stack, in this order, and fails if a command prints something
      else than this page. `…` stands for times, sizes and counts. `bookingctl help COMMAND` has all options,
      `man bookingctl` all commands; [the runbook](runbook.md) says when to use which.

      At a terminal, the line of the running step shows the seconds; `--quiet` leaves only warnings and the
      result, `--verbose` shows each program that is run, `--json` prints the result as JSON, also if it
      is a failure.
      """;

  /** The commands in their order; later ones need the effects of earlier ones. */
  static final List<String> TYPED =
      List.of(
          "",
          "status",
          "health",
          "doctor",
          "smoke",
          "releases",
          "preflight 1.1.0",
          "deploy 1.1.0 --dry-run",
          "deploy 1.1.0",
          "rollback",
          "watch",
          "upgrade-services",
          "apply --dry-run",
          "secret rotate smoke-password",
          "backup create --base",
          "backup list",
          "backup verify",
          "backup ship",
          "backup prune",
          "backup key",
          "prune",
          "repair",
          "recovery-sheet --confirm",
          "notify test",
          "deploy 9.9.9",
          "deploy 9.9.9 --json",
          "deplyo",
          "deploy --dry-rnu");

  /** Commands that the document does not show, and why. */
  private static final Map<String, String> NOT_SHOWN =
      Map.of(
          "backup restore", "shows a plan and replaces the data; the runbook describes it",
          "help", "prints the options of the commands",
          "logs", "prints what the containers wrote",
          "provision", "prepares another machine with Ansible",
          "report", "prints `status` and `doctor` together, as Markdown",
          "notify failed", "is called by systemd and notifies the keeper",
          "notify recovered", "is called by systemd and notifies the keeper");

  @Test
  void areThoseOfTheDocument() throws Exception {
    try (Box box = Box.up("screens")) {
      box.publishToStay(NEXT);
      Steady steady = new Steady(names(box));
      Map<String, String> screens = new LinkedHashMap<>();
      for (String typed : TYPED) {
        screens.put(typed, steady.of(box.ctl(words(typed)).output()));
      }
      String document = document(screens);
      if (System.getProperty("booking.screens", "").equals("write")) {
        Files.writeString(DOCUMENT, document);
      }
      assertThat(Steady.compared(Files.readString(DOCUMENT)))
          .as("Write it anew: -Dbooking.screens=write")
          .isEqualTo(Steady.compared(document));
      assertThat(Steady.compared(Files.readString(RUNBOOK)))
          .as("The runbook shows two of these screens")
          .contains(
              Steady.compared(block(screens.getOrDefault("status", ""))),
              Steady.compared(block(screens.getOrDefault("doctor", ""))));
    }
  }

  private static Map<String, String> names(Box box) throws OpsException {
    Map<String, String> names = new LinkedHashMap<>();
    String folder = box.folder().toString();
    names.put(folder + "/state", "/var/lib/booking/state");
    names.put(folder + "/backups", "/var/lib/booking/backups");
    names.put(folder + "/releases", "/var/lib/booking/releases");
    names.put(folder, "/etc/booking");
    names.put(box.settings().publicUrl().toString(), "https://booking.local");
    names.put("booking-" + box.name(), "booking");
    names.put(NEXT, "1.1.0");
    names.put(System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT"), "1.0.0");
    return names;
  }

  private static String[] words(String typed) {
    return typed.isEmpty() ? new String[0] : typed.replace("1.1.0", NEXT).split(" ", -1);
  }

  /**
   * The whole document.
   *
   * @param screens the output of each command
   */
  static String document(Map<String, String> screens) {
    StringBuilder document = new StringBuilder(BEGIN);
    screens.forEach(
        (typed, output) ->
            document.append('\n').append(block(("$ bookingctl " + typed).strip() + "\n" + output)));
    document.append("\n## Not shown\n\n");
    NOT_SHOWN.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> document.append("- `%s` %s.\n".formatted(each.getKey(), each.getValue())));
    return document.toString();
  }

  private static String block(String text) {
    return "```text\n" + text + "\n```\n";
  }

  /** Fails for a new command without a screen. */
  @Test
  void areThereForEachCommand() {
    assertThat(commands("", new CommandLine(new RootCommand()).getCommandSpec()))
        .allSatisfy(
            command ->
                assertThat(
                        NOT_SHOWN.containsKey(command)
                            || TYPED.stream().anyMatch(each -> each.startsWith(command)))
                    .as(command)
                    .isTrue());
  }

  private static List<String> commands(String above, CommandSpec spec) {
    if (spec.subcommands().isEmpty()) {
      return List.of(above.strip());
    }
    return spec.subcommands().entrySet().stream()
        .flatMap(
            each ->
                commands(above + " " + each.getKey(), each.getValue().getCommandSpec()).stream())
        .toList();
  }
}
