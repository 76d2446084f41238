package family.garden.mail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server on a real socket that gives scripted answers, or none. */
final class ScriptedMailServer implements AutoCloseable {
  private static final String NO_ANSWER = "";

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private final Queue<String> letters = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

  ScriptedMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to listen as a mail server", e);
    }
    answers.put("", "220 mail.example ESMTP");
    answers.put("EHLO", "250-mail.example\r\n250-AUTH PLAIN\r\n250 8BITMIME");
    answers.put("AUTH", "235 welcome");
    answers.put("DATA", "354 go on");
    answers.put("QUIT", "221 bye");
    Thread.ofVirtual().start(this::accept);
  }

  /**
   * Answers commands that begin with {@code command} by this line; the longest beginning counts.
   */
  ScriptedMailServer answer(String command, String line) {
    answers.put(command, line);
    return this;
  }

  /** Never answers commands that begin with {@code command}; an empty one means the greeting. */
  ScriptedMailServer hangAt(String command) {
    return answer(command, NO_ANSWER);
  }

  /** The administrator's settings for this server. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("host", "localhost");
    settings.put("port", socket.getLocalPort());
    settings.put("from", "garten@garden.example");
    settings.put("security", "None");
    settings.put("enabled", true);
    return settings;
  }

  /** Every command so far with this beginning. */
  List<String> commands(String beginning) {
    return commands.stream().filter(command -> command.startsWith(beginning)).toList();
  }

  /** The letters that the server accepted, as they came. */
  List<String> letters() {
    return List.copyOf(letters);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8))) {
      tell(out, answerTo(""));
      String line = in.readLine();
      while (line != null) {
        commands.add(line);
        String answer = answerTo(line);
        tell(out, answer);
        if (answer.startsWith("354")) {
          take(in, out);
        }
        line = in.readLine();
      }
    } catch (IOException gone) {
      // So is the other side.
    }
  }

  private void take(BufferedReader in, BufferedWriter out) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    commands.add(".");
    String answer = answerTo(".");
    if (answer.startsWith("250")) {
      letters.add(letter.toString());
    }
    tell(out, answer);
  }

  private String answerTo(String line) {
    String command = line.toUpperCase(Locale.ROOT);
    return answers.entrySet().stream()
        .filter(entry -> entry.getKey().isEmpty() == line.isEmpty())
        .filter(entry -> command.startsWith(entry.getKey().toUpperCase(Locale.ROOT)))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse("250 ok");
  }

  private static void tell(BufferedWriter out, String answer) throws IOException {
    if (!answer.equals(NO_ANSWER)) {
      out.write(answer + "\r\n");
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to end a mail server", e);
    }
  }
}
