package family.garden.platform.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Caches the most recently used answers in the process, {@value #MOST_BYTES} bytes at the most. */
final class MemoryCache implements Cache {
  private static final int MOST_BYTES = 1024 * 1024;

  private final Map<String, byte[]> cached = new LinkedHashMap<>(64, 0.75f, true);
  private int bytes;

  @Override
  public synchronized Optional<byte[]> get(String key) {
    return Optional.ofNullable(cached.get(key));
  }

  @Override
  public synchronized void put(String key, byte[] value) {
    if (value.length > MOST_BYTES) {
      return;
    }
    byte[] before = cached.put(key, value);
    bytes += value.length - (before == null ? 0 : before.length);
    var eldest = cached.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }

  @Override
  public boolean reachable() {
    return true;
  }

  @Override
  public Optional<String> info() {
    return Optional.empty();
  }
}
