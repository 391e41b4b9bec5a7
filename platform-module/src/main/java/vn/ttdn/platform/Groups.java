package vn.ttdn.platform;

import java.util.Map;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import vn.ttdn.core.Host;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.RoleAt;

/** The groups of the organisation in force. */
final class Groups {
  private static final Log LOG = LogFactory.getLog(Groups.class);

  private final AuthorityService authorities;
  private final Host host;

  Groups(AuthorityService authorities, Host host) {
    this.authorities = authorities;
    this.host = host;
  }

  /**
   * Makes those that are missing, because the organisation is another one or because somebody has
   * deleted one: its people he has to put in again, nobody else knows them. No group is deleted, so
   * that an organisation that is corrected tomorrow finds its people still there.
   *
   * @return how many were missing
   */
  int make() {
    Organisation now = host.organisation().get();
    return AuthenticationUtil.runAsSystem(() -> host.unitOfWork().write(() -> missing(now)));
  }

  private int missing(Organisation now) {
    int missing = 0;
    for (Map.Entry<RoleAt, String> group : now.groups().entrySet()) {
      String name = group.getKey().groupName();
      if (!authorities.authorityExists(AlfrescoDirectory.GROUP_PREFIX + name)) {
        authorities.createAuthority(
            AuthorityType.GROUP, name, group.getValue(), authorities.getDefaultZones());
        LOG.info("group " + name + " was made");
        missing++;
      }
    }
    return missing;
  }
}
