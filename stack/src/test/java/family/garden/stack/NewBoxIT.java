package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a blank card to a restored one, by the runbook alone: its own code blocks are run, in their
 * order, on a box in a container. Nothing else is put on the box. The test plays the person: it
 * opens the link in place of a browser, and answers what it is asked.
 */
@ExtendWith(NeedsEngine.class)
class NewBoxIT {
  /** The sections whose blocks are run. */
  static final List<String> WALKED = List.of("A new box", "Restore on a new card");

  private static final String EMAIL = "ada@garden.example";
  private static final String PASSWORD = "rain on the tent roof";

  @TempDir private Path home;

  @Test
  void leadsFromABlankCardToARestoredOne() throws IOException {
    Programs.requireRoot("Only root can give a container a disk of its own.");
    List<CodeBlock> blocks =
        CodeBlock.in(Files.readAllLines(Path.of(Testbed.file("../docs/runbook.md"))));
    try (BoxInContainer box = new BoxInContainer(home)) {
      box.writeCard();
      walk(box, of(blocks, WALKED.getFirst()));
      String members = members(box);
      assertThat(members.lines()).contains(EMAIL, "smoke@garden.example");
      box.loseCard();
      box.writeCard();
      // "Write a new card and prepare it: steps 1 and 2".
      walk(box, of(blocks, WALKED.getFirst()).subList(0, 1));
      walk(box, of(blocks, WALKED.getLast()));
      assertThat(members(box)).isEqualTo(members);
      assertThat(box.onTheBox("systemctl --failed --no-legend")).isBlank();
    }
  }

  /** The blocks of one section, in their order. */
  static List<CodeBlock> of(List<CodeBlock> blocks, String section) {
    return blocks.stream().filter(block -> block.section().equals(section)).toList();
  }

  /** Does what the blocks say, and compares what they show. */
  static void walk(BoxInContainer box, List<CodeBlock> blocks) {
    String said = "";
    for (CodeBlock block : blocks) {
      if (block.isOutput()) {
        assertThat(said).as("line %d", block.line()).containsPattern(block.expected());
        if (said.contains("/setup#token=")) {
          openTheLink(box, Stack.setupToken(said));
        }
      } else if (block.isOnTheBox()) {
        said =
            box.onTheBox(
                block.text(), "BOOKING_SETUP_EMAIL=" + EMAIL, "BOOKING_SETUP_PASSWORD=" + PASSWORD);
      } else {
        said = box.onTheLaptop(forThisProcessor(block.text()));
      }
    }
  }

  /** The box in the container has the processor of this machine, not that of a Pi. */
  private static String forThisProcessor(String script) {
    return script
        .replace("ctl package arm64", "ctl package")
        .replace(" --platform linux/arm64", "")
        .replace("PREFIX=booking-arm64 ", "");
  }

  /** As the page behind it does, by the name that the box announces. */
  private static void openTheLink(BoxInContainer box, String token) {
    String body =
        """
        {"token":"%s","email":"%s","password":"%s","firstName":"Ada","lastName":"Admin"}"""
            .formatted(token, EMAIL, PASSWORD);
    String answer =
        box.onTheLaptop(
            """
            address=$(ssh -G booking.local | sed -n 's/^hostname //p')
            curl -fsS --max-time 20 --resolve "booking.local:80:$address" \\
              http://booking.local/ca.crt -o ~/ca.crt
            curl -fsS --max-time 20 --resolve "booking.local:443:$address" --cacert ~/ca.crt \\
              -H 'Content-Type: application/json' -d '%s' https://booking.local/api/setup
            """
                .formatted(body));
    assertThat(answer).contains("\"token\"");
  }

  private static String members(BoxInContainer box) {
    return box.onTheBox(
        "docker exec booking-database-1 psql --username=database --dbname=booking --tuples-only"
            + " --no-align --command='SELECT email FROM member ORDER BY email'");
  }
}
