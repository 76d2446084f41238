package family.garden.ops.deploy;

/** Stub. */
public record Options() {}
