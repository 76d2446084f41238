package family.garden.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that hold for every answer and that an OpenAPI document cannot express. */
final class GeneralRules {
  private static final Pattern CACHEABLE = Pattern.compile("/api/(openapi|version|health(/.*)?)");

  /** Words of the server's internals, which no response may contain. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          "[A-Z]\\w*Exception\\b|\\bat [a-z]+\\.[a-z.]+\\w+\\(|Caused by:|java\\.(lang|util|time)\\."
              + "|family\\.garden\\.|org\\.(postgresql|jdbi|jboss)|io\\.(quarkus|vertx)|jakarta\\."
              + "|com\\.fasterxml|SQLSTATE|violates \\w+ constraint|jdbc:");

  private GeneralRules() {}

  static List<String> faults(String path, Answer answer) {
    List<String> faults = new ArrayList<>();
    if (path.startsWith("/api/") && !CACHEABLE.matcher(path).matches()) {
      unless(has(answer, "Cache-Control", "no-store"), "Cache-Control is not no-store", faults);
    }
    unless(has(answer, "X-Content-Type-Options", "nosniff"), "nosniff is missing", faults);
    unless(answer.header("Referrer-Policy") != null, "Referrer-Policy is missing", faults);
    unless(
        answer.header("Content-Security-Policy") != null,
        "Content-Security-Policy is missing",
        faults);
    unless(
        answer.header("X-Frame-Options") != null
            || has(answer, "Content-Security-Policy", "frame-ancestors"),
        "other sites may frame the answer",
        faults);
    if (answer.status() >= 400 && path.startsWith("/api/") && !path.startsWith("/api/health")) {
      unless(AnswerRules.isProblem(answer), "an error that is no problem document", faults);
      unless(
          answer.body().path("status").asInt() == answer.status(),
          "the problem's status is not the answer's",
          faults);
    }
    if (answer.status() >= 400) {
      Matcher internals = INTERNALS.matcher(answer.text());
      if (internals.find()) {
        faults.add("the error reveals internals: " + internals.group());
      }
    }
    return faults;
  }

  private static void unless(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }

  private static boolean has(Answer answer, String header, String part) {
    return answer.headers().allValues(header).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(part));
  }
}
