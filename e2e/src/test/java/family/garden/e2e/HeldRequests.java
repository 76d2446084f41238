package family.garden.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Holds requests to an address until the test releases them, like a slow network. */
final class HeldRequests {
  private final List<Route> held = new ArrayList<>();
  private boolean open;

  private HeldRequests() {}

  static HeldRequests of(Page page, String address) {
    HeldRequests requests = new HeldRequests();
    page.route(address, requests::hold);
    return requests;
  }

  private void hold(Route route) {
    if (open) {
      route.resume();
    } else {
      held.add(route);
    }
  }

  void release() {
    open = true;
    held.forEach(Route::resume);
  }
}
