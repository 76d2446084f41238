package family.garden.bench.gap;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hands out connections, as the browsers of many people would open and keep them. */
final class Lines implements AutoCloseable {
  /** How a request travels. */
  enum Way {
    /** On an HTTP/1.1 connection that has waited since its last answer. */
    KEPT,
    /** On an HTTP/1.1 connection of its own. */
    NEW,
    /** Beside others on an HTTP/2 connection. */
    HTTP2
  }

  /** Then somebody else comes, with a new connection; nginx itself ends one after 1,000. */
  private static final int REQUESTS_OF_A_VISIT = 200;

  private static final class Visit {
    final HttpTwo line;
    final AtomicInteger begun = new AtomicInteger(1);

    Visit(HttpTwo line) {
      this.line = line;
    }
  }

  private final Connector dial;
  private final Deque<HttpOne> waiting = new ConcurrentLinkedDeque<>();
  private final AtomicReference<@Nullable Visit> visit = new AtomicReference<>();

  Lines(Connector dial) {
    this.dial = dial;
  }

  Reply ask(Ask ask, Way way, Map<String, String> headers) throws RequestFailure {
    return switch (way) {
      case NEW -> anew(ask, headers);
      case KEPT -> kept(ask, headers);
      case HTTP2 -> shared(ask, headers);
    };
  }

  private Reply anew(Ask ask, Map<String, String> headers) throws RequestFailure {
    try (HttpOne line = new HttpOne(dial, ask.pace() > 0)) {
      return line.ask(ask, headers);
    } catch (Connection.Gone e) {
      throw new RequestFailure(Kind.CLOSED, "closed before anything was sent");
    }
  }

  private Reply kept(Ask ask, Map<String, String> headers) throws RequestFailure {
    for (HttpOne line = waiting.poll(); line != null; line = waiting.poll()) {
      try {
        return keep(line, line.ask(ask, headers));
      } catch (Connection.Gone e) {
        // It ended while it waited, and nothing was sent on it.
      }
    }
    HttpOne line = new HttpOne(dial, false);
    try {
      return keep(line, line.ask(ask, headers));
    } catch (Connection.Gone e) {
      throw new RequestFailure(Kind.CLOSED, "closed before anything was sent");
    }
  }

  private Reply keep(HttpOne line, Reply reply) {
    if (line.isOpen()) {
      waiting.push(line);
    }
    return reply;
  }

  private Reply shared(Ask ask, Map<String, String> headers) throws RequestFailure {
    Visit current = visit.get();
    if (current != null && current.begun.incrementAndGet() <= REQUESTS_OF_A_VISIT) {
      try {
        return on(current, ask, headers);
      } catch (Connection.Gone e) {
        // It ended while nothing of this request was sent.
      }
    }
    Visit fresh = new Visit(new HttpTwo(dial));
    visit.set(fresh);
    try {
      return on(fresh, ask, headers);
    } catch (Connection.Gone e) {
      throw new RequestFailure(Kind.CLOSED, "closed before anything was sent");
    }
  }

  private Reply on(Visit used, Ask ask, Map<String, String> headers)
      throws RequestFailure, Connection.Gone {
    try {
      return used.line.ask(ask, headers);
    } catch (RequestFailure lost) {
      if (lost.kind() == Kind.TIMEOUT) {
        visit.compareAndSet(used, null);
      }
      throw lost;
    } finally {
      if (visit.get() != used) {
        used.line.closeWhenIdle();
      }
    }
  }

  @Override
  public void close() {
    waiting.forEach(HttpOne::close);
    Visit last = visit.get();
    if (last != null) {
      last.line.close();
    }
  }
}
