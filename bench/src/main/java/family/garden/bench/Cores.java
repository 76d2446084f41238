package family.garden.bench;

/** Which program runs on which core, so that the server has one core. */
final class Cores {
  static final String SERVER = "0";

  /** The database and the load. */
  static final String OTHERS = "1";

  private Cores() {}
}
