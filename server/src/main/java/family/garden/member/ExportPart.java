package family.garden.member;

import java.util.UUID;

/** A part of a person's export, from another package that stores data about people. */
public interface ExportPart {
  /** The name of its field in the export. */
  String name();

  /** The value, which is written as JSON. */
  Object of(UUID memberId);
}
