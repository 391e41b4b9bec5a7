package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import vn.ttdn.platform.consistency.AlfrescoApi.Reference;

/**
 * alfresco-api and our classes against Alfresco's own jars, which only {@code -Pacs} puts on the
 * class path: that profile runs this, nothing else does.
 */
class AlfrescoLinkCheck {
  private static final int KIND =
      Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ENUM | Opcodes.ACC_ANNOTATION;
  private static final int ACCESS =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT;

  private final ClassFiles real = new ClassFiles();
  private final List<ClassNode> ours = ClassFiles.in(ClassFiles.OURS);
  private final List<String> wrong = new ArrayList<>();

  @Test
  void whatAlfrescoApiDeclaresIsWhatAlfrescoHas() {
    List<ClassNode> declared = ClassFiles.in(ClassFiles.API);
    assertThat(declared).hasSizeGreaterThan(50);
    assertThat(ClassLoader.getSystemResource("org/alfresco/service/namespace/QName.class"))
        .as("Alfresco's own, not ours")
        .isNotNull()
        .asString()
        .doesNotContain("alfresco-api");
    for (ClassNode node : declared) {
      real.find(node.name)
          .ifPresentOrElse(found -> compare(node, found), () -> wrong.add(node.name + " is not"));
    }
    assertThat(wrong).isEmpty();
  }

  private void compare(ClassNode declared, ClassNode found) {
    same(declared.name + ": kind", kind(declared), kind(found));
    Set<String> above =
        real.lineage(declared.name).stream().map(c -> c.name).collect(Collectors.toSet());
    above.add("java/lang/Object");
    if (!above.contains(declared.superName)) {
      wrong.add(declared.name + " extends " + declared.superName);
    }
    for (String type : declared.interfaces) {
      if (!above.contains(type)) {
        wrong.add(declared.name + " implements " + type);
      }
    }
    declared.methods.stream().filter(m -> shown(m.access)).forEach(m -> compare(declared, m));
    declared.fields.stream().filter(f -> shown(f.access)).forEach(f -> compare(declared, f));
  }

  /** An enum is abstract as soon as its constants have bodies; that is nobody's business. */
  private static int kind(ClassNode node) {
    return ClassFiles.is(node.access, Opcodes.ACC_ENUM)
        ? node.access & KIND & ~Opcodes.ACC_ABSTRACT
        : node.access & KIND;
  }

  /** Private members and what the compiler makes are nobody's to call. */
  private static boolean shown(int access) {
    return !ClassFiles.is(access, Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC);
  }

  private void compare(ClassNode declared, MethodNode method) {
    Reference name = new Reference(declared.name, method.name, method.desc);
    Optional<MethodNode> found =
        method.name.equals("<init>")
            ? real.find(declared.name).flatMap(c -> own(c, method))
            : real.method(declared.name, method.name, method.desc).map(ClassFiles.Member::member);
    if (found.isEmpty()) {
      wrong.add(name + " is not");
      return;
    }
    same(name + ": access", method.access & ACCESS, found.get().access & ACCESS);
    same(
        name + ": exceptions",
        new TreeSet<>(method.exceptions),
        new TreeSet<>(found.get().exceptions));
  }

  private static Optional<MethodNode> own(ClassNode node, MethodNode wanted) {
    return node.methods.stream()
        .filter(m -> m.name.equals(wanted.name) && m.desc.equals(wanted.desc))
        .findFirst();
  }

  private void compare(ClassNode declared, FieldNode field) {
    Reference name = new Reference(declared.name, field.name, field.desc);
    Optional<FieldNode> found =
        real.field(declared.name, field.name, field.desc).map(ClassFiles.Member::member);
    if (found.isEmpty()) {
      wrong.add(name + " is not");
      return;
    }
    same(name + ": access", field.access & ACCESS, found.get().access & ACCESS);
    same(name + ": inlined constant", field.value, found.get().value);
  }

  private void same(String what, Object declared, Object found) {
    if (!Objects.equals(declared, found)) {
      wrong.add(what + " is " + found + ", declared as " + declared);
    }
  }

  @Test
  void whateverOursNameIsThere() {
    int checked = 0;
    for (ClassNode node : ours) {
      for (String type : AlfrescoApi.types(node)) {
        if (AlfrescoApi.isHost(type) && real.find(type).isEmpty()) {
          wrong.add(node.name + " names " + type);
        }
      }
      for (Reference m : AlfrescoApi.methods(node)) {
        checked++;
        if (real.method(m.owner(), m.name(), m.descriptor()).isEmpty()) {
          wrong.add(node.name + " calls " + m);
        }
      }
      for (Reference f : AlfrescoApi.fields(node)) {
        if (real.field(f.owner(), f.name(), f.descriptor()).isEmpty()) {
          wrong.add(node.name + " reads " + f);
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyInheritedAbstractMethodIsImplemented() {
    assertThat(ours.stream().flatMap(c -> real.missing(c.name).stream()))
        .as("unknown, so that nothing could be said of what they ask for")
        .isEmpty();
    assertThat(AlfrescoApi.leftOpen(ours, real)).isEmpty();
  }
}
