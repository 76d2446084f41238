package family.garden.accommodation;

/** What kind of bed it is; the names are those on the wire and in the database. */
public enum AccommodationType {
  Room,
  Tent,
  Camper,
  Other
}
