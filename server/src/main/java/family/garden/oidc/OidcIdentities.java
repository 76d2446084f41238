package family.garden.oidc;

import family.garden.member.ExportPart;
import family.garden.member.MemberEvent;
import family.garden.platform.database.Database;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What other houses call the members. */
@Singleton
final class OidcIdentities implements ExportPart {
  private final Database database;
  private final OidcStore store;
  private final Event<MemberEvent> news;

  OidcIdentities(Database database, OidcStore store, Event<MemberEvent> news) {
    this.database = database;
    this.store = store;
    this.news = news;
  }

  @Override
  public String name() {
    return "outsideIdentities";
  }

  @Override
  public List<OidcIdentity> of(UUID memberId) {
    return database.withHandle(handle -> store.of(handle, memberId));
  }

  void forget(@Observes MemberEvent.WasClaimed claimed) {
    if (store.removeAll(claimed.transaction(), claimed.member().id())) {
      news.fire(new MemberEvent.LoginUnlinked(claimed.transaction(), claimed.member()));
    }
  }

  void forget(@Observes MemberEvent.WasErased erased) {
    var _ = store.removeAll(erased.transaction(), erased.member().id());
  }
}
