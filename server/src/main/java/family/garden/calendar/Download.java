package family.garden.calendar;

import family.garden.calendar.CalendarException.Kind;
import family.garden.platform.config.Configuration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Downloads from an address that an attacker may have chosen: from public machines only, in ten
 * seconds, 16 megabytes at the most, which are never in memory at once. The name is resolved once,
 * here, and the connection goes to the very address that was checked: a name that resolves to
 * another address the second time gains nothing.
 */
@Singleton
final class Download {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final int MOST_REDIRECTS = 3;

  private final Vertx vertx;
  private final Set<String> trusted;

  Download(Vertx vertx, Configuration configuration) {
    this.vertx = vertx;
    this.trusted = configuration.calendarTrustedHosts();
  }

  /** Reads the body at an address while it arrives. */
  @FunctionalInterface
  interface Use<T> {
    T read(InputStream body) throws IOException, CalendarException;
  }

  /**
   * @param encoding how the body is packed; null if it is not
   * @param location where a redirect leads; null if there is a body
   */
  private record Reply(
      @Nullable BodyStream body, @Nullable String encoding, @Nullable String location) {}

  <T> T read(WebAddress address, Use<T> use) throws CalendarException {
    long giveUp = System.nanoTime() + TIMEOUT.toNanos();
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) TIMEOUT.toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(1));
    try {
      WebAddress next = address;
      for (int i = 0; i <= MOST_REDIRECTS; i++) {
        InetAddress machine = find(next, giveUp);
        Reply reply =
            await(
                ask(client, next, machine, giveUp).toCompletionStage().toCompletableFuture(),
                giveUp);
        if (reply.body() != null) {
          return use.read(Unpacking.of(reply.body(), reply.encoding(), MOST_BYTES));
        }
        next = goOn(next, reply.location());
      }
      throw CalendarException.of(Kind.REDIRECTS);
    } catch (BrokenBody e) {
      throw e.reason();
    } catch (IOException e) {
      // The body cannot be decompressed.
      throw CalendarException.of(Kind.UNREADABLE);
    } finally {
      // Closes the connection, also in the middle of a response.
      client.close();
    }
  }

  /**
   * Where a redirect leads. Only a trusted host itself may redirect to that host, and only to the
   * same port: the keeper trusts the address that was typed, and not the redirect of another
   * server.
   */
  private WebAddress goOn(WebAddress from, @Nullable String location) throws CalendarException {
    WebAddress to =
        from.leadingTo(location).orElseThrow(() -> CalendarException.of(Kind.REDIRECTS));
    if (trusted.contains(to.host()) && !to.isAtTheSamePlaceAs(from)) {
      throw CalendarException.of(Kind.NOT_PUBLIC);
    }
    return to;
  }

  /** The machine that a name stands for. Refuses a name if any of its addresses is not public. */
  private InetAddress find(WebAddress address, long giveUp) throws CalendarException {
    boolean free = trusted.contains(address.host());
    if (!free && !address.hasUsualPort()) {
      throw CalendarException.of(Kind.NOT_PUBLIC);
    }
    FutureTask<InetAddress[]> lookup =
        new FutureTask<>(() -> InetAddress.getAllByName(address.host()));
    // In a thread of its own: a look-up would hold one of the few that carry all virtual threads.
    Thread.ofPlatform().daemon().name("calendar-lookup").start(lookup);
    InetAddress[] found = await(lookup, giveUp);
    if (!free && !Arrays.stream(found).allMatch(PublicNetwork::has)) {
      throw CalendarException.of(Kind.NOT_PUBLIC);
    }
    return found[0];
  }

  private static Future<Reply> ask(
      HttpClient client, WebAddress address, InetAddress machine, long giveUp) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(
                    SocketAddress.inetSocketAddress(new InetSocketAddress(machine, address.port())))
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.secure())
                .setURI(address.target())
                .putHeader("Accept", "text/calendar, */*;q=0.1")
                .putHeader("Accept-Encoding", "gzip")
                .putHeader("User-Agent", "Booking"))
        // One step, on the event loop: between two, the response could come before it has a
        // handler.
        .compose(request -> request.send().compose(response -> reply(response, giveUp)));
  }

  private static Future<Reply> reply(HttpClientResponse response, long giveUp) {
    int status = response.statusCode();
    if (Set.of(301, 302, 303, 307, 308).contains(status)) {
      String location = response.getHeader("Location");
      return location == null
          ? Future.failedFuture(CalendarException.of(Kind.REDIRECTS))
          : Future.succeededFuture(new Reply(null, null, location));
    }
    if (status != 200) {
      return Future.failedFuture(CalendarException.status(status));
    }
    String encoding = response.getHeader("Content-Encoding");
    return Future.succeededFuture(new Reply(new BodyStream(response, giveUp), encoding, null));
  }

  private static <T> T await(java.util.concurrent.Future<T> future, long giveUp)
      throws CalendarException {
    try {
      return future.get(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw CalendarException.of(Kind.TOO_SLOW);
    } catch (ExecutionException e) {
      throw exception(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the service stops");
    }
  }

  private static CalendarException exception(@Nullable Throwable cause) {
    return switch (cause) {
      case CalendarException known -> known;
      case UnknownHostException e -> CalendarException.of(Kind.UNKNOWN_HOST);
      case SSLException e -> CalendarException.of(Kind.UNTRUSTED);
      case null, default -> CalendarException.of(Kind.UNREACHABLE);
    };
  }
}
