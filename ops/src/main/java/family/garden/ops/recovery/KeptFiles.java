package family.garden.ops.recovery;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of this box goes on a recovery sheet: settings, secrets, and the files that settings name.
 * Only what lies in the folder of settings.env can be brought back by the sheet.
 *
 * @param files what goes on the sheet
 * @param leftOut what does not, and why; a line each
 * @param changing names of those files that programs write anew: rclone its tokens, renewals the
 *     certificate; and the authority, which only the engine knows as it is now
 */
record KeptFiles(List<KeptFile> files, List<String> leftOut, Set<String> changing) {
  private static final String CERTIFICATE = "BOOKING_CERTIFICATE_";

  /** Settings that name a file of the keeper's. */
  private static final List<String> NAMING =
      List.of(
          "BOOKING_RELEASE_KEYS",
          "BOOKING_OIDC_CLIENT_SECRET_FILE",
          CERTIFICATE + "FILE",
          CERTIFICATE + "KEY_FILE",
          "BOOKING_NOTIFY_WEBHOOK");

  /** The files of the box as it is now; refused if settings.env or a secret is no text. */
  static KeptFiles of(Settings settings, Path folder) throws OpsException {
    Path secrets = settings.places().secrets();
    Map<Path, String> named = named(settings, folder);
    List<String> leftOut = new ArrayList<>();
    Set<Path> own = new LinkedHashSet<>(List.of(settings.file()));
    if (secrets.startsWith(folder)) {
      own.addAll(in(secrets));
    } else {
      leftOut.add("the folder " + secrets + ", with all secrets and the key of the backups");
    }
    List<KeptFile> files = new ArrayList<>();
    for (Path file : own) {
      files.add(KeptFile.read(folder, file));
    }
    named.keySet().removeAll(own);
    for (Map.Entry<Path, String> each : named.entrySet()) {
      Path file = each.getKey();
      if (file.startsWith(secrets) && !secrets.startsWith(folder)) {
        continue;
      }
      try {
        if (file.startsWith(folder)) {
          files.add(KeptFile.read(folder, file));
        } else {
          leftOut.add("%s (%s)".formatted(file, each.getValue()));
        }
      } catch (OpsException unusable) {
        leftOut.add("%s (%s): %s".formatted(file, each.getValue(), unusable.getMessage()));
      }
    }
    return new KeptFiles(files, leftOut, changing(settings, folder));
  }

  /** With a secret that no file has, or not as it is now. */
  KeptFiles with(String name, String text) {
    List<KeptFile> all = new ArrayList<>(files);
    all.removeIf(each -> each.name().equals(name));
    all.add(new KeptFile(name, "rw-------", 0, text));
    return new KeptFiles(all, leftOut, changing);
  }

  /** Without a file; the line says what is not on the sheet, and why. */
  KeptFiles without(String name, String why) {
    List<String> all = new ArrayList<>(leftOut);
    all.add(why);
    return new KeptFiles(
        files.stream().filter(each -> !each.name().equals(name)).toList(), all, changing);
  }

  private static Set<String> changing(Settings settings, Path folder) throws OpsException {
    return Stream.concat(
            Stream.of(
                settings.places().secrets().resolve("rclone.conf"),
                Authority.broughtBack(settings)),
            named(settings, folder).entrySet().stream()
                .filter(each -> each.getValue().startsWith(CERTIFICATE))
                .map(Map.Entry::getKey))
        .map(file -> folder.relativize(file).toString())
        .collect(Collectors.toSet());
  }

  /** The files that are there, and which setting names each. */
  private static Map<Path, String> named(Settings settings, Path folder) throws OpsException {
    Map<Path, String> named = new TreeMap<>();
    Map<String, String> values = SettingsFile.read(settings.file());
    for (String setting : NAMING) {
      String value = values.getOrDefault(setting, "");
      if (value.startsWith("/")) {
        named.put(Path.of(value).normalize(), setting);
      }
    }
    named.putIfAbsent(settings.releases().keys(), "BOOKING_RELEASE_KEYS");
    named.putIfAbsent(folder.resolve("acme.env"), "ACME");
    named.keySet().removeIf(file -> !Files.isRegularFile(file));
    return named;
  }

  private static List<Path> in(Path secrets) throws OpsException {
    try (Stream<Path> files = Files.list(secrets)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    } catch (IOException e) {
      throw OpsException.refused(
          "list the secrets in " + secrets, e.toString(), "Run it with sudo.");
    }
  }
}
