package family.garden.platform.cache;

import family.garden.platform.config.Configuration;
import family.garden.platform.health.Check;
import family.garden.platform.metrics.FigureSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Chooses the cache: Redis if one is configured, otherwise the memory of the process. */
final class CacheParts {
  @Produces
  @Singleton
  Cache cache(Configuration configuration, Vertx vertx, MeterRegistry registry) {
    String url = configuration.redisUrl();
    return new CountedCache(url == null ? new MemoryCache() : new RedisCache(vertx, url), registry);
  }

  @Produces
  @Singleton
  Check check(Cache cache) {
    return new Check("cache") {
      @Override
      public Result look() {
        return cache.reachable() ? Result.up() : Result.degraded("slower without Redis");
      }
    };
  }

  @Produces
  @Singleton
  FigureSource figures(Configuration configuration, Cache cache) {
    return configuration.redisUrl() == null ? List::of : () -> RedisFigures.of(cache.info());
  }
}
