package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.net.URL;
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

/**
 * What alfresco-api declares is so in Alfresco's own jars. Runs with {@code -Pacs} only, where
 * those are on the class path and our declarations are not.
 */
class DeclarationsLinkCheck {
  private static final int VISIBILITY = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
  private static final int OF_CLASSES =
      VISIBILITY
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_INTERFACE
          | Opcodes.ACC_ENUM
          | Opcodes.ACC_ANNOTATION;
  private static final int OF_METHODS =
      VISIBILITY
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_VARARGS;
  private static final int OF_FIELDS =
      VISIBILITY | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM;
  private static final int NOBODYS = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

  private final ClassFiles real = new ClassFiles();
  private final List<ClassNode> declared = ClassFiles.in(ClassFiles.API);
  private final List<String> differences = new ArrayList<>();

  @Test
  void theClassPathHasAlfrescosJarsAndNotOurDeclarations() {
    assertThat(declared).hasSizeGreaterThan(50);
    for (ClassNode node : declared) {
      URL place = ClassLoader.getSystemResource(node.name + ".class");
      assertThat(place).as(node.name + " is in none of the jars").isNotNull();
      assertThat(place.toString())
          .as(node.name)
          .startsWith("jar:")
          .doesNotContain("ttdn-alfresco-api");
    }
  }

  @Test
  void everyClassIsOfTheSameKindAndLineage() {
    for (ClassNode node : declared) {
      ClassNode there = real.find(node.name).orElseThrow(() -> new AssertionError(node.name));
      same(node.name, words(kind(node)), words(kind(there)));
      same(node.name + " extends", node.superName, there.superName);
      same(node.name + " implements", node.interfaces, there.interfaces);
    }
    assertThat(differences).isEmpty();
  }

  private static int kind(ClassNode node) {
    // A nested class has its access where it is nested.
    int access =
        node.innerClasses.stream()
            .filter(inner -> inner.name.equals(node.name))
            .findAny()
            .map(inner -> inner.access)
            .orElse(node.access);
    // Nobody makes or extends an enum: whether its constants have bodies is its own affair.
    boolean isEnum = ClassFiles.is(access, Opcodes.ACC_ENUM);
    return access & OF_CLASSES & (isEnum ? ~(Opcodes.ACC_ABSTRACT | Opcodes.ACC_FINAL) : -1);
  }

  @Test
  void everyMethodIsThereWithItsExceptions() {
    int compared = 0;
    for (ClassNode node : declared) {
      for (MethodNode method : node.methods) {
        String name = node.name + "." + method.name + method.desc;
        if (ClassFiles.is(method.access, NOBODYS) || method.name.equals("<clinit>")) {
          continue;
        }
        Optional<MethodNode> there =
            real.find(node.name).stream()
                .flatMap(c -> c.methods.stream())
                .filter(m -> m.name.equals(method.name) && m.desc.equals(method.desc))
                .findAny();
        if (there.isEmpty()) {
          differences.add(name + " is not there");
          continue;
        }
        same(name, words(method.access & OF_METHODS), words(there.get().access & OF_METHODS));
        same(name + " throws", checked(method), checked(there.get()));
        compared++;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(150);
  }

  /** What a caller has to catch. */
  private Set<String> checked(MethodNode method) {
    return method.exceptions.stream()
        .filter(
            e ->
                real.lineage(e).stream()
                    .noneMatch(
                        c ->
                            c.name.equals("java/lang/RuntimeException")
                                || c.name.equals("java/lang/Error")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFieldIsThereWithTheValueThatIsInlined() {
    int constants = 0;
    for (ClassNode node : declared) {
      for (FieldNode field : node.fields) {
        String name = node.name + "." + field.name;
        if (ClassFiles.is(field.access, NOBODYS)) {
          continue;
        }
        Optional<FieldNode> there =
            real.find(node.name).stream()
                .flatMap(c -> c.fields.stream())
                .filter(f -> f.name.equals(field.name) && f.desc.equals(field.desc))
                .findAny();
        if (there.isEmpty()) {
          differences.add(name + " " + field.desc + " is not there");
          continue;
        }
        same(name, words(field.access & OF_FIELDS), words(there.get().access & OF_FIELDS));
        same(name + " =", field.value, there.get().value);
        constants += field.value == null ? 0 : 1;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(constants).isGreaterThan(5);
  }

  private void same(String what, Object ours, Object theirs) {
    if (!Objects.equals(ours, theirs)) {
      differences.add(what + ": declared " + ours + ", in Alfresco " + theirs);
    }
  }

  private static String words(int access) {
    return Modifier.toString(access & ~Opcodes.ACC_VARARGS)
        + (ClassFiles.is(access, Opcodes.ACC_VARARGS) ? " varargs" : "")
        + (ClassFiles.is(access, Opcodes.ACC_ENUM) ? " enum" : "")
        + (ClassFiles.is(access, Opcodes.ACC_ANNOTATION) ? " annotation" : "");
  }
}
