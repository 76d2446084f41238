package family.garden.bench.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does every attack at once, each in a thread of its own and at its own pace, until it is closed.
 */
public final class Attackers implements AutoCloseable {
  /** Each attack makes twenty steps a second at the most. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong cutOff = new AtomicLong();
  private final Target target;
  private final long end;

  /**
   * Begins.
   *
   * @param atMost after which they stop by themselves
   */
  public Attackers(Target target, Duration atMost) {
    this.target = target;
    this.end = System.nanoTime() + atMost.toNanos();
    List<Attack> attacks = Attacks.all();
    for (int i = 0; i < attacks.size(); i++) {
      Attack attack = attacks.get(i);
      Random random = new Random(i);
      threads.add(
          Thread.ofPlatform().daemon().name(attack.name()).start(() -> repeat(attack, random)));
    }
  }

  private void repeat(Attack attack, Random random) {
    try {
      while (System.nanoTime() < end) {
        steps.incrementAndGet();
        try {
          attack.step(target, random);
        } catch (IOException hungUpOn) {
          cutOff.incrementAndGet();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException enough) {
      // Then they stop.
    } finally {
      attack.stop();
    }
  }

  /** What they did so far. */
  public String told() {
    return "%,d steps of %d attacks; hung up on in %,d"
        .formatted(steps.get(), threads.size(), cutOff.get());
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        // One that waits for an answer gives up by itself.
        thread.join(Duration.ofSeconds(25));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
