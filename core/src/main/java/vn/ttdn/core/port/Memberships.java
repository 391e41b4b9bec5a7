package vn.ttdn.core.port;

import vn.ttdn.core.org.RoleAt;

/**
 * A host's groups, where its own ways in look at them: a deputy has to be a member for the time of
 * a delegation, or he would not see a task there.
 */
public interface Memberships {
  /** A host without ways in of its own. */
  Memberships NONE =
      new Memberships() {
        @Override
        public void give(RoleAt role, String userName) {
          // Core's directory adds the delegated roles by itself.
        }

        @Override
        public void take(RoleAt role, String userName) {
          // As above.
        }
      };

  /** Makes somebody a member of the role's group; does nothing if he is one. */
  void give(RoleAt role, String userName);

  /** Takes somebody out of the role's group; does nothing if he is not in it. */
  void take(RoleAt role, String userName);
}
