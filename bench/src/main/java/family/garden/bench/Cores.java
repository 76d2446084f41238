package family.garden.bench;

/** Assigns programs to cores, so that the server has one core. */
final class Cores {
  static final String SERVER = "0";

  /** The database and the load. */
  static final String OTHERS = "1";

  private Cores() {}
}
