package family.garden.bench.gap;

/** How a request failed. */
public enum Kind {
  /** Nobody took the connection. */
  REFUSED,
  /** The connection was taken, but TLS did not come about. */
  TLS,
  /** The connection was reset while the answer was awaited. */
  RESET,
  /** The connection was closed in place of an answer. */
  CLOSED,
  /** The answer had begun and ended too early. */
  CUT_SHORT,
  /** The other side announced the end of an HTTP/2 connection and left this request out. */
  GOAWAY,
  TIMEOUT,
  /** A status from 500. */
  SERVER_ERROR,
  /** Another status than a request like this gets. */
  UNEXPECTED_STATUS,
  /** The right status with something else than what was asked for. */
  WRONG_CONTENT,
  /** Not HTTP. */
  PROTOCOL
}
