package family.garden.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;

/** Asks one thing after the other while the live colour changes, and notes whatever goes wrong. */
final class Visitor implements AutoCloseable {
  private static final int PRINTED = 5;

  private final String name;
  private final Switches switches;
  private final Question question;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean enough;
  private final Thread thread;

  /** Gives the answer of {@code /api/version}, or nothing where it does not tell a colour. */
  interface Question {
    String ask() throws IOException;
  }

  private Visitor(String name, Switches switches, Question question) {
    this.name = name;
    this.switches = switches;
    this.question = question;
    this.thread = Thread.ofPlatform().unstarted(this::visit);
  }

  static Visitor comes(String how, Switches switches, Question question) {
    Visitor visitor = new Visitor(how, switches, question);
    visitor.thread.start();
    return visitor;
  }

  private void visit() {
    while (!enough) {
      int began = switches.moment();
      try {
        String version = question.ask();
        if (!version.isEmpty() && !switches.allow(Colour.of(version), began)) {
          fail("answered by the colour of before: " + version);
        }
      } catch (IOException | AssertionError | IllegalStateException e) {
        fail(e.toString());
      }
      answers.incrementAndGet();
    }
  }

  private void fail(String how) {
    failed.incrementAndGet();
    if (failures.size() < PRINTED) {
      failures.add("after %d answers: %s".formatted(answers.get(), how));
    }
  }

  /** Waits until each of them has so many more answers. */
  static void awaitAnswers(List<Visitor> visitors, int more) {
    int[] targets = visitors.stream().mapToInt(each -> each.answers.get() + more).toArray();
    try {
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(Duration.ofMinutes(2))
          .until(() -> answers(visitors, targets));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Somebody waits for an answer: " + visitors, e);
    }
  }

  private static boolean answers(List<Visitor> visitors, int[] targets) {
    return IntStream.range(0, targets.length)
        .allMatch(i -> visitors.get(i).answers.get() >= targets[i]);
  }

  int failed() {
    return failed.get();
  }

  @Override
  public String toString() {
    return "%s: %d answers, %d failed %s".formatted(name, answers.get(), failed.get(), failures);
  }

  @Override
  public void close() {
    enough = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
