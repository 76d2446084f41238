package family.garden.survival;

import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** The bookings that many people attempt in some places within two weeks, and the answers. */
final class Attempts {
  private static final int WEEKS_IN_DAYS = 14;

  private final List<UUID> places;
  private final LocalDate from;
  private final Map<UUID, Attempt> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Attempt> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

  Attempts(List<UUID> places, LocalDate from) {
    this.places = places;
    this.from = from;
  }

  /** Books one stay after the other until the server is gone. */
  void makeUntilCutOff(Api member, Random random) {
    while (true) {
      Attempt attempt = new Attempt(UUID.randomUUID().toString(), anyStay(random));
      try {
        note(attempt, attempt.make(member));
      } catch (UncheckedIOException cutOff) {
        unanswered.add(attempt);
        return;
      } catch (RuntimeException | AssertionError e) {
        faults.add(e);
        return;
      }
    }
  }

  /** Books one stay after the other, and goes on where the service says that it cannot now. */
  void makeWhile(BooleanSupplier open, Api member, Random random) {
    while (open.getAsBoolean()) {
      Attempt attempt = new Attempt(UUID.randomUUID().toString(), anyStay(random));
      try {
        Answer answer = attempt.make(member);
        if (answer.status() == 503) {
          unanswered.add(attempt);
        } else {
          note(attempt, answer);
        }
      } catch (UncheckedIOException cutOff) {
        unanswered.add(attempt);
      } catch (RuntimeException | AssertionError e) {
        faults.add(e);
        return;
      }
    }
  }

  private void note(Attempt attempt, Answer answer) {
    if (answer.status() == 201) {
      acknowledged.put(answer.id(), attempt);
    } else {
      answer.expect(409);
    }
  }

  private Stay anyStay(Random random) {
    UUID place = places.get(random.nextInt(places.size()));
    int first = random.nextInt(WEEKS_IN_DAYS);
    int nights = 1 + random.nextInt(Math.min(2, WEEKS_IN_DAYS - first));
    return new Stay(place, from.plusDays(first), nights, 1);
  }

  /** Waits until so many bookings were acknowledged. */
  void awaitAcknowledged(int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> acknowledged.size() >= count || !faults.isEmpty());
  }

  /** Bookings that were acknowledged, by their ids. */
  Map<UUID, Attempt> acknowledged() {
    return acknowledged;
  }

  /** Calls that got no answer: nobody knows whether they booked. */
  Queue<Attempt> unanswered() {
    return unanswered;
  }

  void throwIfAnyBrokeTheContract() {
    Throwable fault = faults.peek();
    if (fault != null) {
      throw new AssertionError("A call went wrong before the kill", fault);
    }
  }
}
