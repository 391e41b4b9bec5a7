package vn.ttdn.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
import vn.ttdn.core.rights.Rights;

/**
 * Permissions on nodes as copies of core's reading rights: groups at most Consumer, the drafter
 * Editor while he drafts, nobody may delete. Signed files and answers come in by way of core only.
 */
final class NodePermissions {
  private final PermissionService permissions;
  private final Supplier<Organisation> organisation;

  NodePermissions(PermissionService permissions, Supplier<Organisation> organisation) {
    this.permissions = permissions;
    this.organisation = organisation;
  }

  /**
   * Sets a dossier's folder, and with it everything below, to what its state allows.
   *
   * @return whether who reads it has changed
   */
  boolean onDossier(NodeRef folder, Dossier dossier) {
    Map<String, String> wanted = groups(readers(dossier));
    if (dossier.state() == DossierState.DRAFTING) {
      wanted.put(dossier.drafter(), PermissionService.EDITOR);
    }
    return apply(folder, wanted).stream()
        .anyMatch(authority -> authority.startsWith(AlfrescoDirectory.GROUP_PREFIX));
  }

  /** Sets a record to its readers: the dossier's, and those that it is addressed to. */
  void onRecord(NodeRef record, Dossier dossier, List<Addressee> addressees) {
    Set<RoleAt> readers = readers(dossier);
    for (Addressee addressee : addressees) {
      addressee
          .unit()
          .ifPresent(unit -> readers.addAll(Rights.readersAt(organisation.get(), unit)));
    }
    apply(record, groups(readers));
  }

  /** Lets the people of an asked unit read its answer beside those who read the dossier. */
  void onAnswer(NodeRef answer, String unit) {
    groups(people(unit))
        .forEach(
            (authority, permission) ->
                permissions.setPermission(answer, authority, permission, true));
  }

  /**
   * Writes nothing that is there already: most steps change no reader, and each write is dear.
   *
   * @return whose permissions it changed
   */
  private List<String> apply(NodeRef node, Map<String, String> wanted) {
    if (permissions.getInheritParentPermissions(node)) {
      permissions.setInheritParentPermissions(node, false);
    }
    List<String> changed = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>(wanted);
    for (AccessPermission set : permissions.getAllSetPermissions(node)) {
      boolean stays =
          set.getAccessStatus() == AccessStatus.ALLOWED
              && set.getPermission().equals(wanted.get(set.getAuthority()));
      if (stays) {
        missing.remove(set.getAuthority());
      } else {
        permissions.deletePermission(node, set.getAuthority(), set.getPermission());
        changed.add(set.getAuthority());
      }
    }
    missing.forEach(
        (authority, permission) -> permissions.setPermission(node, authority, permission, true));
    changed.addAll(missing.keySet());
    return changed;
  }

  private Set<RoleAt> readers(Dossier dossier) {
    Organisation now = organisation.get();
    Set<RoleAt> readers = new LinkedHashSet<>(people(dossier.unit()));
    readers.add(new RoleAt(Role.AGENCY_LEADER, now.agency().code()));
    readers.add(new RoleAt(Role.AGENCY_CLERK, now.agency().code()));
    if (Rights.reachedMinistry(dossier)) {
      readers.add(new RoleAt(Role.MINISTRY_LEADER, now.ministry().code()));
      readers.add(new RoleAt(Role.MINISTRY_CLERK, now.ministry().code()));
    }
    return readers;
  }

  /** The people of a unit of the agency. */
  private static List<RoleAt> people(String unit) {
    return List.of(new RoleAt(Role.SPECIALIST, unit), new RoleAt(Role.DEPARTMENT_HEAD, unit));
  }

  private static Map<String, String> groups(Collection<RoleAt> readers) {
    Map<String, String> groups = new LinkedHashMap<>();
    for (RoleAt reader : readers) {
      groups.put(AlfrescoDirectory.GROUP_PREFIX + reader.groupName(), PermissionService.CONSUMER);
    }
    return groups;
  }
}
