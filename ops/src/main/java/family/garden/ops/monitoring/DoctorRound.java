package family.garden.ops.monitoring;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.doctor.Diagnosis;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.notify.Deliveries;
import family.garden.ops.notify.Notification;
import family.garden.ops.notify.Notifications;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A round of the doctor that nobody asked for: publishes figures, notifies the keeper of what
 * changed, and reports outside the house that this box is alive.
 */
public final class DoctorRound {
  private static final String STATE = "doctor-news.json";

  private final Settings settings;
  private final Progress progress;
  private final Examination examination;
  private final Notifications notifications;

  /** Reads the status and runs the checks. */
  interface Examination {
    Examined run();
  }

  /** What was read, and what is wrong with it. */
  record Examined(StackStatus status, Diagnosis diagnosis) {}

  public DoctorRound(Settings settings, Progress progress) {
    this(
        settings,
        progress,
        () -> {
          StackStatus status = StackStatus.read(settings, progress);
          return new Examined(status, Doctor.examine(settings, status, progress));
        });
  }

  DoctorRound(Settings settings, Progress progress, Examination examination) {
    this.settings = settings;
    this.progress = progress;
    this.examination = examination;
    this.notifications = new Notifications(settings, progress);
  }

  /**
   * One round. While a deploy or another work is under way, it only reports that the box is alive:
   * what is half done looks wrong.
   *
   * @throws OpsException if what the keeper knows cannot be remembered
   */
  public RoundResult run() throws OpsException {
    Path lock = settings.places().state().resolve("lock");
    try {
      if (Lock.isHeld(lock)) {
        return new RoundResult(false, 0, 0, true);
      }
      Examined examined = examination.run();
      if (Lock.isHeld(lock)) {
        return new RoundResult(false, 0, 0, true);
      }
      return report(examined);
    } finally {
      settings.monitoring().ping().ifPresent(to -> new DeadManPing(to, progress).send());
    }
  }

  private RoundResult report(Examined examined) throws OpsException {
    if (settings.monitoring().isSmall()) {
      OperationsMetrics.write(
          settings.monitoring(), examined.status(), examined.diagnosis().findings());
    }
    DoctorNews known = new DoctorNews(settings.places().state().resolve(STATE));
    DoctorNews.News news = known.of(examined.diagnosis());
    boolean delivered = true;
    if (!news.begun().isEmpty()) {
      delivered = deliver(begun(news.begun()));
    }
    if (delivered && !news.gone().isEmpty()) {
      delivered = deliver(gone(news));
    }
    if (delivered && !news.isNone()) {
      // Otherwise the next round tries again.
      known.remember(news);
    }
    return new RoundResult(true, news.begun().size(), news.gone().size(), delivered);
  }

  private boolean deliver(Notification notification) {
    Deliveries deliveries = notifications.send(notification);
    deliveries.lines().forEach(progress::info);
    return deliveries.isSomewhere();
  }

  private static Notification begun(List<Finding> findings) {
    String text =
        findings.stream()
            .map(
                finding ->
                    "- %s: %s. %s".formatted(finding.check(), finding.message(), finding.advice()))
            .collect(Collectors.joining("\n"));
    String title =
        findings.size() == 1
            ? "the doctor found a problem"
            : "the doctor found %d problems".formatted(findings.size());
    return new Notification(
        title, false, text, Duration.ZERO, "Run \"sudo bookingctl doctor\" when it is done.");
  }

  private static Notification gone(DoctorNews.News news) {
    String text =
        news.gone().stream().map(known -> "- " + known.message()).collect(Collectors.joining("\n"));
    int left = news.all().size();
    return new Notification(
        left == 0 ? "all is well again" : "solved, %d still open".formatted(left),
        left == 0,
        "No longer there:\n" + text,
        Duration.ZERO,
        left == 0 ? "" : "Run \"sudo bookingctl doctor\".");
  }
}
