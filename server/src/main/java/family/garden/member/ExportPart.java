package family.garden.member;

import java.util.UUID;

/** What a room above keeps of a person, to be told in the person's export. */
public interface ExportPart {
  /** The field of the export that it stands in. */
  String name();

  /** What is written there as JSON. */
  Object of(UUID memberId);
}
