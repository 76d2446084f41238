package family.garden.platform.log;

import io.quarkus.logging.LoggingFilter;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps warnings and errors that strangers can cause at will from filling the disk. */
@LoggingFilter(name = "repetitions")
public final class RepetitionFilter implements Filter {
  private static final Logger LOG = Logger.getLogger(RepetitionFilter.class);

  /** Shared: the logging creates the filter, and the running service logs the summaries. */
  private static final Repetitions REPETITIONS = new Repetitions();

  private static final long EACH = 10_000;
  private static final int LONGEST = 200;

  @Override
  public boolean isLoggable(LogRecord warning) {
    String logger = String.valueOf(warning.getLoggerName());
    return warning.getLevel().intValue() < Level.WARNING.intValue()
        || logger.equals(RepetitionFilter.class.getName())
        || REPETITIONS.isShown(logger, what(logger, warning), System.nanoTime());
  }

  /**
   * Two warnings are equal if they come from the same place in the code, or else have the same
   * text.
   */
  private static String what(String logger, LogRecord warning) {
    @Nullable Throwable thrown = warning.getThrown();
    if (thrown == null) {
      String text = String.valueOf(warning.getMessage()) + parameters(warning);
      return logger + ": " + text.substring(0, Math.min(LONGEST, text.length()));
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    return "%s: %s%s"
        .formatted(logger, thrown.getClass().getName(), trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static String parameters(LogRecord warning) {
    Object @Nullable [] parameters = warning.getParameters();
    StringBuilder text = new StringBuilder();
    if (parameters != null) {
      for (Object parameter : parameters) {
        text.append(' ').append(parameter);
      }
    }
    return text.toString();
  }

  /** Logs how many warnings were left out. */
  static final class Summaries {
    void start(@Observes StartupEvent event, Vertx vertx) {
      vertx.setPeriodic(EACH, each -> REPETITIONS.summaries(System.nanoTime()).forEach(LOG::warn));
    }
  }
}
