package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much data a lost card costs with the default timers and no manual backup. A row is written
 * each second; at a random moment the box loses its power and its card, and the test follows
 * "Restore on a new card" of the runbook. The loss is the time between the newest restored row and
 * the power cut. {@code -Dbooking.losses=20} does so twenty times, on as many boxes side by side as
 * {@code -Dbooking.boxes} says: it mostly waits. Each new card is a copy of one that was prepared
 * by steps 1 and 2.
 */
@ExtendWith(NeedsEngine.class)
@EnabledIfSystemProperty(named = "booking.losses", matches = "\\d+")
@RunAlone("What else runs would be part of the time that a backup and a restore take.")
class LossIT {
  private static final Duration LARGEST_LOSS = Duration.ofMinutes(5);
  private static final int LOSSES = Integer.getInteger("booking.losses", 1);
  private static final int LEAST_SECONDS = 300;
  private static final int MOST_SECONDS = 600;
  private static final String CARD = System.getProperty("booking.stack", "it");

  @TempDir private Path home;
  private final AtomicInteger remaining = new AtomicInteger(LOSSES);
  private final List<Trial> trials = Collections.synchronizedList(new ArrayList<>());

  private record Trial(Duration ran, Duration loss, Duration restore) {}

  @Test
  void isAtMostFiveMinutes() throws Exception {
    Programs.requireRoot("Only root can give a container a disk of its own.");
    try (BoxInContainer first = new BoxInContainer("loss", home)) {
      first.writeCard();
      RunbookWalk walk = new RunbookWalk(first);
      walk.beginningOf(RunbookWalk.NEW_BOX, 1);
      first.keepCard(CARD);
      List<CodeBlock> newBox = walk.blocksOf(RunbookWalk.NEW_BOX);
      walk.run(newBox.subList(1, newBox.size()));
      walk.sql("CREATE TABLE a_row_each_second (at timestamptz NOT NULL)");
      walk.sql("INSERT INTO a_row_each_second VALUES (clock_timestamp())");
      first.onTheBox("bookingctl backup create --base");
      first.loseCard();
      List<Callable<Void>> chains = new ArrayList<>();
      for (int number = 1; number <= Integer.getInteger("booking.boxes", 3); number++) {
        String role = "loss-" + number;
        chains.add(
            () -> {
              chain(role, first);
              return null;
            });
      }
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Void> chain : executor.invokeAll(chains)) {
          chain.get();
        }
      }
    } finally {
      Testbed.tryDocker("rmi", "booking-card:" + CARD);
    }
    assertThat(trials).hasSize(LOSSES);
    assertThat(trials)
        .allSatisfy(each -> assertThat(each.loss()).isLessThanOrEqualTo(LARGEST_LOSS));
  }

  /** The next trial loses the card of the restored box. */
  private void chain(String role, BoxInContainer first) throws IOException, InterruptedException {
    try (BoxInContainer box = new BoxInContainer(role, home)) {
      box.copyDisk(first);
      box.writeCard(CARD);
      RunbookWalk walk = new RunbookWalk(box);
      walk.section(LongWays.NEW_CARD);
      while (remaining.getAndDecrement() > 0) {
        Trial trial = trial(walk, box);
        trials.add(trial);
        System.out.printf(
            "LOSS %d: ran %d s, lost %.1f s, restored in %d s (%s)%n",
            trials.size(),
            trial.ran().toSeconds(),
            trial.loss().toMillis() / 1000.0,
            trial.restore().toSeconds(),
            role);
      }
    }
  }

  private static Trial trial(RunbookWalk walk, BoxInContainer box) throws InterruptedException {
    Instant begun = Instant.now();
    box.onTheBox(
        "echo 'INSERT INTO a_row_each_second VALUES (clock_timestamp()) \\watch i=1'"
            + " | docker exec --interactive booking-database-1 sh -c 'cat >/tmp/rows.sql'\n"
            + "docker exec --detach booking-database-1 "
            + "psql --username=database --dbname=booking --file=/tmp/rows.sql");
    // This sleep is the random moment; it waits for nothing.
    new CountDownLatch(1)
        .await(ThreadLocalRandom.current().nextInt(LEAST_SECONDS, MOST_SECONDS), TimeUnit.SECONDS);
    box.cutPower();
    Instant lost = Instant.now();
    box.loseCard();
    box.writeCard(CARD);
    walk.section(LongWays.NEW_CARD);
    Instant restored = Instant.now();
    String newest = walk.sql("SELECT extract(epoch FROM max(at)) FROM a_row_each_second");
    Instant row = Instant.ofEpochMilli((long) (Double.parseDouble(newest) * 1000));
    return new Trial(
        Duration.between(begun, lost),
        Duration.between(row, lost),
        Duration.between(lost, restored));
  }
}
