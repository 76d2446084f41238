package family.garden.bench.gap;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Opens, keeps and shares connections, as the browsers of many people would. */
final class ConnectionPool implements AutoCloseable {
  /** How a request travels. */
  enum Transport {
    /** On an HTTP/1.1 connection that has been idle since its last response. */
    REUSED,
    /** On an HTTP/1.1 connection of its own. */
    NEW,
    /** Beside others on an HTTP/2 connection. */
    HTTP2
  }

  /** After these a new visitor opens a new connection; nginx itself closes one after 1,000. */
  private static final int REQUESTS_OF_A_VISIT = 200;

  private static final class Visit {
    final HttpTwo connection;
    final AtomicInteger begun = new AtomicInteger(1);

    Visit(HttpTwo connection) {
      this.connection = connection;
    }
  }

  private final Connector connector;
  private final Deque<HttpOne> waiting = new ConcurrentLinkedDeque<>();
  private final AtomicReference<@Nullable Visit> visit = new AtomicReference<>();

  ConnectionPool(Connector connector) {
    this.connector = connector;
  }

  Response send(Request request, Transport transport, Map<String, String> headers)
      throws RequestFailure {
    return switch (transport) {
      case NEW -> anew(request, headers);
      case REUSED -> reused(request, headers);
      case HTTP2 -> shared(request, headers);
    };
  }

  private Response anew(Request request, Map<String, String> headers) throws RequestFailure {
    try (HttpOne connection = new HttpOne(connector, request.pace() > 0)) {
      return connection.send(request, headers);
    } catch (Connection.Gone e) {
      throw new RequestFailure(FailureKind.CLOSED, "closed before anything was sent");
    }
  }

  private Response reused(Request request, Map<String, String> headers) throws RequestFailure {
    for (HttpOne connection = waiting.poll(); connection != null; connection = waiting.poll()) {
      try {
        return release(connection, connection.send(request, headers));
      } catch (Connection.Gone e) {
        // The connection ended while it was idle, and nothing was sent on it.
      }
    }
    HttpOne connection = new HttpOne(connector, false);
    try {
      return release(connection, connection.send(request, headers));
    } catch (Connection.Gone e) {
      throw new RequestFailure(FailureKind.CLOSED, "closed before anything was sent");
    }
  }

  private Response release(HttpOne connection, Response response) {
    if (connection.isOpen()) {
      waiting.push(connection);
    }
    return response;
  }

  private Response shared(Request request, Map<String, String> headers) throws RequestFailure {
    Visit current = visit.get();
    if (current != null && current.begun.incrementAndGet() <= REQUESTS_OF_A_VISIT) {
      try {
        return on(current, request, headers);
      } catch (Connection.Gone e) {
        // The connection ended before any of this request was sent.
      }
    }
    Visit opened = new Visit(new HttpTwo(connector));
    visit.set(opened);
    try {
      return on(opened, request, headers);
    } catch (Connection.Gone e) {
      throw new RequestFailure(FailureKind.CLOSED, "closed before anything was sent");
    }
  }

  private Response on(Visit used, Request request, Map<String, String> headers)
      throws RequestFailure, Connection.Gone {
    try {
      return used.connection.send(request, headers);
    } catch (RequestFailure failure) {
      if (failure.kind() == FailureKind.TIMEOUT) {
        visit.compareAndSet(used, null);
      }
      throw failure;
    } finally {
      if (visit.get() != used) {
        used.connection.closeWhenIdle();
      }
    }
  }

  @Override
  public void close() {
    waiting.forEach(HttpOne::close);
    Visit last = visit.get();
    if (last != null) {
      last.connection.close();
    }
  }
}
