package family.garden.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** Counts hits and misses of a cache. */
final class CountedCache implements Cache {
  private final Cache cache;
  private final Counter hits;
  private final Counter misses;

  CountedCache(Cache cache, MeterRegistry registry) {
    this.cache = cache;
    this.hits = registry.counter("cache.requests", "result", "hit");
    this.misses = registry.counter("cache.requests", "result", "miss");
    Gauge.builder("cache.hit.ratio", this, CountedCache::ratio)
        .description("share of look-ups since the start that found something, 0 to 1")
        .register(registry);
  }

  @Override
  public Optional<byte[]> get(String key) {
    Optional<byte[]> cached = cache.get(key);
    (cached.isPresent() ? hits : misses).increment();
    return cached;
  }

  @Override
  public void put(String key, byte[] value) {
    cache.put(key, value);
  }

  @Override
  public boolean reachable() {
    return cache.reachable();
  }

  private double ratio() {
    double all = hits.count() + misses.count();
    return all == 0 ? 0 : hits.count() / all;
  }
}
