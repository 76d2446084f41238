package family.garden.bench.gap;

/** How a request failed. */
public enum FailureKind {
  /** No server accepted the connection. */
  REFUSED,
  /** The server accepted the connection, but the TLS handshake failed. */
  TLS,
  /** The connection was reset before the response. */
  RESET,
  /** The server closed the connection in place of a response. */
  CLOSED,
  /** The response began and ended too early. */
  CUT_SHORT,
  /** The server announced the end of an HTTP/2 connection and did not process this request. */
  GOAWAY,
  TIMEOUT,
  /** A status from 500. */
  SERVER_ERROR,
  /** A status that the request does not expect. */
  UNEXPECTED_STATUS,
  /** The right status with the wrong content. */
  WRONG_CONTENT,
  /** Not HTTP. */
  PROTOCOL
}
