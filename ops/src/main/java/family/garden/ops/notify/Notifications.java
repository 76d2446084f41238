package family.garden.ops.notify;

import family.garden.ops.config.Settings;
import family.garden.ops.report.Progress;

/** Tells the keeper, wherever they want to be told. */
public final class Notifications {
  @SuppressWarnings("unused")
  public Notifications(Settings settings, Progress progress) {}

  /** Never throws, never blocks longer than 10 s. */
  @SuppressWarnings("unused")
  public void tell(News news) {}
}
