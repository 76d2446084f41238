package family.garden.platform.cache;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Caches answers in Redis. While Redis is away every get is a miss: one caller waits {@link
 * #TIMEOUT} at the most, and then no caller asks Redis for {@link #PAUSE}.
 */
final class RedisCache implements Cache, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisCache.class);
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final long LIFETIME_SECONDS = Duration.ofMinutes(10).toSeconds();

  private final Redis redis;
  private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

  RedisCache(Vertx vertx, String url) {
    int timeout = (int) TIMEOUT.toMillis();
    this.redis =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(url)
                .setMaxPoolSize(4)
                .setMaxPoolWaiting(200)
                .setNetClientOptions(
                    new NetClientOptions().setConnectTimeout(timeout).setTcpKeepAlive(true)));
  }

  @Override
  public Optional<byte[]> get(String key) {
    Response cached = send(Request.cmd(Command.GET).arg(key));
    return cached == null ? Optional.empty() : Optional.of(cached.toBytes());
  }

  @Override
  public void put(String key, byte[] value) {
    send(
        Request.cmd(Command.SET)
            .arg(key)
            .arg(io.vertx.core.buffer.Buffer.buffer(value))
            .arg("EX")
            .arg(LIFETIME_SECONDS));
  }

  @Override
  public boolean reachable() {
    return send(Request.cmd(Command.PING)) != null;
  }

  @Override
  public Optional<String> info() {
    return Optional.ofNullable(send(Request.cmd(Command.INFO))).map(Response::toString);
  }

  private @Nullable Response send(Request request) {
    if (Instant.now().isBefore(pausedUntil.get())) {
      return null;
    }
    try {
      Future<Response> answer = redis.send(request);
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Instant before = pausedUntil.getAndSet(Instant.now().plus(PAUSE));
      if (before.plus(PAUSE).isBefore(Instant.now())) {
        LOG.warnf("Redis does not answer; going on without it: %s", e.getMessage());
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
