package family.garden.access;

/** What a person may do; the names are those on the wire and in the database. */
public enum Role {
  Member,
  Administrator
}
