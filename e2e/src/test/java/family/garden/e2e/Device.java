package family.garden.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;

/** The device of a visitor. */
enum Device {
  /** A small phone held upright, with a touch screen. */
  PHONE(360, 740, true),
  /** A desk with a mouse and a keyboard. */
  DESK(1280, 800, false);

  private final int width;
  private final int height;
  private final boolean touched;

  Device(int width, int height, boolean touched) {
    this.width = width;
    this.height = height;
    this.touched = touched;
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setHasTouch(touched)
        .setLocale("de-DE")
        .setTimezoneId("Europe/Berlin");
  }
}
