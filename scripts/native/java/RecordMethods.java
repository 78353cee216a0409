import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * RecordMethods OUT.jar JAR...: writes OUT.jar, the records that are in the jars, with their equals,
 * hashCode and toString as plain code.
 *
 * <p>The compiler leaves these three to java.lang.runtime.ObjectMethods, which makes them of method
 * handles. The builder does not compile those: the executable would interpret them, by the whole of
 * java.lang.invoke. The code here gives the same results, hash codes included.
 */
final class RecordMethods {

  private static final String MAKER = "java/lang/runtime/ObjectMethods";

  public static void main(String[] arguments) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
      for (String jar : List.of(arguments).subList(1, arguments.length)) {
        try (ZipFile in = new ZipFile(jar)) {
          Enumeration<? extends ZipEntry> entries = in.entries();
          while (entries.hasMoreElements()) {
            copyIfRecord(in, entries.nextElement(), out);
          }
        }
      }
    }
  }

  private static void copyIfRecord(ZipFile in, ZipEntry entry, ZipOutputStream out)
      throws IOException {
    if (!entry.getName().endsWith(".class") || entry.getName().startsWith("META-INF/")) {
      return;
    }
    ClassReader reader;
    try (InputStream bytes = in.getInputStream(entry)) {
      reader = new ClassReader(bytes);
    }
    if (!"java/lang/Record".equals(reader.getSuperName())) {
      return;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new Rewriter(writer), 0);
    out.putNextEntry(new ZipEntry(entry.getName()));
    out.write(writer.toByteArray());
  }

  /** Takes over all but the three methods, if they are ObjectMethods'. */
  private static final class Rewriter extends ClassVisitor {

    Rewriter(ClassVisitor next) {
      super(ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
      return switch (name + type) {
        case "toString()Ljava/lang/String;", "hashCode()I", "equals(Ljava/lang/Object;)Z" ->
            new Method(next);
        default -> next;
      };
    }
  }

  /**
   * One of the three: "load the arguments; invokedynamic; return". What is put in place of the
   * invokedynamic finds them on the stack, drops them, and leaves the result there.
   */
  private static final class Method extends MethodVisitor {

    Method(MethodVisitor next) {
      super(ASM9, next);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... given) {
      if (!maker.getOwner().equals(MAKER)) {
        super.visitInvokeDynamicInsn(name, type, maker, given);
        return;
      }
      Type record = (Type) given[0];
      Handle[] fields = new Handle[given.length - 2];
      System.arraycopy(given, 2, fields, 0, fields.length);
      switch (name) {
        case "hashCode" -> hashCode(fields);
        case "equals" -> equality(record, fields);
        case "toString" -> text(record, fields);
        default -> throw new IllegalArgumentException(name);
      }
    }

    private void hashCode(Handle[] fields) {
      visitInsn(POP);
      visitInsn(ICONST_0);
      for (Handle field : fields) {
        visitIntInsn(BIPUSH, 31);
        visitInsn(IMUL);
        load(0, field);
        Type type = Type.getType(field.getDesc());
        if (isReference(type)) {
          call("java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
        } else {
          call(box(type), "hashCode", "(" + field.getDesc() + ")I");
        }
        visitInsn(IADD);
      }
    }

    private void equality(Type record, Handle[] fields) {
      visitInsn(POP2);
      Label other = new Label();
      Label same = new Label();
      visitVarInsn(ALOAD, 0);
      visitVarInsn(ALOAD, 1);
      visitJumpInsn(IF_ACMPNE, other);
      visitInsn(ICONST_1);
      visitInsn(IRETURN);
      visitLabel(other);
      visitFrame(F_SAME, 0, null, 0, null);
      visitVarInsn(ALOAD, 1);
      visitTypeInsn(INSTANCEOF, record.getInternalName());
      visitJumpInsn(IFNE, same);
      visitInsn(ICONST_0);
      visitInsn(IRETURN);
      visitLabel(same);
      visitFrame(F_SAME, 0, null, 0, null);
      visitVarInsn(ALOAD, 1);
      visitTypeInsn(CHECKCAST, record.getInternalName());
      visitVarInsn(ASTORE, 2);
      boolean first = true;
      for (Handle field : fields) {
        Label equal = new Label();
        load(0, field);
        load(2, field);
        compare(Type.getType(field.getDesc()), equal);
        visitInsn(ICONST_0);
        visitInsn(IRETURN);
        visitLabel(equal);
        if (first) {
          visitFrame(F_APPEND, 1, new Object[] {record.getInternalName()}, 0, null);
        } else {
          visitFrame(F_SAME, 0, null, 0, null);
        }
        first = false;
      }
      visitInsn(ICONST_1);
    }

    /** Jumps if the two values on the stack are the same. */
    private void compare(Type type, Label equal) {
      switch (type.getSort()) {
        case Type.LONG -> {
          visitInsn(LCMP);
          visitJumpInsn(IFEQ, equal);
        }
        case Type.FLOAT, Type.DOUBLE -> {
          String two = type.getDescriptor() + type.getDescriptor();
          call(box(type), "compare", "(" + two + ")I");
          visitJumpInsn(IFEQ, equal);
        }
        case Type.OBJECT, Type.ARRAY -> {
          call("java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
          visitJumpInsn(IFNE, equal);
        }
        default -> visitJumpInsn(IF_ICMPEQ, equal);
      }
    }

    private void text(Type record, Handle[] fields) {
      visitInsn(POP);
      String builder = "java/lang/StringBuilder";
      visitTypeInsn(NEW, builder);
      visitInsn(DUP);
      visitMethodInsn(INVOKESPECIAL, builder, "<init>", "()V", false);
      String before = simpleName(record) + "[";
      for (Handle field : fields) {
        append(before + field.getName() + "=");
        load(0, field);
        String type = switch (Type.getType(field.getDesc()).getSort()) {
          case Type.BYTE, Type.SHORT -> "I";
          case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
          default -> field.getDesc();
        };
        visitMethodInsn(
            INVOKEVIRTUAL, builder, "append", "(" + type + ")Ljava/lang/StringBuilder;", false);
        before = ", ";
      }
      append(fields.length == 0 ? before + "]" : "]");
      visitMethodInsn(INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
    }

    private void append(String text) {
      visitLdcInsn(text);
      visitMethodInsn(
          INVOKEVIRTUAL,
          "java/lang/StringBuilder",
          "append",
          "(Ljava/lang/String;)Ljava/lang/StringBuilder;",
          false);
    }

    private void load(int variable, Handle field) {
      visitVarInsn(ALOAD, variable);
      visitFieldInsn(GETFIELD, field.getOwner(), field.getName(), field.getDesc());
    }

    private void call(String owner, String name, String type) {
      visitMethodInsn(INVOKESTATIC, owner, name, type, false);
    }

    private static boolean isReference(Type type) {
      return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private static String box(Type type) {
      return switch (type.getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.CHAR -> "java/lang/Character";
        case Type.BYTE -> "java/lang/Byte";
        case Type.SHORT -> "java/lang/Short";
        case Type.INT -> "java/lang/Integer";
        case Type.LONG -> "java/lang/Long";
        case Type.FLOAT -> "java/lang/Float";
        default -> "java/lang/Double";
      };
    }

    /** As Class.getSimpleName has it: a class inside another is Outer$Name, in a method Outer$1Name. */
    private static String simpleName(Type record) {
      String name = record.getClassName().replaceFirst(".*[.$]", "");
      return name.replaceFirst("^[0-9]+", "");
    }
  }
}
