package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import family.garden.platform.http.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AfterAnswerTest {
  private final AfterAnswer afterAnswer = new AfterAnswer();

  @Test
  void goes_on_after_an_error() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    afterAnswer.run(
        () -> {
          throw new AssertionError("not even an exception");
        });
    afterAnswer.run(done::countDown);
    done.await();
    afterAnswer.stop(new ShutdownEvent());
  }

  @Test
  void tries_what_fails_once_more_and_no_third_time() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(2);
    AtomicInteger all = new AtomicInteger();
    afterAnswer.run(
        () -> {
          all.incrementAndGet();
          second.countDown();
          throw new IllegalStateException("the database is away");
        });
    second.await();
    afterAnswer.stop(new ShutdownEvent());
    assertThat(all).hasValue(2);
  }

  @Test
  void does_what_waits_before_it_stops_and_takes_no_more() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 50; i++) {
      afterAnswer.run(done::incrementAndGet);
    }
    afterAnswer.stop(new ShutdownEvent());
    assertThat(done).hasValue(50);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> afterAnswer.run(done::incrementAndGet));
  }

  @Test
  void refuses_the_hundred_and_first() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Runnable waits =
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    for (int i = 0; i < 100; i++) {
      afterAnswer.run(waits);
    }
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> afterAnswer.run(waits));
    end.countDown();
    afterAnswer.stop(new ShutdownEvent());
  }
}
