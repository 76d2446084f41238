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
  private sealed interface Chunk {
    record Bytes(Buffer buffer) implements Chunk {}

    record End() implements Chunk {}

    record Failure() implements Chunk {}
  }

  private final HttpClientResponse response;
  private final Context context;
  private final long giveUp;
  private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
  private @Nullable Buffer current;
  private int position;
  private boolean ended;

  /** Must be called on the event loop that the response came on. */
  BodyStream(HttpClientResponse response, long giveUp) {
    this.response = response;
    this.context = Vertx.currentContext();
    this.giveUp = giveUp;
    response.pause();
    response.handler(buffer -> chunks.add(new Chunk.Bytes(buffer)));
    response.endHandler(end -> chunks.add(new Chunk.End()));
    response.exceptionHandler(failure -> chunks.add(new Chunk.Failure()));
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
    Buffer chunk = current;
    while (chunk == null || position == chunk.length()) {
      chunk = next();
      if (chunk == null) {
        return -1;
      }
    }
    int count = Math.min(length, chunk.length() - position);
    chunk.getBytes(position, position + count, into, offset);
    position += count;
    return count;
  }

  private @Nullable Buffer next() throws IOException {
    if (ended) {
      return null;
    }
    context.runOnContext(run -> response.fetch(1));
    Chunk chunk = await();
    position = 0;
    current = chunk instanceof Chunk.Bytes(Buffer buffer) ? buffer : null;
    ended = current == null;
    if (chunk instanceof Chunk.Failure) {
      throw new BrokenBody(CalendarException.of(Kind.UNREACHABLE));
    }
    return current;
  }

  private Chunk await() throws IOException {
    try {
      Chunk chunk = chunks.poll(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (chunk == null) {
        throw new BrokenBody(CalendarException.of(Kind.TOO_SLOW));
      }
      return chunk;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the service stops");
    }
  }
}
