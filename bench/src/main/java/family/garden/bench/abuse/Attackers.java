package family.garden.bench.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Runs all attacks at once, each in a thread of its own and at its own pace, from {@link #begin} to
 * {@link #rest}, any number of times.
 */
public final class Attackers implements AutoCloseable {
  /** Each attack makes twenty steps a second at the most. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final List<Attack> attacks = Attacks.all();
  private final List<Random> randoms =
      IntStream.range(0, attacks.size()).mapToObj(Random::new).toList();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong cutOff = new AtomicLong();
  private final Target target;

  public Attackers(Target target) {
    this.target = target;
  }

  /** Begins, or goes on. */
  public void begin() {
    for (int i = 0; i < attacks.size(); i++) {
      Attack attack = attacks.get(i);
      Random random = randoms.get(i);
      threads.add(
          Thread.ofPlatform().daemon().name(attack.name()).start(() -> repeat(attack, random)));
    }
  }

  private void repeat(Attack attack, Random random) {
    try {
      while (!Thread.interrupted()) {
        steps.incrementAndGet();
        try {
          attack.step(target, random);
        } catch (IOException hungUpOn) {
          cutOff.incrementAndGet();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException enough) {
      // They do nothing until then.
    } finally {
      attack.stop();
    }
  }

  /** Closes all connections and waits until no attack runs. */
  public void rest() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        // An attack that waits for an answer has its own time limit.
        thread.join(Duration.ofSeconds(25));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  /** Their counts so far, as text. */
  public String describe() {
    return "%,d steps of %d attacks; hung up on in %,d"
        .formatted(steps.get(), attacks.size(), cutOff.get());
  }

  @Override
  public void close() {
    rest();
  }
}
