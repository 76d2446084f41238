package family.garden.bench.gap;

import java.util.Map;

/** A connection to the site, with TLS. */
interface Connection extends AutoCloseable {
  /**
   * Sends the request once and waits for the whole response; nothing is sent a second time.
   *
   * @throws RequestFailure if no whole response came
   * @throws Gone if the connection had ended before anything was sent
   */
  Response send(Request request, Map<String, String> headers) throws RequestFailure, Gone;

  @Override
  void close();

  /** Nothing was sent, so the caller takes another connection, as browsers do. */
  final class Gone extends Exception {
    Gone() {
      super("ended while it waited", null, false, false);
    }
  }
}
