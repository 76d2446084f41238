package family.garden.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts the attempts to send a letter, by how they ended. */
final class SendingMetrics {
  /** How an attempt ended. */
  enum Ending {
    SENT,
    /** The letter is tried again. */
    DEFERRED,
    /** The mail server refused it for good. */
    REFUSED,
    /** It was tried for days, or cannot be read. */
    GIVEN_UP
  }

  private final Map<Ending, Counter> counters = new EnumMap<>(Ending.class);

  SendingMetrics(MeterRegistry registry) {
    for (Ending ending : Ending.values()) {
      String name = ending.name().toLowerCase(Locale.ROOT);
      counters.put(ending, registry.counter("outbox.letters", "result", name));
    }
  }

  void count(Ending ending) {
    Counter counter = counters.get(ending);
    if (counter != null) {
      counter.increment();
    }
  }
}
