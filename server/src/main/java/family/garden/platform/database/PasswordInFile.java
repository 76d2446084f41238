package family.garden.platform.database;

import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The password of the database, read again for each connection, because the keeper may change it
 * while the server runs. It is the first line of the file: the rest may be left from a longer
 * password that is being overwritten.
 */
final class PasswordInFile extends SimplePassword {
  private static final long serialVersionUID = 1;

  private final String file;

  /**
   * @param atStart the password to use if the file is empty or cannot be read
   */
  PasswordInFile(Path file, String atStart) {
    super(atStart);
    this.file = file.toString();
  }

  @Override
  public String getWord() {
    try {
      String now = Files.readString(Path.of(file)).strip();
      int end = now.indexOf('\n');
      String first = end < 0 ? now : now.substring(0, end).strip();
      return first.isEmpty() ? super.getWord() : first;
    } catch (IOException e) {
      return super.getWord();
    }
  }

  @Override
  public Properties asProperties() {
    Properties properties = new Properties();
    properties.setProperty("password", getWord());
    return properties;
  }

  /** Compared by identity, because the content of the file may change. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }
}
