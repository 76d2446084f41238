package family.garden.platform.cache;

import java.util.Optional;

/**
 * Keeps answers under names that are never used again for another answer, so that nothing in it can
 * be out of date and losing it all costs only time.
 */
public interface Cache {
  /** What is kept under {@code key}; empty where there is nothing, or the cache is away. */
  Optional<byte[]> get(String key);

  /** Keeps {@code value} for some minutes, if it can. */
  void put(String key, byte[] value);

  /** Whether it answers at the moment. */
  boolean reachable();
}
