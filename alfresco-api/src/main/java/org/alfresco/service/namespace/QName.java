package org.alfresco.service.namespace;

public final class QName
    implements org.alfresco.service.namespace.QNamePattern,
        java.io.Serializable,
        java.lang.Cloneable,
        java.lang.Comparable<org.alfresco.service.namespace.QName> {
  public static org.alfresco.service.namespace.QName createQName(
      java.lang.String arg0, java.lang.String arg1)
      throws org.alfresco.service.namespace.InvalidQNameException {
    throw new AssertionError();
  }

  public static java.lang.String createValidLocalName(java.lang.String arg0) {
    throw new AssertionError();
  }

  public boolean equals(java.lang.Object arg0) {
    throw new AssertionError();
  }

  public java.lang.String getNamespaceURI() {
    throw new AssertionError();
  }

  public int compareTo(org.alfresco.service.namespace.QName arg0) {
    throw new AssertionError();
  }

  private QName() {}
}
