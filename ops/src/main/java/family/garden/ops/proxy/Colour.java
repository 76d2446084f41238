package family.garden.ops.proxy;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/** One of the two servers, with the pages of its release. */
public enum Colour {
  @SerializedName("blue")
  BLUE(11),
  @SerializedName("green")
  GREEN(12);

  private final int lastNumber;

  Colour(int lastNumber) {
    this.lastNumber = lastNumber;
  }

  public Colour other() {
    return this == BLUE ? GREEN : BLUE;
  }

  /** Its server's name in the Compose file. */
  public String service() {
    return "server-" + this;
  }

  /** The service in the Compose file that installs its pages. */
  public String pages() {
    return "pages-" + this;
  }

  /**
   * The setting in images.env of one of its images: IMAGE for the server, WEB_IMAGE for the pages.
   */
  public String setting(String image) {
    return "BOOKING_" + name() + "_" + image;
  }

  /** Where its server listens, as the machine and nginx see it. */
  public String address(String front) {
    return front + "." + lastNumber + ":8080";
  }

  /** As the Compose file and the server write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
