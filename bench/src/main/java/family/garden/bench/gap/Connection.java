package family.garden.bench.gap;

import java.util.Map;

/** A connection. */
interface Connection extends AutoCloseable {
  /**
   * Asks once and waits for the whole answer; nothing is sent a second time.
   *
   * @throws RequestFailure if there is none
   * @throws Gone if the connection had ended before anything was sent
   */
  Reply ask(Ask ask, Map<String, String> headers) throws RequestFailure, Gone;

  @Override
  void close();

  /** Nothing was sent: whoever asks takes another connection, as browsers do. */
  final class Gone extends Exception {
    Gone() {
      super("ended while it waited", null, false, false);
    }
  }
}
