package family.garden.ops.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of bookingctl, from its jar. */
final class OwnVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = OwnVersion.class.getPackage().getImplementationVersion();
    return new String[] {"bookingctl " + (version == null ? "(not packaged)" : version)};
  }
}
