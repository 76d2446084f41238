package family.garden.platform.cache;

import java.util.Optional;

/**
 * Caches answers under keys that are never used for another answer: no entry can be out of date,
 * and losing all of them costs only time.
 */
public interface Cache {
  /** The value of {@code key}; empty if there is none, or the cache is away. */
  Optional<byte[]> get(String key);

  /** Stores {@code value} for some minutes, if the cache is there. */
  void put(String key, byte[] value);

  /** Whether it answers at the moment. */
  boolean reachable();

  /** What Redis says of itself ({@code INFO}); empty if it is away, or there is none. */
  Optional<String> info();
}
