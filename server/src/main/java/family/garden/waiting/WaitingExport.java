package family.garden.waiting;

import family.garden.member.ExportPart;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What a person waits for, for the person's export. */
@Singleton
final class WaitingExport implements ExportPart {
  private final WaitingList waiting;

  WaitingExport(WaitingList waiting) {
    this.waiting = waiting;
  }

  @Override
  public String name() {
    return "waiting";
  }

  @Override
  public Object of(UUID memberId) {
    return waiting.list(memberId);
  }
}
