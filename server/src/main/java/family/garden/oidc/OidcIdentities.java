package family.garden.oidc;

import family.garden.member.ExportPart;
import family.garden.member.MemberEvent;
import family.garden.platform.database.Database;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * The accounts that members have at identity providers, for the export and the events of members.
 */
@Singleton
final class OidcIdentities implements ExportPart {
  private final Database database;
  private final OidcStore store;
  private final Event<MemberEvent> memberEvents;

  OidcIdentities(Database database, OidcStore store, Event<MemberEvent> memberEvents) {
    this.database = database;
    this.store = store;
    this.memberEvents = memberEvents;
  }

  @Override
  public String name() {
    return "oidcIdentities";
  }

  @Override
  public List<OidcIdentity> of(UUID memberId) {
    return database.withHandle(handle -> store.of(handle, memberId));
  }

  void forget(@Observes MemberEvent.AddressProven proven) {
    if (store.removeAll(proven.transaction(), proven.member().id())) {
      memberEvents.fire(new MemberEvent.LoginUnlinked(proven.transaction(), proven.member()));
    }
  }

  void forget(@Observes MemberEvent.AccountErased erased) {
    var _ = store.removeAll(erased.transaction(), erased.member().id());
  }
}
