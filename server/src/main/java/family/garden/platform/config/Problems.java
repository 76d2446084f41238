package family.garden.platform.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with the settings, so that the keeper can correct all of it at
 * once.
 */
final class Problems {
  private final List<String> found = new ArrayList<>();

  /** Adds that the setting {@code name} is wrong, and what is expected. */
  void add(String name, String wrong, String expected) {
    found.add("%s: %s; expected %s".formatted(name, wrong, expected));
  }

  void throwIfAny() throws InvalidConfiguration {
    if (!found.isEmpty()) {
      throw toException();
    }
  }

  InvalidConfiguration toException() {
    return new InvalidConfiguration(found);
  }
}
