package family.garden.testkit;

/** This JVM among those that run integration tests side by side. */
public final class Lane {
  /**
   * How the names of all that this JVM starts on the engine begin. The system property {@code
   * booking.stack} keeps two runs on one engine apart; {@code booking.lane}, which Maven sets, the
   * JVMs of one run.
   */
  public static final String NAME =
      System.getProperty("booking.stack", "it")
          + "-"
          + System.getProperty("booking.lane", "lane-1");

  private Lane() {}
}
