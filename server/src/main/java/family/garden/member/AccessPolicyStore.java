package family.garden.member;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** The policy of the administrators for log-ins, in the database. */
@Singleton
final class AccessPolicyStore {
  boolean administratorsNeedPasskey(Handle handle) {
    return handle
        .createQuery("SELECT administrators_need_passkey FROM access_policy")
        .mapTo(Boolean.class)
        .one();
  }

  /** Like {@link #administratorsNeedPasskey}, locked until the transaction ends. */
  boolean administratorsNeedPasskeyForShare(Handle handle) {
    return handle
        .createQuery("SELECT administrators_need_passkey FROM access_policy FOR SHARE")
        .mapTo(Boolean.class)
        .one();
  }

  void setAdministratorsNeedPasskey(Handle handle, boolean needed) {
    handle.execute("UPDATE access_policy SET administrators_need_passkey = ?", needed);
  }
}
