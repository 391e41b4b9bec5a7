package vn.ttdn.platform;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.alfresco.service.cmr.repository.NodeRef;
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
    permissions.deletePermissions(folder);
    permissions.setInheritParentPermissions(folder, false);
    for (String group : readers(dossier)) {
      permissions.setPermission(folder, group, PermissionService.CONSUMER, true);
    }
    if (dossier.state() == DossierState.DRAFTING) {
      permissions.setPermission(folder, dossier.drafter(), PermissionService.EDITOR, true);
    }
  }

  /** Sets a record to its readers. */
  void onRecord(NodeRef record, Dossier dossier) {
    permissions.deletePermissions(record);
    permissions.setInheritParentPermissions(record, false);
    for (String group : readers(dossier)) {
      permissions.setPermission(record, group, PermissionService.CONSUMER, true);
    }
  }

  private Set<String> readers(Dossier dossier) {
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
    Set<String> groups = new LinkedHashSet<>();
    for (RoleAt reader : readers) {
      groups.add(AlfrescoDirectory.GROUP_PREFIX + reader.groupName());
    }
    return groups;
  }
}
