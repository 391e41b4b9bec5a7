package vn.ttdn.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.model.Repository;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.ServiceRegistry;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;

/**
 * The organisation from {@code Data Dictionary/TTĐN/organisation.yaml}, which an administrator
 * edits without a restart. A wrong file is reported once, and the last good one stays in force; if
 * there never was one, the default is.
 */
public final class DictionaryOrganisation implements Supplier<Organisation> {
  static final String FILE = "organisation.yaml";
  private static final Log LOG = LogFactory.getLog(DictionaryOrganisation.class);

  private final ServiceRegistry services;
  private final Repository repository;
  private volatile State state = new State("", defaultOrganisation());

  /** What was read last: under which content URL, and what is in force since. */
  private record State(String contentUrl, Organisation organisation) {}

  public DictionaryOrganisation(ServiceRegistry services, Repository repository) {
    this.services = services;
    this.repository = repository;
  }

  @Override
  public Organisation get() {
    return AuthenticationUtil.runAsSystem(this::current);
  }

  private Organisation current() {
    NodeRef file = file();
    if (file == null) {
      return state.organisation();
    }
    ContentReader reader = services.getContentService().getReader(file, ContentModel.PROP_CONTENT);
    if (reader == null || reader.getContentUrl().equals(state.contentUrl())) {
      return state.organisation();
    }
    Organisation read = state.organisation();
    try (Reader text =
        new InputStreamReader(reader.getContentInputStream(), StandardCharsets.UTF_8)) {
      read = OrganisationFile.read(text, FILE).organisation();
    } catch (Refusal e) {
      LOG.error(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    state = new State(reader.getContentUrl(), read);
    return read;
  }

  /**
   * Puts the default into the Data Dictionary if nothing is there, and has what is saved there
   * looked at from now on. Runs as system.
   */
  void putDefault(Folders folders) {
    NodeRef dictionary = dictionary();
    if (dictionary == null) {
      return;
    }
    NodeRef present = file();
    if (present != null) {
      services.getNodeService().addAspect(present, TtdnModel.CONFIGURATION, Map.of());
      return;
    }
    NodeRef folder = folders.child(dictionary, Folders.ROOT);
    NodeRef file =
        services
            .getFileFolderService()
            .create(folder, FILE, ContentModel.TYPE_CONTENT)
            .getNodeRef();
    ContentWriter writer =
        services.getContentService().getWriter(file, ContentModel.PROP_CONTENT, true);
    services.getNodeService().addAspect(file, TtdnModel.CONFIGURATION, Map.of());
    writer.setMimetype("text/plain");
    writer.setEncoding("UTF-8");
    try (InputStream in = open()) {
      writer.putContent(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NodeRef file() {
    NodeRef dictionary = dictionary();
    return dictionary == null
        ? null
        : services.getFileFolderService().searchSimple(child(dictionary, Folders.ROOT), FILE);
  }

  private NodeRef child(NodeRef parent, String name) {
    NodeRef found =
        services.getNodeService().getChildByName(parent, ContentModel.ASSOC_CONTAINS, name);
    return found == null ? parent : found;
  }

  private NodeRef dictionary() {
    // The folder's name is translated at installation; its association is not.
    return services
        .getNodeService()
        .getChildAssocs(
            repository.getCompanyHome(),
            List.of(ContentModel.ASSOC_CONTAINS).get(0),
            org.alfresco.service.namespace.QName.createQName(
                org.alfresco.service.namespace.NamespaceService.APP_MODEL_1_0_URI, "dictionary"))
        .stream()
        .findFirst()
        .map(org.alfresco.service.cmr.repository.ChildAssociationRef::getChildRef)
        .orElse(null);
  }

  private static Organisation defaultOrganisation() {
    try (Reader reader = new InputStreamReader(open(), StandardCharsets.UTF_8)) {
      return OrganisationFile.read(reader, FILE).organisation();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open() {
    return OrganisationFile.class.getResourceAsStream("/vn/ttdn/core/organisation.yaml");
  }
}
