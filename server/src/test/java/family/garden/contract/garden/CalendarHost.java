package family.garden.contract.garden;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A real web server with external calendars, valid and invalid. */
public final class CalendarHost implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private CalendarHost(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static CalendarHost open() {
    try {
      return new CalendarHost(HttpServer.create(anyPort(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to start a web server", e);
    }
  }

  /** Opens one with TLS. */
  public static CalendarHost secure(SSLContext identity) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(identity));
      return new CalendarHost(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to start a web server", e);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    requests.add(path + " of " + exchange.getRequestHeaders().getFirst("Host"));
    try (exchange) {
      answers.getOrDefault(path, status(404)).handle(exchange);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address of a path here, by the name "localhost". */
  public String at(String path) {
    return at("localhost", path);
  }

  public String at(String host, String path) {
    return scheme + "://" + host + ":" + port() + path;
  }

  /** Sets the response for a path. */
  public void answer(String path, HttpHandler answer) {
    answers.put(path, answer);
  }

  /** Serves a calendar at {@code path} with these events, each as lines of properties. */
  public void calendar(String path, String... events) {
    answer(path, ok(ofEvents(events)));
  }

  public static HttpHandler ok(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  public static HttpHandler status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  public static HttpHandler redirect(int status, String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** A calendar with these events. */
  public static byte[] ofEvents(String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n");
    int number = 0;
    for (String event : events) {
      text.append("BEGIN:VEVENT\nUID:").append(number++).append('\n');
      text.append(event).append("\nEND:VEVENT\n");
    }
    text.append("END:VCALENDAR\n");
    return text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Every request so far, as "/path of host:port". */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
