package family.garden.stack;

import java.time.Duration;

/** A stack that runs somewhere, as those who use it and those who keep it see it. */
interface Running {
  String address();

  /** The port for plain HTTP on this machine. */
  int http();

  /** The secret of the first start's link. */
  String setupToken();

  /** What a query gives, as the database's own user; a row a line. */
  String sql(String query);

  /** What it may take to come back from whatever befell it. */
  Duration patience();
}
