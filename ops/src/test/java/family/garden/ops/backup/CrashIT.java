package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackWithCtl;
import family.garden.ops.disk.Folders;
import family.garden.ops.result.OpsException;
import family.garden.testkit.Testbed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * At a random moment while people book, everything is killed and the card is lost; then the remote
 * copy is restored onto an empty box. The loss is what was acknowledged and is not restored. {@code
 * -Dbooking.trials=100} does so a hundred times; {@code -Dbooking.defaults} keeps the archive
 * timeout of one minute and the timer of two; otherwise both are seconds.
 */
@ExtendWith(NeedsEngine.class)
class CrashIT {
  private static final boolean DEFAULTS = Boolean.getBoolean("booking.defaults");
  private static final int SHIP_SECONDS = DEFAULTS ? 120 : 5;
  private static final Duration LARGEST_LOSS = Duration.ofMinutes(5);

  private record Trial(Duration loss, int lost, int acknowledged, Duration restore) {}

  @Test
  void losesLessThanFiveMinutes() throws Exception {
    List<Trial> trials = new ArrayList<>();
    try (StackWithCtl box = new StackWithCtl("crash", "BOOKING_BACKUP_TARGET={remote-copy}")) {
      Guest guest = new Guest(box);
      for (int trial = 0; trial < Integer.getInteger("booking.trials", 1); trial++) {
        trials.add(trial(box, guest));
        System.out.println("TRIAL " + trials.getLast());
      }
    }
    assertThat(trials)
        .allSatisfy(
            each -> {
              assertThat(each.loss()).isLessThanOrEqualTo(LARGEST_LOSS);
              assertThat(each.restore()).isLessThanOrEqualTo(Duration.ofMinutes(15));
            });
  }

  private static Trial trial(StackWithCtl box, Guest guest) throws Exception {
    if (!DEFAULTS) {
      box.sql("ALTER SYSTEM SET archive_timeout = '3s'");
      box.sql("SELECT pg_reload_conf()");
    }
    box.backups().create(BackupType.BASE, "a trial");
    guest.acknowledged().clear();
    ScheduledExecutorService booking = guest.keepBooking(2);
    ScheduledExecutorService shipping = Executors.newSingleThreadScheduledExecutor();
    var _ =
        shipping.scheduleWithFixedDelay(
            () -> ship(box), SHIP_SECONDS, SHIP_SECONDS, TimeUnit.SECONDS);
    // This sleep is the random moment; it waits for nothing.
    int least = DEFAULTS ? 180 : 20;
    new CountDownLatch(1)
        .await(ThreadLocalRandom.current().nextInt(least, 2 * least), TimeUnit.SECONDS);
    Testbed.docker(
        "kill",
        "--signal=KILL",
        box.container("database"),
        box.container("server-blue"),
        box.container("cache"),
        box.container("proxy"));
    Instant killed = Instant.now();
    // The power cut also ends the process that ships.
    shipping.shutdownNow();
    booking.shutdownNow();
    shipping.awaitTermination(1, TimeUnit.MINUTES);
    booking.awaitTermination(1, TimeUnit.MINUTES);

    box.compose("--profile", "*", "down", "--volumes");
    Folders.delete(box.settings().places().backups());
    Instant begun = Instant.now();
    try (Restore restore = box.backups().restore(Place.REMOTE)) {
      restore.run(restore.plan(null));
    }
    guest.book();
    Duration took = Duration.between(begun, Instant.now());

    List<String> restored = box.sql("SELECT id FROM booking").lines().toList();
    List<Instant> lost =
        guest.acknowledged().entrySet().stream()
            .filter(each -> !restored.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    Duration loss = lost.isEmpty() ? Duration.ZERO : Duration.between(lost.getFirst(), killed);
    return new Trial(loss, lost.size(), guest.acknowledged().size(), took);
  }

  private static void ship(StackWithCtl box) {
    try {
      box.backups().ship();
    } catch (OpsException broken) {
      // The power cut killed it.
      System.out.println(broken.getMessage());
    }
  }
}
