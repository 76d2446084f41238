package family.garden.ops.recovery;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Private;
import family.garden.ops.json.Json;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a recovery sheet off the box, and brings one back onto a new card. */
public final class Recovery {
  private final Settings settings;

  public Recovery(Settings settings) {
    this.settings = settings;
  }

  /**
   * Says that the keeper put the sheet away; kept in recovery-sheet.json of the state folder.
   *
   * @param confirmedAt when they said so
   * @param digest of the sheet as it was then, see {@link RecoverySheet#digest}
   */
  public record Confirmed(Instant confirmedAt, String digest) {}

  /**
   * The result of {@link #confirm}.
   *
   * @param leftOut what the sheet has not and a new card needs; a line each
   */
  public record Noted(Instant confirmedAt, String digest, List<String> leftOut)
      implements CommandResult {
    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("Noted: the recovery sheet is put away. Do it again when a secret changes.");
      leftOut.forEach(each -> lines.add("Not on the sheet; keep a copy of it, too: " + each));
      return lines;
    }
  }

  public record Written(List<String> files, String next) implements CommandResult {
    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>(files);
      lines.add(next);
      return lines;
    }
  }

  public RecoverySheet sheet() throws OpsException {
    return RecoverySheet.withAuthority(settings);
  }

  /** Writes the sheet into a file that only root reads. */
  public Written writeTo(Path file) throws OpsException {
    Private.write(file.toAbsolutePath(), sheet().text());
    return new Written(
        List.of(file.toString()),
        "Take it off the box, remove it here, then: bookingctl recovery-sheet --confirm");
  }

  /** Writes down that the keeper put away the sheet of this moment. */
  public Noted confirm() throws OpsException {
    RecoverySheet sheet = RecoverySheet.of(settings);
    Confirmed confirmed =
        new Confirmed(Instant.now().truncatedTo(ChronoUnit.SECONDS), sheet.digest());
    Durable.write(confirmedFile(settings), Json.write(confirmed));
    return new Noted(confirmed.confirmedAt(), confirmed.digest(), sheet.leftOut());
  }

  /** When the keeper last said that the sheet is put away; empty if never. */
  public static Optional<Confirmed> confirmed(Settings settings) throws OpsException {
    Optional<String> text = Durable.read(confirmedFile(settings));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.read(text.get(), Confirmed.class, "recovery-sheet.json"));
  }

  private static Path confirmedFile(Settings settings) {
    return settings.places().state().resolve("recovery-sheet.json");
  }

  /**
   * Puts every file of a sheet in its place, with its mode and group.
   *
   * @throws OpsException if the sheet is damaged, or Booking was deployed here: its database knows
   *     the secrets that are there
   */
  public Written bringBack(Path sheet, Progress progress) throws OpsException {
    String text =
        Durable.read(sheet)
            .orElseThrow(
                () ->
                    OpsException.refused(
                        "read the recovery sheet " + sheet,
                        "there is no such file",
                        "Copy it onto this machine first."));
    RecoverySheet parsed = RecoverySheet.parse(text, sheet.toString());
    if (Files.exists(settings.places().images())) {
      throw OpsException.refused(
          "bring back the recovery sheet " + sheet,
          "Booking is deployed on this machine, and its database knows the secrets that are here",
          "Bring it back on a new card, before the first deploy.");
    }
    Path folder = RecoverySheet.folder(settings);
    progress.touches();
    for (KeptFile file : parsed.files()) {
      if (!Files.isDirectory(Durable.folder(folder.resolve(file.name())))) {
        Private.folder(Durable.folder(folder.resolve(file.name())));
      }
      Private.write(
          folder.resolve(file.name()),
          file.text(),
          aside -> {
            Files.setAttribute(aside, "unix:gid", file.group());
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString(file.mode()));
          });
    }
    return new Written(
        parsed.files().stream().map(f -> folder.resolve(f.name()).toString()).toList(),
        "They are back. Remove " + sheet + " here.");
  }
}
