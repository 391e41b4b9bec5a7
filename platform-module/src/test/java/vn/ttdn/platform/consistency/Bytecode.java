package vn.ttdn.platform.consistency;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Names that our Java code gives as text, found in its compiled form. */
final class Bytecode {
  private Bytecode() {}

  /** Every constant text in the class, in order. */
  static List<String> strings(ClassNode node) {
    List<String> found = new ArrayList<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof LdcInsnNode constant && constant.cst instanceof String text) {
          found.add(text);
        }
      }
    }
    return found;
  }

  /**
   * The last {@code count} constant texts before each call of a method, oldest first; of calls that
   * have fewer in the same method, none.
   */
  static List<String> stringsPassedTo(ClassNode node, String owner, String name, int count) {
    List<String> found = new ArrayList<>();
    for (MethodNode method : node.methods) {
      List<String> before = new ArrayList<>();
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof LdcInsnNode constant && constant.cst instanceof String text) {
          before.add(text);
        } else if (at instanceof MethodInsnNode call
            && call.owner.equals(owner)
            && call.name.equals(name)
            && before.size() >= count) {
          found.addAll(before.subList(before.size() - count, before.size()));
          before.clear();
        }
      }
    }
    return found;
  }
}
