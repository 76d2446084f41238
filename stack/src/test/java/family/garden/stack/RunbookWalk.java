package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the code blocks of the runbook, in their order, on a box. Nothing else is put on the box.
 * The walk plays the person: it opens the link in place of a browser, answers what it is asked, and
 * restarts the machine when provisioning asks for it.
 */
final class RunbookWalk implements AutoCloseable {
  static final String NEW_BOX = "A new box";
  static final String EMAIL = "ada@garden.example";
  private static final String PASSWORD = "rain on the tent roof";

  private final List<CodeBlock> blocks;
  private final Box box;
  private final Map<String, String> own;
  private Consumer<String> report = line -> {};

  /**
   * Writes a card, and has nothing on it yet.
   *
   * @param box closed with the walk
   */
  static RunbookWalk onABlankCard(Box box) throws IOException {
    box.writeCard();
    return new RunbookWalk(box);
  }

  /**
   * Walks on a box that is there.
   *
   * @param box closed with the walk
   */
  RunbookWalk(Box box) throws IOException {
    this.box = box;
    blocks = Runbook.blocks();
    own = new LinkedHashMap<>(box.typedInstead());
  }

  Box box() {
    return box;
  }

  /** From now on each block that ran is reported with the seconds that it took. */
  void reportTo(Consumer<String> reader) {
    report = reader;
  }

  /** From now on the keeper types their own value where the runbook has one of an example. */
  void typeInstead(String ofTheExample, String value) {
    own.put(ofTheExample, value);
  }

  /** Runs all blocks of a section. */
  void section(String section) {
    run(blocksOf(section));
  }

  /** Runs the first blocks of a section. */
  void beginningOf(String section, int blocks) {
    run(blocksOf(section).subList(0, blocks));
  }

  /** The blocks of a section that are run or shown. */
  List<CodeBlock> blocksOf(String section) {
    List<CodeBlock> found =
        blocks.stream()
            .filter(block -> block.section().equals(section) && block.reason().isEmpty())
            .toList();
    assertThat(found).as("blocks of \"%s\"", section).isNotEmpty();
    return found;
  }

  /** Runs blocks in their order, and compares what they print with what the runbook shows. */
  void run(List<CodeBlock> some) {
    String output = "";
    for (CodeBlock block : some) {
      if (block.isOutput()) {
        assertThat(output)
            .as("line %d", block.line())
            .containsPattern(CodeBlock.expected(typed(block.text())));
        if (output.contains("/setup#token=")) {
          openTheLink(Stack.setupToken(output));
        }
      } else {
        Instant begun = Instant.now();
        output = type(block);
        report.accept(
            "line %d, %s, %d s: %s"
                .formatted(
                    block.line(),
                    block.info(),
                    Duration.between(begun, Instant.now()).toSeconds(),
                    block.text().lines().findFirst().orElse("")));
        if (output.contains("Restart the machine once.")) {
          box.restart();
        }
      }
    }
  }

  private String type(CodeBlock block) {
    String script = typed(block.text());
    return block.isOnTheBox()
        ? box.onTheBox(script, "BOOKING_SETUP_EMAIL=" + EMAIL, "BOOKING_SETUP_PASSWORD=" + PASSWORD)
        : box.onTheLaptop(script);
  }

  private String typed(String script) {
    String typed = script;
    for (Map.Entry<String, String> each : own.entrySet()) {
      typed = typed.replace(each.getKey(), each.getValue());
    }
    return typed;
  }

  /** As the page behind it does, by the name that the box announces. */
  private void openTheLink(String token) {
    String body =
        """
        {"token":"%s","email":"%s","password":"%s","firstName":"Ada","lastName":"Admin"}"""
            .formatted(token, EMAIL, PASSWORD);
    String answer =
        box.onTheLaptop(
            """
            address=$(ssh -G booking.local | sed -n 's/^hostname //p')
            curl -fsS --max-time 120 --resolve "booking.local:80:$address" \\
              http://booking.local/ca.crt -o ~/ca.crt
            curl -fsS --max-time 120 --resolve "booking.local:443:$address" --cacert ~/ca.crt \\
              -H 'Content-Type: application/json' -d '%s' https://booking.local/api/setup
            """
                .formatted(body));
    assertThat(answer).contains("\"token\"");
  }

  /** The addresses of all members, one a line. */
  String members() {
    return sql("SELECT email FROM member ORDER BY email");
  }

  /** What the database answers; as a person would have changed it in the app. */
  String sql(String statement) {
    return box.onTheBox(
            "docker exec booking-database-1 psql --username=database --dbname=booking --tuples-only"
                + " --no-align --quiet --command=\"%s\"".formatted(statement))
        .strip();
  }

  /** Which version people are led to. */
  String served() {
    return box.onTheBox("bookingctl status 2>/dev/null | sed -n 's/^Serves *\\([^ ]*\\).*/\\1/p'")
        .strip();
  }

  @Override
  public void close() {
    box.close();
  }
}
