package org.alfresco.repo.jscript;

public class ScriptNode
    implements org.alfresco.repo.jscript.Scopeable,
        org.alfresco.service.namespace.NamespacePrefixResolverProvider {
  public org.alfresco.service.cmr.repository.NodeRef getNodeRef() {
    throw new AssertionError();
  }

  private ScriptNode() {}
}
