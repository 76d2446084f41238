package family.garden.accommodation;

import org.jdbi.v3.core.Handle;

/**
 * News that an accommodation is about to take fewer persons. Fired inside the transaction, with the
 * accommodation locked; a listener that knows of a fuller night throws, and nothing is changed.
 */
public record CapacityLowered(Handle transaction, Accommodation accommodation) {}
