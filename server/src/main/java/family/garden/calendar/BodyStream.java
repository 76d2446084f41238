package family.garden.calendar;

import family.garden.calendar.CalendarException.Kind;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an HTTP response as a stream. It asks for the next part when the one before has been
 * read, so that never more than one is in memory.
 */
final class BodyStream extends InputStream {
  private sealed interface Part {
    record Bytes(Buffer buffer) implements Part {}

    record End() implements Part {}

    record Failure() implements Part {}
  }

  private final HttpClientResponse response;
  private final Context context;
  private final long giveUp;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private @Nullable Buffer current;
  private int position;
  private boolean ended;

  /** Must be called on the event loop that the response came on. */
  BodyStream(HttpClientResponse response, long giveUp) {
    this.response = response;
    this.context = Vertx.currentContext();
    this.giveUp = giveUp;
    response.pause();
    response.handler(buffer -> parts.add(new Part.Bytes(buffer)));
    response.endHandler(end -> parts.add(new Part.End()));
    response.exceptionHandler(failure -> parts.add(new Part.Failure()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    Buffer part = current;
    while (part == null || position == part.length()) {
      part = next();
      if (part == null) {
        return -1;
      }
    }
    int count = Math.min(length, part.length() - position);
    part.getBytes(position, position + count, into, offset);
    position += count;
    return count;
  }

  private @Nullable Buffer next() throws IOException {
    if (ended) {
      return null;
    }
    context.runOnContext(run -> response.fetch(1));
    Part part = await();
    position = 0;
    current = part instanceof Part.Bytes(Buffer buffer) ? buffer : null;
    ended = current == null;
    if (part instanceof Part.Failure) {
      throw new BrokenBody(CalendarException.of(Kind.UNREACHABLE));
    }
    return current;
  }

  private Part await() throws IOException {
    try {
      Part part = parts.poll(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (part == null) {
        throw new BrokenBody(CalendarException.of(Kind.TOO_SLOW));
      }
      return part;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the service stops");
    }
  }
}
