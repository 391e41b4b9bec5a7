package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import vn.ttdn.platform.consistency.AlfrescoApi.Reference;

/** alfresco-api declares what the repository side asks of Alfresco, and nothing else. */
class AlfrescoApiTest {
  private final ClassFiles files = new ClassFiles();
  private final List<ClassNode> ours = ClassFiles.in(ClassFiles.OURS);
  private final Map<String, ClassNode> declared =
      ClassFiles.in(ClassFiles.API).stream()
          .collect(Collectors.toMap(c -> c.name, Function.identity()));
  private final String sources =
      Resources.sources(Path.of("src/main/java")).stream()
          .map(Resources::text)
          .collect(Collectors.joining("\n"));

  @Test
  void everyDeclaredClassIsNamedByOursOrByOneThatIs() {
    Set<String> needed = new TreeSet<>();
    for (ClassNode node : ours) {
      AlfrescoApi.types(node).forEach(type -> need(type, needed));
    }
    // Constants are inlined: their class is named in the source only.
    declared.keySet().stream()
        .filter(name -> sources.contains("import " + name.replace('/', '.') + ";"))
        .forEach(name -> need(name, needed));
    assertThat(declared.keySet()).hasSizeGreaterThan(50).isSubsetOf(needed);
  }

  private void need(String type, Set<String> needed) {
    ClassNode node = declared.get(type);
    if (node != null && needed.add(type)) {
      AlfrescoApi.types(node).forEach(t -> need(t, needed));
      need(node.nestHostClass, needed);
    }
  }

  @Test
  void everyDeclaredMemberIsUsedOrHasToBeThere() {
    Set<String> used = new HashSet<>();
    for (ClassNode node : ours) {
      for (Reference m : AlfrescoApi.methods(node)) {
        files
            .method(m.owner(), m.name(), m.descriptor())
            .ifPresent(f -> used.add(f.owner().name + "." + m.name() + m.descriptor()));
      }
      for (Reference f : AlfrescoApi.fields(node)) {
        files
            .field(f.owner(), f.name(), f.descriptor())
            .ifPresent(found -> used.add(found.owner().name + "." + f.name()));
      }
      AlfrescoApi.lambdas(node).values().forEach(ms -> ms.forEach(m -> used.add(m.toString())));
      inherited(node, used);
    }
    List<String> superfluous = new ArrayList<>();
    for (ClassNode node : declared.values()) {
      for (FieldNode field : node.fields) {
        boolean inSource = Pattern.compile("\\b" + field.name + "\\b").matcher(sources).find();
        if (!used.contains(node.name + "." + field.name)
            && !(field.value != null && inSource)
            && !ClassFiles.is(field.access, Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE)) {
          superfluous.add(node.name + "." + field.name);
        }
      }
      for (MethodNode method : node.methods) {
        if (!used.contains(node.name + "." + method.name + method.desc)
            && !hasToBeThere(node, method)) {
          superfluous.add(node.name + "." + method.name + method.desc);
        }
      }
    }
    assertThat(superfluous).isEmpty();
  }

  /** What our classes override, or inherit as a duty: it must be declared to be checked. */
  private void inherited(ClassNode node, Set<String> used) {
    for (ClassNode above : files.lineage(node.name)) {
      for (MethodNode method : above.methods) {
        boolean overridden =
            node.methods.stream()
                .anyMatch(m -> m.name.equals(method.name) && m.desc.equals(method.desc));
        if (overridden || ClassFiles.is(method.access, Opcodes.ACC_ABSTRACT)) {
          used.add(above.name + "." + method.name + method.desc);
        }
      }
    }
  }

  /**
   * Constructors of classes that others extend or nobody may make; what an enum has by itself; what
   * implements an abstract method of a declared or JDK type above.
   */
  private boolean hasToBeThere(ClassNode node, MethodNode method) {
    if (ClassFiles.is(method.access, Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)
        || method.name.equals("<clinit>")
        || ClassFiles.is(node.access, Opcodes.ACC_ENUM)) {
      return true;
    }
    if (method.name.equals("<init>")) {
      return method.desc.equals("()V")
          || declared.values().stream().anyMatch(c -> node.name.equals(c.superName));
    }
    return files.lineage(node.name).stream()
        .filter(c -> c != node && !c.name.equals(node.name))
        .flatMap(c -> c.methods.stream())
        .anyMatch(
            m ->
                m.name.equals(method.name)
                    // With a type in place of a variable, as in Comparable.
                    && Type.getArgumentTypes(m.desc).length
                        == Type.getArgumentTypes(method.desc).length
                    && ClassFiles.is(m.access, Opcodes.ACC_ABSTRACT));
  }

  @Test
  void everyInheritedAbstractMethodIsImplemented() {
    assertThat(AlfrescoApi.leftOpen(ours, files)).isEmpty();
  }
}
