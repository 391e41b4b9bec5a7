package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import vn.ttdn.platform.consistency.AlfrescoApi.Reference;

/**
 * Every class, method and field that the repository side's class files name is found the way the
 * JVM looks for it. Runs with {@code -Pacs} only, where that is in Alfresco's own jars.
 */
class OwnClassesLinkCheck {
  private final ClassFiles files = new ClassFiles();
  private final List<ClassNode> ours = ClassFiles.in(ClassFiles.OURS);
  private final List<String> broken = new ArrayList<>();
  private int ofAlfresco;

  @Test
  void everyNamedClassIsThere() {
    for (ClassNode node : ours) {
      for (String type : AlfrescoApi.types(node)) {
        look(type);
        if (files.find(type).isEmpty()) {
          broken.add(node.name + " names " + type);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(ofAlfresco).isGreaterThan(100);
  }

  @Test
  void everyMethodThatIsCalledIsThere() {
    for (ClassNode node : ours) {
      for (Reference call : AlfrescoApi.methods(node)) {
        look(call.owner());
        Optional<String> fault =
            files
                .method(call.owner(), call.name(), call.descriptor())
                .map(m -> fault(node, call, m.owner(), m.member().access))
                .orElse(
                    Optional.of("is not there; not looked into: " + files.missing(call.owner())));
        fault.ifPresent(f -> broken.add(node.name + " calls " + call + ", which " + f));
        boolean ofInterface =
            files.find(call.owner()).stream()
                .anyMatch(c -> ClassFiles.is(c.access, Opcodes.ACC_INTERFACE));
        if (ofInterface != call.ofInterface()) {
          broken.add(node.name + " takes " + call.owner() + " for an interface or a class");
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(ofAlfresco).isGreaterThan(100);
  }

  @Test
  void everyFieldThatIsReadIsThere() {
    for (ClassNode node : ours) {
      for (Reference field : AlfrescoApi.fields(node)) {
        look(field.owner());
        Optional<String> fault =
            files
                .field(field.owner(), field.name(), field.descriptor())
                .map(f -> fault(node, field, f.owner(), f.member().access))
                .orElse(Optional.of("is not there"));
        fault.ifPresent(f -> broken.add(node.name + " reads " + field + ", which " + f));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(ofAlfresco).isGreaterThan(20);
  }

  @Test
  void nothingIsLeftOpenAndNothingFinalIsOverridden() {
    assertThat(ours.stream().flatMap(c -> files.missing(c.name).stream()))
        .as("unknown, so that nothing can be said of what they ask for")
        .isEmpty();
    broken.addAll(AlfrescoApi.leftOpen(ours, files));
    int above = 0;
    for (ClassNode node : ours) {
      for (ClassNode parent : files.lineage(node.name)) {
        if (parent.name.equals(node.name)) {
          continue;
        }
        above += AlfrescoApi.isHost(parent.name) ? 1 : 0;
        if (ClassFiles.is(parent.access, Opcodes.ACC_FINAL)) {
          broken.add(node.name + " extends " + parent.name + ", which is final");
        }
        parent.methods.stream()
            .filter(m -> ClassFiles.is(m.access, Opcodes.ACC_FINAL))
            .filter(m -> !ClassFiles.is(m.access, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC))
            .filter(
                m ->
                    node.methods.stream()
                        .anyMatch(o -> o.name.equals(m.name) && o.desc.equals(m.desc)))
            .forEach(
                m -> broken.add(node.name + " overrides " + parent.name + "." + m.name + m.desc));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(above).isGreaterThan(5);
  }

  /** Why {@code node} may not use what it names, if so. */
  private Optional<String> fault(ClassNode node, Reference named, ClassNode owner, int access) {
    if (ClassFiles.is(access, Opcodes.ACC_STATIC) != named.isStatic()) {
      return Optional.of("has become static or no longer is");
    }
    boolean samePackage = folder(node.name).equals(folder(owner.name));
    boolean may =
        ClassFiles.is(access, Opcodes.ACC_PUBLIC)
            || (ClassFiles.is(access, Opcodes.ACC_PRIVATE)
                ? nest(node).equals(nest(owner))
                : samePackage)
            || (ClassFiles.is(access, Opcodes.ACC_PROTECTED)
                && files.lineage(node.name).stream().anyMatch(c -> c.name.equals(owner.name)));
    return may ? Optional.empty() : Optional.of("is not for us");
  }

  private void look(String type) {
    ofAlfresco += AlfrescoApi.isHost(type) ? 1 : 0;
  }

  private static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  private static String nest(ClassNode node) {
    return node.nestHostClass == null ? node.name : node.nestHostClass;
  }
}
