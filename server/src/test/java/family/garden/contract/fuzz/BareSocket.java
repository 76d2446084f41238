package family.garden.contract.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes that an HTTP client would refuse to send. */
final class BareSocket {
  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");

  private final URI server;

  BareSocket(URI server) {
    this.server = server;
  }

  /**
   * The status of the answer to {@code request}, 0 if the server hung up without one.
   *
   * @param request in ISO 8859-1, one byte a character
   */
  int send(String request) throws IOException {
    return status(exchange(request));
  }

  /** Everything that the server sent until it closed or was silent for two seconds. */
  String exchange(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(2000);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } catch (SocketException hungUpWhileWeSpoke) {
        // The response may have arrived all the same.
      }
      return read(socket.getInputStream());
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        answer.write(buffer, 0, count);
      }
    } catch (SocketTimeoutException | SocketException nothingMore) {
      // What has arrived so far is the response.
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  static int status(String answer) {
    Matcher status = STATUS.matcher(answer);
    return status.find() ? Integer.parseInt(status.group(1)) : 0;
  }
}
