package family.garden.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** The file {@code booking.properties}, which marks a data folder and names its format. */
final class Marker {
  static final String FILE = "booking.properties";
  static final int FORMAT = 1;
  static final int POSTGRES = 17;

  private Marker() {}

  static boolean exists(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * @throws LauncherException if this version cannot work with the folder
   */
  static void readOrCreate(Path folder) throws IOException {
    if (!exists(folder)) {
      write(folder, "format=%d%n".formatted(FORMAT));
      return;
    }
    Properties found = read(folder);
    int format = number(folder, found, "format", -1);
    if (format > FORMAT) {
      throw new LauncherException(
          LauncherException.WRONG_DATA,
          "Tried to use the data folder %s, failed because a newer Booking wrote it (format %d, this one knows %d). Update Booking, or choose another folder with --data."
              .formatted(folder, format, FORMAT));
    }
    if (format != FORMAT) {
      throw unreadable(folder, "format");
    }
    int postgres = number(folder, found, "postgres", POSTGRES);
    if (postgres != POSTGRES) {
      throw new LauncherException(
          LauncherException.WRONG_DATA,
          "Tried to use the data folder %s, failed because its database is of PostgreSQL %d and this Booking brings %d. Use the Booking that wrote it, or choose another folder with --data."
              .formatted(folder, postgres, POSTGRES));
    }
  }

  /** Whether a database was created in this folder, which must then still be there. */
  static boolean hasDatabase(Path folder) throws IOException {
    return read(folder).containsKey("postgres");
  }

  static void noteDatabase(Path folder) throws IOException {
    write(folder, "format=%d%npostgres=%d%n".formatted(FORMAT, POSTGRES));
  }

  private static Properties read(Path folder) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(folder.resolve(FILE))));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw unreadable(folder, "text");
    }
    return properties;
  }

  private static int number(Path folder, Properties properties, String key, int absent) {
    String value = properties.getProperty(key);
    try {
      return value == null ? absent : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw unreadable(folder, key);
    }
  }

  private static LauncherException unreadable(Path folder, String what) {
    return new LauncherException(
        LauncherException.WRONG_DATA,
        "Tried to read %s, failed because its %s is not valid. Restore it from a backup, or choose another folder with --data."
            .formatted(folder.resolve(FILE), what));
  }

  /** A power cut leaves the old file or the new one, never half of one. */
  private static void write(Path folder, String text) throws IOException {
    Path half = folder.resolve("run").resolve(FILE);
    Files.createDirectories(half.getParent());
    Files.writeString(half, text);
    Files.move(half, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
