package family.garden.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests by wrk: each connection sends its next request when it has its response.
 *
 * @param rate answers per second
 * @param median milliseconds
 * @param p99 milliseconds
 * @param failed answers outside 2xx and 3xx, and broken connections
 */
record Load(double rate, double median, double p99, long failed) {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern BROKEN =
      Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  /**
   * Sends load from its own core.
   *
   * @param script a Lua script that makes the requests; null to repeat the one of {@code url}
   */
  static Load send(
      Tools tools,
      String url,
      String token,
      int connections,
      int seconds,
      @Nullable String script) {
    List<String> command =
        new ArrayList<>(
            List.of(
                tools.path("taskset"),
                "-c",
                Cores.OTHERS,
                tools.path("wrk"),
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "--latency",
                "-H",
                "Authorization: Bearer " + token));
    if (script != null) {
      command.addAll(List.of("-s", script));
    }
    command.add(url);
    return read(Tools.run(Map.of("BENCH_TOKEN", token), command));
  }

  static Load read(String output) {
    Matcher refused = REFUSED.matcher(output);
    Matcher broken = BROKEN.matcher(output);
    long failed = refused.find() ? Long.parseLong(refused.group(1)) : 0;
    if (broken.find()) {
      for (int i = 1; i <= 4; i++) {
        failed += Long.parseLong(broken.group(i));
      }
    }
    return new Load(
        number(RATE, output), milliseconds(MEDIAN, output), milliseconds(P99, output), failed);
  }

  private static double number(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new Failure("wrk printed something else than expected:\n" + output);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static double milliseconds(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new Failure("wrk printed something else than expected:\n" + output);
    }
    double value = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> value / 1000;
      case "s" -> value * 1000;
      default -> value;
    };
  }

  String describe() {
    return String.format(
        Locale.ROOT, "%,.0f/s, median %.1f ms, p99 %.1f ms, failed %d", rate, median, p99, failed);
  }
}
