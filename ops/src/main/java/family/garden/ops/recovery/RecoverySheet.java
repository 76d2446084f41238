package family.garden.ops.recovery;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Sha256;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a new card needs and that no backup has: settings, secrets, and the publishers' keys.
 * Its text is read by people and by {@link Recovery}: each file after a line {@code === NAME MODE
 * GROUP}, and at the end a line with the SHA-256 of all before it.
 */
public final class RecoverySheet implements CommandResult {
  private static final String FILE = "=== ";
  private static final String END = "=== end sha256:";
  private static final String TRY_ANOTHER = "Use another copy of the sheet.";

  private final String about;
  private final List<KeptFile> files;
  private final List<String> leftOut;
  private final Set<String> changing;

  private RecoverySheet(String about, KeptFiles files) {
    this.about = about;
    this.files = files.files();
    this.leftOut = files.leftOut();
    this.changing = files.changing();
  }

  /** What {@code --json} shows; no secrets. */
  record Names(List<String> files, List<String> leftOut, String digest) {}

  /**
   * The sheet of this box as it is now.
   *
   * @throws OpsException if settings.env or a secret cannot be read or is no text
   */
  public static RecoverySheet of(Settings settings) throws OpsException {
    Path folder = folder(settings);
    KeptFiles files = KeptFiles.of(settings, folder);
    return new RecoverySheet(head(settings, files.leftOut()), files);
  }

  /**
   * With the garden's own authority, which the engine must answer for; it is not part of the {@link
   * #digest}.
   */
  static RecoverySheet withAuthority(Settings settings) throws OpsException {
    Path folder = folder(settings);
    KeptFiles files = KeptFiles.of(settings, folder);
    Path file = Authority.broughtBack(settings);
    if (file.startsWith(folder)) {
      String name = folder.relativize(file).toString();
      try {
        Optional<String> authority = Authority.read(settings);
        if (authority.isPresent()) {
          files = files.with(name, authority.get());
        }
      } catch (OpsException unknown) {
        // One that an earlier sheet brought back may be another than devices trust now.
        files = files.without(name, "the garden's own authority: " + unknown.getMessage());
      }
    }
    return new RecoverySheet(head(settings, files.leftOut()), files);
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "no place off the box (not set)" : value;
  }

  static Path folder(Settings settings) {
    return Durable.folder(settings.file());
  }

  private static String head(Settings settings, List<String> leftOut) {
    String head =
        """
        # Recovery sheet of %s. It has every secret of the box: keep it off the box, where
        # nobody else reads it, such as in a password manager, or printed in a drawer.
        # Backups lie in:  %s
        # Releases lie in: %s
        # On a new card: provision it, copy this file onto it, then
        #   sudo bookingctl recovery-sheet --bring-back FILE
        """
            .formatted(
                settings.publicUrl(),
                orNone(settings.backup().target()),
                orNone(settings.releases().source()));
    return leftOut.isEmpty()
        ? head
        : head
            + "# NOT on this sheet; keep a copy of it off the box, too:\n"
            + leftOut.stream()
                .map(line -> "#   " + line.replaceAll("\\R", " ") + "\n")
                .collect(Collectors.joining());
  }

  /** Reads a sheet back; refused if it was cut off or changed. */
  static RecoverySheet parse(String text, String name) throws OpsException {
    int end = text.lastIndexOf(END);
    if (end < 0) {
      throw unreadable(name, "its last line is missing");
    }
    String before = text.substring(0, end);
    if (!text.substring(end + END.length()).strip().equals(digest(before))) {
      throw unreadable(name, "it was changed or cut off since it was written");
    }
    List<KeptFile> files = new ArrayList<>();
    List<String> parts = Arrays.asList(before.split("(?m)^" + FILE, -1));
    for (String part : parts.subList(1, parts.size())) {
      int line = part.indexOf('\n');
      String[] words = part.substring(0, Math.max(line, 0)).split(" ", -1);
      try {
        files.add(
            new KeptFile(words[0], words[1], Integer.parseInt(words[2]), part.substring(line + 1)));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw unreadable(name, String.valueOf(e.getMessage()));
      }
    }
    return new RecoverySheet(parts.getFirst(), new KeptFiles(files, List.of(), Set.of()));
  }

  private static OpsException unreadable(String name, String because) {
    return OpsException.refused("read the recovery sheet " + name, because, TRY_ANOTHER);
  }

  public String text() {
    String all = text(files);
    return all + END + digest(all) + "\n";
  }

  private String text(List<KeptFile> of) {
    return about
        + of.stream()
            .map(f -> FILE + f.name() + " " + f.mode() + " " + f.group() + "\n" + f.text())
            .collect(Collectors.joining());
  }

  List<KeptFile> files() {
    return files;
  }

  /** What a new card needs and that this sheet has not; a line each. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Changes whenever the keeper changes a setting or a secret; not when a program does. */
  public String digest() {
    return digest(text(files.stream().filter(each -> !changing.contains(each.name())).toList()));
  }

  private static String digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> lines() {
    return text().lines().toList();
  }

  @Override
  public Object json() {
    return new Names(files.stream().map(KeptFile::name).toList(), leftOut, digest());
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "recovery sheet of " + files.size() + " files";
  }
}
