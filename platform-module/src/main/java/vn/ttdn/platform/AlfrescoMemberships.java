package vn.ttdn.platform;

import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.Memberships;

/** Membership of Alfresco's groups: what Share's lists of tasks and its permissions look at. */
final class AlfrescoMemberships implements Memberships {
  private final AuthorityService authorities;

  AlfrescoMemberships(AuthorityService authorities) {
    this.authorities = authorities;
  }

  @Override
  public void give(RoleAt role, String userName) {
    AuthenticationUtil.runAsSystem(
        () -> {
          if (!isMember(role, userName)) {
            authorities.addAuthority(group(role), userName);
          }
          return role;
        });
  }

  @Override
  public void take(RoleAt role, String userName) {
    AuthenticationUtil.runAsSystem(
        () -> {
          if (isMember(role, userName)) {
            authorities.removeAuthority(group(role), userName);
          }
          return role;
        });
  }

  private boolean isMember(RoleAt role, String userName) {
    return authorities
        .getContainedAuthorities(AuthorityType.USER, group(role), true)
        .contains(userName);
  }

  private static String group(RoleAt role) {
    return AlfrescoDirectory.GROUP_PREFIX + role.groupName();
  }
}
