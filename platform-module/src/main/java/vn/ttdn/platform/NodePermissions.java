package vn.ttdn.platform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AccessPermission;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;

/**
 * Permissions on nodes as copies of core's reading rights: groups at most Consumer, the drafter
 * Editor while he drafts, nobody may delete.
 */
final class NodePermissions {
  private final PermissionService permissions;
  private final Supplier<Organisation> organisation;

  NodePermissions(PermissionService permissions, Supplier<Organisation> organisation) {
    this.permissions = permissions;
    this.organisation = organisation;
  }

  /** Sets a dossier's folder, and with it everything below, to what its state allows. */
  void onDossier(NodeRef folder, Dossier dossier) {
    Map<String, String> wanted = readers(dossier);
    if (dossier.state() == DossierState.DRAFTING) {
      wanted.put(dossier.drafter(), PermissionService.EDITOR);
    }
    apply(folder, wanted);
  }

  /** Sets a record to its readers. */
  void onRecord(NodeRef record, Dossier dossier) {
    apply(record, readers(dossier));
  }

  /** Writes nothing that is there already: most steps change no reader, and each write is dear. */
  private void apply(NodeRef node, Map<String, String> wanted) {
    if (permissions.getInheritParentPermissions(node)) {
      permissions.setInheritParentPermissions(node, false);
    }
    Map<String, String> missing = new LinkedHashMap<>(wanted);
    for (AccessPermission set : permissions.getAllSetPermissions(node)) {
      boolean stays =
          set.getAccessStatus() == AccessStatus.ALLOWED
              && set.getPermission().equals(wanted.get(set.getAuthority()));
      if (stays) {
        missing.remove(set.getAuthority());
      } else {
        permissions.deletePermission(node, set.getAuthority(), set.getPermission());
      }
    }
    missing.forEach(
        (authority, permission) -> permissions.setPermission(node, authority, permission, true));
  }

  private Map<String, String> readers(Dossier dossier) {
    Organisation now = organisation.get();
    Set<RoleAt> readers = new LinkedHashSet<>();
    readers.add(new RoleAt(Role.SPECIALIST, dossier.unit()));
    readers.add(new RoleAt(Role.DEPARTMENT_HEAD, dossier.unit()));
    readers.add(new RoleAt(Role.AGENCY_LEADER, now.agency().code()));
    readers.add(new RoleAt(Role.AGENCY_CLERK, now.agency().code()));
    if (dossier.state() == DossierState.ISSUED) {
      for (Addressee addressee : dossier.addressees()) {
        addressee
            .unit()
            .ifPresent(
                unit ->
                    now.groups().keySet().stream()
                        .filter(r -> r.unit().equals(unit))
                        .forEach(readers::add));
      }
    }
    Map<String, String> groups = new LinkedHashMap<>();
    for (RoleAt reader : readers) {
      groups.put(AlfrescoDirectory.GROUP_PREFIX + reader.groupName(), PermissionService.CONSUMER);
    }
    return groups;
  }
}
