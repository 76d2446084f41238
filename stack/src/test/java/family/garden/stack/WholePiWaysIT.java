package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The long ways of the runbook on an emulated Pi with 512 MB, in two hours and more: {@code
 * stack/machine/whole ways FOLDER}. The folder must not exist, or be the one of a walk that failed
 * after its new box: then that walk's box goes on with the ways that are missing. What is walked,
 * and for how long, is in the file {@code walk.log} there. Needs the card ({@code machine build
 * --with-engine}), the images for arm64, and root.
 */
@RunAlone("It has the one cable to the emulated Pi, and the port of a time server.")
@EnabledIfSystemProperty(
    named = "booking.pi-ways",
    matches = "/.+",
    disabledReason = "It takes two hours and more; stack/machine/whole ways FOLDER does it.")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePiWaysIT {
  private static final String NEW_BOX = "new box";
  private static final String DEPLOY = "deploy";
  private static final String UPGRADE = "upgrade";
  private static final String ROTATE = "rotate";
  private static final String RESTORE = "restore on a new card";

  private final Path folder = Path.of(System.getProperty("booking.pi-ways", "/"));
  private EmulatedBox box;
  private LongWays ways;

  @BeforeAll
  void begin() throws IOException {
    Programs.requireRoot("Only root may lay cables.");
    assertThat(done().contains(NEW_BOX) || !Files.exists(folder.resolve(EmulatedBox.DISK)))
        .as("%s is of a walk whose new box failed; take a new folder", folder)
        .isTrue();
    box = new EmulatedBox(folder);
    RunbookWalk walk = new RunbookWalk(box);
    walk.reportTo(this::log);
    ways = new LongWays(walk);
  }

  @AfterAll
  void end() throws IOException {
    if (box != null) {
      box.close();
      if (done().containsAll(List.of(NEW_BOX, DEPLOY, UPGRADE, ROTATE, RESTORE))) {
        box.end();
      }
    }
  }

  @Test
  @Order(1)
  void leadsFromABlankCardToAFirstRelease() throws IOException {
    walk(
        NEW_BOX,
        () -> {
          box.writeCard();
          ways.newBox();
        });
  }

  @Test
  @Order(2)
  void deploysTheNextRelease() throws IOException {
    walk(DEPLOY, ways::deploy);
  }

  @Test
  @Order(3)
  void upgradesTheServices() throws IOException {
    walk(UPGRADE, ways::upgradeServices);
  }

  @Test
  @Order(4)
  void rotatesSecrets() throws IOException {
    walk(ROTATE, ways::rotateSecrets);
  }

  @Test
  @Order(5)
  void comesBackOnANewCard() throws IOException {
    walk(RESTORE, ways::restoreOnNewCard);
  }

  private void walk(String way, Runnable steps) throws IOException {
    assumeFalse(done().contains(way), "An earlier run walked it.");
    assumeTrue(way.equals(NEW_BOX) || done().contains(NEW_BOX), "There is no box.");
    log("Begins: " + way);
    Instant begun = Instant.now();
    String end = "Failed";
    try {
      steps.run();
      append("done", way);
      end = "Walked";
    } finally {
      long seconds = Duration.between(begun, Instant.now()).toSeconds();
      log("%s: %s, %d s".formatted(end, way, seconds));
    }
  }

  /** The ways that this run and those before it walked. */
  private List<String> done() throws IOException {
    Path done = folder.resolve("done");
    return Files.exists(done) ? Files.readAllLines(done) : List.of();
  }

  private void log(String line) {
    System.out.println(line);
    append("walk.log", Instant.now().truncatedTo(ChronoUnit.SECONDS) + "  " + line);
  }

  private void append(String file, String line) {
    try {
      Files.writeString(
          folder.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to write into " + folder + ", failed: " + e, e);
    }
  }
}
