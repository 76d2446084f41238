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
 * Keeps answers in Redis. Where Redis is away every get is a miss: one caller waits {@link
 * #PATIENCE} at the most, then nobody asks for {@link #REST}.
 */
final class RedisCache implements Cache, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisCache.class);
  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final long KEPT_SECONDS = Duration.ofMinutes(10).toSeconds();

  private final Redis redis;
  private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

  RedisCache(Vertx vertx, String url) {
    int patience = (int) PATIENCE.toMillis();
    this.redis =
        Redis.createClient(
            vertx,
            new RedisOptions()
                .setConnectionString(url)
                .setMaxPoolSize(4)
                .setMaxPoolWaiting(200)
                .setNetClientOptions(
                    new NetClientOptions().setConnectTimeout(patience).setTcpKeepAlive(true)));
  }

  @Override
  public Optional<byte[]> get(String key) {
    Response kept = ask(Request.cmd(Command.GET).arg(key));
    return kept == null ? Optional.empty() : Optional.of(kept.toBytes());
  }

  @Override
  public void put(String key, byte[] value) {
    ask(
        Request.cmd(Command.SET)
            .arg(key)
            .arg(io.vertx.core.buffer.Buffer.buffer(value))
            .arg("EX")
            .arg(KEPT_SECONDS));
  }

  @Override
  public boolean reachable() {
    return ask(Request.cmd(Command.PING)) != null;
  }

  private @Nullable Response ask(Request request) {
    if (Instant.now().isBefore(restsUntil.get())) {
      return null;
    }
    try {
      Future<Response> answer = redis.send(request);
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Instant before = restsUntil.getAndSet(Instant.now().plus(REST));
      if (before.plus(REST).isBefore(Instant.now())) {
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
