package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether secrets and settings are closed to those who need not read or change them. */
final class SecretsCheck implements Check {
  private static final Set<PosixFilePermission> CHANGE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> READ_OR_CHANGE =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public String name() {
    return "secrets";
  }

  @Override
  public List<Finding> look(Settings settings, Seen seen) throws Trouble {
    List<Finding> found = new ArrayList<>();
    Path folder = settings.places().secrets();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (isOpen(file, READ_OR_CHANGE)) {
          found.add(
              Finding.urgent(
                  name(),
                  "others on this machine can read or change " + file,
                  "chmod 0440 %s; if others did read it: bookingctl secret rotate %s."
                      .formatted(file, file.getFileName())));
        }
        if (Files.size(file) == 0) {
          found.add(
              Finding.urgent(name(), file + " is empty", "Put the secret in, or remove the file."));
        }
      }
      for (Path file : List.of(settings.file(), settings.places().images())) {
        if (Files.exists(file) && isOpen(file, CHANGE)) {
          found.add(
              Finding.urgent(
                  name(),
                  "others on this machine can change " + file + ", and with it what runs as root",
                  "chmod 0644 " + file + "."));
        }
      }
    } catch (IOException e) {
      throw Trouble.refused(
          "look at the secrets in " + folder,
          e.toString(),
          "Run it as root: sudo bookingctl doctor.");
    }
    return found;
  }

  private static boolean isOpen(Path file, Set<PosixFilePermission> none) throws IOException {
    return Files.getPosixFilePermissions(file).stream().anyMatch(none::contains);
  }
}
