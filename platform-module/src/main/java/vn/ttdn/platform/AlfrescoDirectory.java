package vn.ttdn.platform;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.port.Directory;

/** Alfresco's people; a role in a unit is membership of the group named after it. */
public final class AlfrescoDirectory implements Directory {
  static final String GROUP_PREFIX = "GROUP_";

  private final PersonService people;
  private final AuthorityService authorities;
  private final NodeService nodes;

  public AlfrescoDirectory(PersonService people, AuthorityService authorities, NodeService nodes) {
    this.people = people;
    this.authorities = authorities;
    this.nodes = nodes;
  }

  @Override
  public Optional<Person> person(String userName) {
    return AuthenticationUtil.runAsSystem(() -> asSystem(userName));
  }

  private Optional<Person> asSystem(String userName) {
    NodeRef node = people.getPersonOrNull(userName);
    if (node == null || !people.isEnabled(userName)) {
      return Optional.empty();
    }
    Map<QName, Serializable> properties = nodes.getProperties(node);
    String name =
        (text(properties, ContentModel.PROP_LASTNAME)
                + " "
                + text(properties, ContentModel.PROP_FIRSTNAME))
            .strip();
    String email = text(properties, ContentModel.PROP_EMAIL);
    Set<RoleAt> roles = new HashSet<>();
    for (String group : authorities.getAuthoritiesForUser(userName)) {
      if (group.startsWith(GROUP_PREFIX)) {
        RoleAt.ofGroupName(group.substring(GROUP_PREFIX.length())).ifPresent(roles::add);
      }
    }
    return Optional.of(
        new Person(
            userName,
            name.isEmpty() ? userName : name,
            text(properties, ContentModel.PROP_JOBTITLE),
            email.isEmpty() ? Optional.empty() : Optional.of(email),
            roles));
  }

  @Override
  public List<Person> holders(RoleAt role) {
    return AuthenticationUtil.runAsSystem(
        () ->
            authorities
                .getContainedAuthorities(AuthorityType.USER, GROUP_PREFIX + role.groupName(), false)
                .stream()
                .sorted()
                .map(this::asSystem)
                .flatMap(Optional::stream)
                .toList());
  }

  private static String text(Map<QName, Serializable> properties, QName name) {
    Serializable value = properties.get(name);
    return value == null ? "" : value.toString().strip();
  }
}
