package vn.ttdn.platform;

import java.util.Collection;
import java.util.Optional;
import org.activiti.engine.delegate.DelegateTask;
import org.alfresco.repo.jscript.ScriptNode;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.workflows.TaskFiles;

/** A file that somebody picked in a task's form: a document of the library that he may read. */
final class AlfrescoTaskFiles implements TaskFiles {
  private final LibraryFiles library;

  AlfrescoTaskFiles(LibraryFiles library) {
    this.library = library;
  }

  @Override
  public Optional<IncomingFile> file(DelegateTask task, TaskFile file) {
    return node(task.getVariableLocal(file.variable())).map(AlfrescoTaskFiles.this::own);
  }

  /** What the form's picker leaves: a node, a list of them, or nothing. */
  private static Optional<NodeRef> node(Object picked) {
    if (picked instanceof ScriptNode node) {
      return Optional.of(node.getNodeRef());
    }
    if (picked instanceof Collection<?> several) {
      return several.stream().findFirst().flatMap(AlfrescoTaskFiles::node);
    }
    return Optional.empty();
  }

  private IncomingFile own(NodeRef document) {
    String person = AuthenticationUtil.getFullyAuthenticatedUser();
    try {
      return AuthenticationUtil.runAs(() -> library.file(document), person);
    } catch (AccessDeniedException | InvalidNodeRefException e) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "picked-file-not-readable");
    }
  }
}
