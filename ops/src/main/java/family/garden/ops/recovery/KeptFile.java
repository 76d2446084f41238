package family.garden.ops.recovery;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file of the box on a recovery sheet.
 *
 * @param name relative to the folder of settings.env, like {@code secrets/backup-key}; it never
 *     leads out of that folder
 * @param mode like {@code r--r-----}
 * @param group its number, for containers read secrets by their group
 * @param text what is in it; ends with a line end or is empty
 */
record KeptFile(String name, String mode, int group, String text) {
  /** Each part begins with neither a dot nor nothing: no name leads out of the folder. */
  private static final String PART = "[A-Za-z0-9_-][A-Za-z0-9._-]*";

  private static final String NAME = "(%1$s/){0,3}%1$s".formatted(PART);
  private static final long MOST_BYTES = 64 * 1024;

  KeptFile {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("it names the file \"" + name + "\"");
    }
    PosixFilePermissions.fromString(mode);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line of " + name + " is cut off");
    }
  }

  /** Reads one; a last line without an end gets one. */
  static KeptFile read(Path folder, Path file) throws OpsException {
    String name = folder.relativize(file).toString();
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unusable(file, "it is larger than 64 KB");
      }
      String text = Files.readString(file);
      return new KeptFile(
          name,
          PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
          (int) Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS),
          text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    } catch (CharacterCodingException e) {
      throw unusable(file, "it is no text");
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file, String.valueOf(e.getMessage()));
    }
  }

  private static OpsException unusable(Path file, String because) {
    return OpsException.refused(
        "put " + file + " on the recovery sheet",
        because,
        "Move it to another folder if Booking does not need it.");
  }
}
