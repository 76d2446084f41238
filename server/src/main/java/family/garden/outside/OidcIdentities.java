package family.garden.outside;

import family.garden.member.ExportPart;
import family.garden.member.MemberNews;
import family.garden.platform.database.Database;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What other houses call the members. */
@Singleton
final class OutsideIdentities implements ExportPart {
  private final Database database;
  private final OutsideStore store;
  private final Event<MemberNews> news;

  OutsideIdentities(Database database, OutsideStore store, Event<MemberNews> news) {
    this.database = database;
    this.store = store;
    this.news = news;
  }

  @Override
  public String name() {
    return "outsideIdentities";
  }

  @Override
  public List<OutsideIdentity> of(UUID memberId) {
    return database.read(handle -> store.of(handle, memberId));
  }

  void forget(@Observes MemberNews.WasClaimed claimed) {
    if (store.removeAll(claimed.transaction(), claimed.member().id())) {
      news.fire(new MemberNews.LoginUnlinked(claimed.transaction(), claimed.member()));
    }
  }

  void forget(@Observes MemberNews.WasErased erased) {
    var _ = store.removeAll(erased.transaction(), erased.member().id());
  }
}
