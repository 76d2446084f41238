package family.garden.access;

/** What a person may do; the names are used in the API and in the database. */
public enum Role {
  Member,
  Administrator
}
