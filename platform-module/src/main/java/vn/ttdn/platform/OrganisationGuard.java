package vn.ttdn.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.org.OrganisationFile;

/**
 * Looks at a new organisation file while it is being saved: one with a mistake is refused with its
 * line to whoever saves it, and so never takes the place of a good one.
 */
public final class OrganisationGuard {
  private final PolicyComponent policies;
  private final ContentService contents;

  public OrganisationGuard(PolicyComponent policies, ContentService contents) {
    this.policies = policies;
    this.contents = contents;
  }

  /** Binds the veto; called once, when models are loaded. */
  public void bind() {
    policies.bindClassBehaviour(
        QName.createQName(NamespaceService.ALFRESCO_URI, "onContentUpdate"),
        TtdnModel.CONFIGURATION,
        new JavaBehaviour(this, "onContentUpdate", NotificationFrequency.EVERY_EVENT));
  }

  public void onContentUpdate(NodeRef node, boolean newContent) {
    ContentReader reader = contents.getReader(node, ContentModel.PROP_CONTENT);
    if (reader == null) {
      return;
    }
    try (Reader text =
        new InputStreamReader(reader.getContentInputStream(), StandardCharsets.UTF_8)) {
      OrganisationFile.read(text, DictionaryOrganisation.FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
