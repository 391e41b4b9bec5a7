package vn.ttdn.platform.consistency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What our classes ask of Alfresco, Surf and Activiti. */
final class AlfrescoApi {
  private AlfrescoApi() {}

  static boolean isHost(String name) {
    return name.startsWith("org/alfresco/")
        || name.startsWith("org/springframework/extensions/")
        || name.startsWith("org/activiti/");
  }

  /** Every class that the class file names, in whatever place, generics included. */
  static Set<String> types(ClassNode node) {
    Set<String> named = new LinkedHashSet<>();
    node.accept(
        new ClassRemapper(
            new ClassNode(),
            new Remapper(Opcodes.ASM9) {
              @Override
              public String map(String name) {
                named.add(name);
                return name;
              }
            }));
    return named;
  }

  /** Every method that is called, or handed on as a handle, once. */
  static Set<Reference> methods(ClassNode node) {
    Set<Reference> found = new LinkedHashSet<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof MethodInsnNode call) {
          found.add(
              new Reference(
                  call.owner,
                  call.name,
                  call.desc,
                  call.getOpcode() == Opcodes.INVOKESTATIC,
                  call.itf));
        } else if (at instanceof InvokeDynamicInsnNode dynamic) {
          for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
              found.add(
                  new Reference(
                      handle.getOwner(),
                      handle.getName(),
                      handle.getDesc(),
                      handle.getTag() == Opcodes.H_INVOKESTATIC,
                      handle.isInterface()));
            }
          }
        }
      }
    }
    found.removeIf(r -> r.owner().startsWith("["));
    return found;
  }

  /** Every field that is read or written, once. */
  static Set<Reference> fields(ClassNode node) {
    Set<Reference> found = new LinkedHashSet<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof FieldInsnNode field) {
          boolean isStatic =
              field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
          found.add(new Reference(field.owner, field.name, field.desc, isStatic, false));
        }
      }
    }
    return found;
  }

  /** The interface of every lambda or method reference → the method that it implements. */
  static Map<String, Set<Reference>> lambdas(ClassNode node) {
    Map<String, Set<Reference>> found = new LinkedHashMap<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode at : method.instructions) {
        if (at instanceof InvokeDynamicInsnNode dynamic
            && dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
          String type = Type.getReturnType(dynamic.desc).getInternalName();
          String descriptor = ((Type) dynamic.bsmArgs[0]).getDescriptor();
          found
              .computeIfAbsent(type, t -> new LinkedHashSet<>())
              .add(new Reference(type, dynamic.name, descriptor, false, true));
        }
      }
    }
    return found;
  }

  /** Abstract methods of our concrete classes, and of lambdas, that are left open. */
  static List<String> leftOpen(List<ClassNode> ours, ClassFiles files) {
    List<String> open = new ArrayList<>();
    for (ClassNode node : ours) {
      if (!ClassFiles.is(node.access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) {
        files.unimplemented(node.name).forEach(m -> open.add(node.name + " leaves open " + m));
      }
      lambdas(node)
          .forEach(
              (type, methods) -> {
                Set<String> implemented = new LinkedHashSet<>();
                methods.forEach(m -> implemented.add(m.name() + m.descriptor()));
                for (String method : files.unimplemented(type)) {
                  if (!implemented.contains(method.substring(method.indexOf('.') + 1))) {
                    open.add("a lambda in " + node.name + " leaves open " + method);
                  }
                }
              });
    }
    return open;
  }

  /**
   * A member as a class file names it.
   *
   * @param isStatic whether it is asked for without an instance
   * @param ofInterface for a method: whether its owner is taken for an interface
   */
  record Reference(
      String owner, String name, String descriptor, boolean isStatic, boolean ofInterface) {
    @Override
    public String toString() {
      return owner + "." + name + descriptor;
    }
  }
}
