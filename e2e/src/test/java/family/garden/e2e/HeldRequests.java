package family.garden.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** A network so slow that requests to some address do not arrive until they are let go. */
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

  void letGo() {
    open = true;
    held.forEach(Route::resume);
  }
}
