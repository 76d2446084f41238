package family.garden.ops.backup;

/** A backup. */
public record Backup(String id) {}
