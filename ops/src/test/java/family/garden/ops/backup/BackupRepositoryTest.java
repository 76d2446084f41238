package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRepositoryTest {
  private final Instant now = Instant.now();

  @TempDir Path folder;

  @Test
  void whatAClockThatWasAheadMadeIsNotTheNewest() throws Exception {
    String before = put(now.minus(Duration.ofDays(2)));
    String last = put(now.minus(Duration.ofMinutes(5)));
    String ahead = put(now.plus(Duration.ofDays(1500)));
    String furtherAhead = put(now.plus(Duration.ofDays(1501)));
    BackupRepository repository = new BackupRepository(folder);
    assertThat(repository.ids()).containsExactly(ahead, furtherAhead, before, last);
    assertThat(repository.newest()).isEqualTo(List.of(last));
  }

  @Test
  void aClockThatWasAheadForHoursOnlyStillTellsTheOrder() throws Exception {
    String last = put(now);
    String ahead = put(now.plus(Duration.ofHours(5)));
    assertThat(new BackupRepository(folder).ids()).containsExactly(last, ahead);
  }

  private String put(Instant time) throws Exception {
    String id = BackupRepository.TIME.format(time) + "-dump";
    Files.createDirectory(folder.resolve(id));
    Files.createFile(folder.resolve(id).resolve(Manifest.FILE));
    return id;
  }
}
