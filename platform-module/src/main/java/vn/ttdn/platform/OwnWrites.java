package vn.ttdn.platform;

import java.util.HashSet;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.util.transaction.TransactionSupportUtil;

/**
 * The nodes that core's own work writes in this transaction. The guards let these pass and nothing
 * else; the marks vanish with the transaction.
 */
final class OwnWrites {
  private static final String KEY = OwnWrites.class.getName();

  private OwnWrites() {}

  static boolean has(NodeRef node) {
    Set<NodeRef> marked = TransactionSupportUtil.getResource(KEY);
    return marked != null && marked.contains(node);
  }

  static void mark(NodeRef node) {
    Set<NodeRef> marked = TransactionSupportUtil.getResource(KEY);
    if (marked == null) {
      marked = new HashSet<>();
      TransactionSupportUtil.bindResource(KEY, marked);
    }
    marked.add(node);
  }
}
