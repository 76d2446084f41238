package family.garden.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts hits and misses of a cache. The share of hits is a figure from the first look-up on:
 * before it there is none, not 0.
 */
final class CountedCache implements Cache {
  private final Cache cache;
  private final Counter hits;
  private final Counter misses;
  private final MeterRegistry registry;
  private final AtomicBoolean used = new AtomicBoolean();

  CountedCache(Cache cache, MeterRegistry registry) {
    this.cache = cache;
    this.hits = registry.counter("cache.requests", "result", "hit");
    this.misses = registry.counter("cache.requests", "result", "miss");
    this.registry = registry;
  }

  @Override
  public Optional<byte[]> get(String key) {
    Optional<byte[]> cached = cache.get(key);
    (cached.isPresent() ? hits : misses).increment();
    if (used.compareAndSet(false, true)) {
      Gauge.builder("cache.hit.ratio", this, CountedCache::ratio)
          .description("share of look-ups since the start that found something, 0 to 1")
          .register(registry);
    }
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

  @Override
  public Optional<String> info() {
    return cache.info();
  }

  private double ratio() {
    return hits.count() / (hits.count() + misses.count());
  }
}
