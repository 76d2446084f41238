package family.garden.bench;

/** Who runs on which core, so that the server's figure is that of one core. */
final class Cores {
  static final String SERVER = "0";

  /** The database and the load. */
  static final String OTHERS = "1";

  private Cores() {}
}
