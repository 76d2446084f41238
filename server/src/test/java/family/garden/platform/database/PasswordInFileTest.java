package family.garden.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordInFileTest {
  @TempDir private Path folder;

  @Test
  void the_file_is_read_for_each_connection() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "first\n");
    PasswordInFile password = new PasswordInFile(file, "at the start");
    assertThat(password.asProperties()).containsOnly(entry("first"));
    Files.writeString(file, "second\n");
    assertThat(password.asProperties()).containsOnly(entry("second"));
    assertThat(password.getWord()).isEqualTo("second");
  }

  @Test
  void the_end_of_a_longer_one_that_is_being_overwritten_is_no_part_of_it() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "second\nof the longer one\n");
    assertThat(new PasswordInFile(file, "at the start").getWord()).isEqualTo("second");
  }

  @Test
  void that_of_the_start_is_used_where_the_file_has_none() throws Exception {
    Path file = folder.resolve("password");
    assertThat(new PasswordInFile(file, "at the start").getWord()).isEqualTo("at the start");
    Files.writeString(file, "\n");
    assertThat(new PasswordInFile(file, "at the start").getWord()).isEqualTo("at the start");
  }

  private static Map.Entry<Object, Object> entry(String password) {
    return Map.entry("password", password);
  }
}
