package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether only those who need the secrets and settings can read or change them, and the containers
 * can read theirs.
 */
final class SecretsCheck implements StackCheck {
  /** The group of all containers. */
  static final int CONTAINERS = 10000;

  /** The stack does not start without these. */
  private static final List<String> NEEDED = List.of("database-password", "server-secret");

  /** The secrets that "bookingctl secret rotate" can replace. */
  private static final Set<String> ROTATABLE =
      Set.of("database-password", "server-secret", "smoke-password");

  /** The certificate is public: nginx sends it to everybody who opens the site. */
  private static final String CERTIFICATE = "BOOKING_CERTIFICATE_FILE";

  /** Settings that name a file for a container. */
  private static final List<String> MORE =
      List.of("BOOKING_OIDC_CLIENT_SECRET_FILE", CERTIFICATE, "BOOKING_CERTIFICATE_KEY_FILE");

  private static final Set<PosixFilePermission> CHANGE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> READ_OR_CHANGE =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final int group;

  SecretsCheck() {
    this(CONTAINERS);
  }

  SecretsCheck(int group) {
    this.group = group;
  }

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    Path folder = settings.places().secrets();
    Map<String, String> values = SettingsFile.read(settings.file());
    Set<Path> forContainers = forContainers(settings, values);
    Path certificate = Path.of(values.getOrDefault(CERTIFICATE, ""));
    try (Stream<Path> files = Files.list(folder)) {
      Set<Path> all = new TreeSet<>(files.filter(Files::isRegularFile).toList());
      all.addAll(forContainers);
      for (Path file : all) {
        if (!Files.exists(file)) {
          missing(file, found);
        } else {
          secret(file, forContainers.contains(file), file.equals(certificate), found);
        }
      }
      for (Path file : List.of(settings.file(), settings.places().images())) {
        if (Files.exists(file) && isOpen(file, CHANGE)) {
          found.urgent(
              "others on this machine can change " + file + ", and with it what runs as root",
              "\"chmod 0644 " + file + "\" closes it.");
        }
      }
    } catch (IOException e) {
      throw OpsException.refused(
          "look at the secrets in " + folder,
          e.toString(),
          "Run it as root: sudo bookingctl doctor.");
    }
  }

  private static Set<Path> forContainers(Settings settings, Map<String, String> values) {
    Set<Path> files = new TreeSet<>();
    NEEDED.forEach(name -> files.add(settings.places().secrets().resolve(name)));
    for (String setting : MORE) {
      String value = values.getOrDefault(setting, "");
      if (!value.isEmpty() && !value.equals("/dev/null")) {
        files.add(Path.of(value));
      }
    }
    return files;
  }

  private void missing(Path file, Findings found) {
    found.urgent(
        file + " is missing: nothing that reads it starts again",
        "Put your copy of it there, then \"chown root:%d %s\" and \"chmod 0440 %s\"."
            .formatted(group, file, file));
  }

  private void secret(Path file, boolean isForContainers, boolean isPublic, Findings found)
      throws IOException {
    if (Files.size(file) == 0) {
      found.urgent(file + " is empty", "Put your copy of the secret in, or remove the file.");
    }
    if (isPublic && isOpen(file, CHANGE)) {
      found.urgent(
          "others on this machine can change " + file,
          "\"chmod 0644 %s\" closes it.".formatted(file));
    } else if (!isPublic && isOpen(file, READ_OR_CHANGE)) {
      found.urgent(
          "others on this machine can read or change " + file,
          "\"chmod 0440 %s\" closes it; if others did read it, %s."
              .formatted(file, replacement(file)));
    } else if (isForContainers && !isReadInContainers(file, isPublic)) {
      found.urgent(
          "the containers cannot read %s, and do not start again without it".formatted(file),
          "\"chown root:%d %s\" and \"chmod 0440 %s\" let them.".formatted(group, file, file));
    }
  }

  private static String replacement(Path file) {
    String name = String.valueOf(file.getFileName());
    return ROTATABLE.contains(name)
        ? "replace it: bookingctl secret rotate " + name
        : "have its issuer replace it";
  }

  private boolean isReadInContainers(Path file, boolean isPublic) throws IOException {
    if (isPublic && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
      return true;
    }
    return Files.getAttribute(file, "unix:gid").equals(group)
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.GROUP_READ);
  }

  private static boolean isOpen(Path file, Set<PosixFilePermission> none) throws IOException {
    return Files.getPosixFilePermissions(file).stream().anyMatch(none::contains);
  }
}
