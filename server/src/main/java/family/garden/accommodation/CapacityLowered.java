package family.garden.accommodation;

import org.jdbi.v3.core.Handle;

/**
 * The event that an accommodation is about to take fewer persons. It is fired inside the
 * transaction, with the accommodation locked; an observer that finds a night with more persons
 * throws, and nothing is changed.
 */
public record CapacityLowered(Handle transaction, Accommodation accommodation) {}
