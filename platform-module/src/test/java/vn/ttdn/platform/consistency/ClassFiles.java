package vn.ttdn.platform.consistency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Compiled classes by internal name, read without being loaded. */
final class ClassFiles {
  static final Path OURS = Path.of("target/classes");
  static final Path API = Path.of("../alfresco-api/target/classes");

  private final Map<String, Optional<ClassNode>> known = new HashMap<>();

  /** The classes in a folder, in order of their names. */
  static List<ClassNode> in(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".class"))
          .sorted()
          .map(ClassFiles::read)
          .filter(c -> !c.name.endsWith("package-info"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("build " + folder + " first (mvn -am)", e);
    }
  }

  private static ClassNode read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassNode read(InputStream in) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
    return node;
  }

  /** The class of that internal name on the class path or in the JDK; empty if there is none. */
  Optional<ClassNode> find(String name) {
    return known.computeIfAbsent(
        name,
        n -> {
          try (InputStream in = ClassLoader.getSystemResourceAsStream(n + ".class")) {
            return in == null ? Optional.empty() : Optional.of(read(in));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The class itself and all that it inherits from, the nearest first; what is missing is left. */
  List<ClassNode> lineage(String name) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(name));
    List<ClassNode> found = new ArrayList<>();
    while (!next.isEmpty()) {
      String at = next.removeFirst();
      if (seen.add(at)) {
        find(at)
            .ifPresent(
                node -> {
                  found.add(node);
                  if (node.superName != null) {
                    next.addFirst(node.superName);
                  }
                  next.addAll(node.interfaces);
                });
      }
    }
    return found;
  }

  /** Names in the lineage of {@code name} that no class file has. */
  Set<String> missing(String name) {
    Set<String> missing = new LinkedHashSet<>();
    for (ClassNode node : lineage(name)) {
      Stream.concat(Stream.ofNullable(node.superName), node.interfaces.stream())
          .filter(n -> find(n).isEmpty())
          .forEach(missing::add);
    }
    return missing;
  }

  /** Where a method that is called on {@code owner} is found. */
  Optional<Member<MethodNode>> method(String owner, String name, String descriptor) {
    return in(owner, (c, m) -> m.name.equals(name) && m.desc.equals(descriptor));
  }

  private Optional<Member<MethodNode>> in(String owner, BiPredicate<ClassNode, MethodNode> wanted) {
    for (ClassNode node : lineage(owner)) {
      for (MethodNode method : node.methods) {
        if (wanted.test(node, method)) {
          return Optional.of(new Member<>(node, method));
        }
      }
    }
    return Optional.empty();
  }

  /** Where a field that is read on {@code owner} is found. */
  Optional<Member<FieldNode>> field(String owner, String name, String descriptor) {
    for (ClassNode node : lineage(owner)) {
      for (FieldNode field : node.fields) {
        if (field.name.equals(name) && field.desc.equals(descriptor)) {
          return Optional.of(new Member<>(node, field));
        }
      }
    }
    return Optional.empty();
  }

  /** A member and the class that has it. */
  record Member<T>(ClassNode owner, T member) {}

  /** Abstract methods that {@code name} inherits and neither it nor a class above implements. */
  List<String> unimplemented(String name) {
    List<ClassNode> lineage = lineage(name);
    List<String> open = new ArrayList<>();
    for (ClassNode node : lineage) {
      for (MethodNode method : node.methods) {
        if (is(method.access, Opcodes.ACC_ABSTRACT)
            && lineage.stream().noneMatch(c -> implementing(c, method))
            && !ofObject(method)) {
          open.add(node.name + "." + method.name + method.desc);
        }
      }
    }
    return open;
  }

  private static boolean implementing(ClassNode node, MethodNode wanted) {
    return node.methods.stream()
        .anyMatch(
            m ->
                m.name.equals(wanted.name)
                    && m.desc.equals(wanted.desc)
                    && !is(
                        m.access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE));
  }

  private boolean ofObject(MethodNode wanted) {
    return find("java/lang/Object").stream().anyMatch(o -> implementing(o, wanted));
  }

  static boolean is(int access, int anyOf) {
    return (access & anyOf) != 0;
  }
}
