package family.garden.ops.monitoring;

import family.garden.ops.check.Finding;
import family.garden.ops.disk.Durable;
import family.garden.ops.doctor.Diagnosis;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the doctor found that the keeper does not know yet, and what is gone since.
 *
 * @param file where the findings that the keeper was notified of are kept
 */
record DoctorNews(Path file) {
  /** The file keeps no more, so that it cannot grow. */
  private static final int MOST = 50;

  private static final int LONGEST = 400;

  /** Alertmanager sends these itself. */
  private static final String ALERTS = "alerts";

  /** What could not be looked at, in place of the name of a check. */
  private static final String UNAVAILABLE = "unavailable";

  /**
   * What is kept of a finding.
   *
   * @param key the same for the same fault, whatever numbers are in its message
   */
  record Known(String key, String message) {}

  /** The content of the file. */
  record Kept(List<Known> findings) {}

  /**
   * What changed.
   *
   * @param all what is wrong now
   */
  record News(List<Finding> begun, List<Known> gone, List<Known> all) {
    boolean isNone() {
      return begun.isEmpty() && gone.isEmpty();
    }
  }

  /**
   * Compares a diagnosis with what the keeper knows.
   *
   * @throws OpsException if the file cannot be read; a damaged one counts as empty
   */
  News of(Diagnosis diagnosis) throws OpsException {
    Map<String, Known> before = new LinkedHashMap<>();
    for (Known known : read()) {
      before.put(known.key(), known);
    }
    Map<String, Known> now = new LinkedHashMap<>();
    List<Finding> begun = new ArrayList<>();
    for (Finding finding : urgent(diagnosis)) {
      Known known = new Known(key(finding), shortened(finding.message()));
      if (now.size() < MOST && now.put(known.key(), known) == null) {
        if (!before.containsKey(known.key())) {
          begun.add(finding);
        }
      }
    }
    List<Known> gone = new ArrayList<>();
    for (Known known : before.values()) {
      if (now.containsKey(known.key())) {
        continue;
      }
      if (isUnavailable(known, diagnosis) && now.size() < MOST) {
        // Nobody could look, so it may still be there.
        now.put(known.key(), known);
      } else {
        gone.add(known);
      }
    }
    return new News(begun, gone, List.copyOf(now.values()));
  }

  /** Remembers that the keeper knows it. */
  void remember(News news) throws OpsException {
    Durable.write(file, Json.write(new Kept(news.all())));
  }

  private List<Known> read() throws OpsException {
    Optional<String> text = Durable.read(file);
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      return Json.read(text.get(), Kept.class, file.toString()).findings();
    } catch (OpsException e) {
      return List.of();
    }
  }

  private static List<Finding> urgent(Diagnosis diagnosis) {
    List<Finding> urgent = new ArrayList<>();
    for (Finding finding : diagnosis.findings()) {
      if (finding.isUrgent() && !finding.check().equals(ALERTS)) {
        urgent.add(finding);
      }
    }
    for (String why : diagnosis.unavailable()) {
      urgent.add(
          new Finding(
              UNAVAILABLE,
              Finding.Severity.URGENT,
              "the doctor could not look at " + why,
              "Run \"sudo bookingctl doctor\"."));
    }
    return urgent;
  }

  private static boolean isUnavailable(Known known, Diagnosis diagnosis) {
    String check = known.key().substring(0, known.key().indexOf(':') + 1);
    return diagnosis.unavailable().stream().anyMatch(why -> why.startsWith(check));
  }

  private static String key(Finding finding) {
    return shortened(
        finding.check() + ": " + finding.message().replaceAll("\\d[\\d.,:TZ%-]*", "#"));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
