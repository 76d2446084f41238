package family.garden.ops.backup;

/**
 * The WAL segments that a base backup needs to be whole.
 *
 * @param first the name of the first
 * @param last the name of the last, in which the moment of the backup lies
 * @param size bytes of each
 */
record WalRange(String first, String last, long size) {}
