package family.garden.ops.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFitsTest {
  @TempDir private Path folder;

  @Test
  void moreFilesThanTheUnitStartsAreRefusedOnABoxOnly() throws Exception {
    Path unit = folder.resolve("booking.service");
    assertThat(look(SomeSettings.in(folder), unit).well()).isTrue();
    Settings more =
        SomeSettings.in(folder, "BOOKING_COMPOSE_FILES=/opt/booking/compose.yaml:/a/more.yaml");
    assertThat(look(more, unit).well()).isTrue();
    Files.writeString(unit, "");
    assertThat(look(more, unit).well()).isFalse();
    assertThat(look(more, unit).message()).contains("BOOKING_COMPOSE_FILES", "/a/more.yaml");
    assertThat(look(SomeSettings.in(folder, "BOOKING_STACK=garden"), unit).well()).isTrue();
  }

  private static Finding look(Settings settings, Path unit) {
    return new UnitFits(settings, settings.file(), unit).look();
  }
}
