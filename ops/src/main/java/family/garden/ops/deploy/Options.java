package family.garden.ops.deploy;

/**
 * The options of a deploy.
 *
 * @param backup whether a verified backup is made before; the data is at the mercy of the
 *     migrations without it
 */
public record Options(boolean backup) {
  /** As careful as can be. */
  public static final Options USUAL = new Options(true);
}
