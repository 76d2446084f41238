package family.garden.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server, on its own core. */
final class Server implements AutoCloseable {
  static final int PORT = 18080;
  static final String ADDRESS = "http://localhost:" + PORT;

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;

  /** From the start of the process to the first 200 of {@code /api/health/ready}. */
  final Duration start;

  private Server(Process process, Duration start) {
    this.process = process;
    this.start = start;
  }

  /**
   * How to start the server.
   *
   * @param app the folder of quarkus-run.jar
   * @param options for the JVM, on top of jvm.options
   */
  record Launch(Tools tools, Path app, Map<String, String> environment, List<String> options) {

    List<String> command() {
      List<String> command =
          new ArrayList<>(
              List.of(
                  tools.path("taskset"),
                  "-c",
                  Cores.SERVER,
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "@jvm.options"));
      command.addAll(options);
      command.addAll(List.of("-jar", "quarkus-run.jar"));
      return command;
    }

    Server start() {
      return start(command());
    }

    Server start(List<String> command) {
      ProcessBuilder builder = new ProcessBuilder(command).directory(app.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("BOOKING_"));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      File log = app.resolveSibling("bench-server.log").toFile();
      builder.redirectOutput(log);
      long begin = System.nanoTime();
      try {
        Process process = builder.start();
        while (!isReady()) {
          if (!process.isAlive()) {
            throw new Failure(
                "The server ended with %d; its log is %s".formatted(process.exitValue(), log));
          }
          pause();
        }
        return new Server(process, Duration.ofNanos(System.nanoTime() - begin));
      } catch (IOException e) {
        throw new Failure("Tried to start the server, failed: " + e.getMessage());
      }
    }
  }

  private static boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ADDRESS + "/api/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  /** A session's token. */
  static String logIn(String email, String password) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ADDRESS + "/api/auth/login"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      String answer = HTTP.send(request, BodyHandlers.ofString()).body();
      Matcher token = TOKEN.matcher(answer);
      if (!token.find()) {
        throw new Failure("The log-in failed: " + answer);
      }
      return token.group(1);
    } catch (IOException e) {
      throw new Failure("The log-in failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  /**
   * Memory of the process in MiB, as the kernel tells it.
   *
   * @param resident all pages in memory, also those of files
   * @param anonymous without those of files, which can be dropped and read again
   */
  record Memory(double resident, double anonymous) {
    String describe() {
      return "%.0f MiB (%.0f of it private)".formatted(resident, anonymous);
    }
  }

  Memory memory() {
    // taskset and sh become the JVM, so the process is the JVM.
    try {
      String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
      return new Memory(kilobytes(status, "VmRSS") / 1024.0, kilobytes(status, "RssAnon") / 1024.0);
    } catch (IOException e) {
      throw new Failure("Tried to read the memory used, failed: " + e.getMessage());
    }
  }

  private static long kilobytes(String status, String name) {
    Matcher matcher = Pattern.compile(name + ":\\s+(\\d+) kB").matcher(status);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new Failure("The server ended with " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
