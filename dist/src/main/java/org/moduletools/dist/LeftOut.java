package org.moduletools.dist;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.RecomputeFieldValue;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.graalvm.nativeimage.hosted.FieldValueTransformer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the native executable leaves out of the Java library and of picocli. The builder takes in
 * whatever code could be called, as far as it can see; these are the places where it sees too much.
 * Each class here names one of theirs, and each method takes the place of its method of that name.
 *
 * <p>A JVM never loads this class.
 */
@SuppressWarnings({
  "unused",
  "UnusedVariable",
  "UnusedMethod",
  "MethodCanBeStatic",
  "PrivateConstructorForUtilityClass",
  "DoNotCallSuggester"
})
final class LeftOut {

  private LeftOut() {}

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("not in the native executable");
  }

  /** Those of the Java library are tried with the one that the builder here brings. */
  static final class Java17 implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      return Runtime.version().feature() == 17;
    }
  }

  /** Annotations of a module: to read them the library writes a class, by a whole assembler. */
  @TargetClass(className = "java.lang.Module", onlyWith = Java17.class)
  static final class OfModule {
    @Substitute
    private Class<?> loadModuleInfoClass() {
      throw unsupported();
    }
  }

  /**
   * {@code %f} and {@code %t} of String.format, and digits other than 0 to 9: they bring decimal
   * numbers, calendars, and the customs of countries.
   */
  @TargetClass(className = "java.util.Formatter$FormatSpecifier", onlyWith = Java17.class)
  static final class OfFormatSpecifier {

    @Substitute
    private void printFloat(Object value, Locale locale) {
      throw unsupported();
    }

    @Substitute
    private void printDateTime(Object value, Locale locale) {
      throw unsupported();
    }

    @Substitute
    private StringBuilder localizedMagnitude(
        @Nullable StringBuilder target,
        CharSequence digits,
        int offset,
        OfFlags flags,
        int width,
        Locale locale) {
      StringBuilder text = target == null ? new StringBuilder() : target;
      int start = text.length();
      text.append(digits, offset, digits.length());
      if (flags.contains(OfFlags.ZERO_PAD)) {
        while (text.length() < width) {
          text.insert(start, '0');
        }
      }
      return text;
    }
  }

  /** The flags of a format. */
  @TargetClass(className = "java.util.Formatter$Flags", onlyWith = Java17.class)
  static final class OfFlags {

    @SuppressWarnings("NullAway.Init")
    @Alias
    static OfFlags ZERO_PAD;

    @Alias
    native boolean contains(OfFlags flag);
  }

  /** Streams of more than one thread: nothing here has one. */
  @TargetClass(className = "java.util.stream.AbstractPipeline", onlyWith = Java17.class)
  static final class OfStream {
    @Substitute
    public boolean isParallel() {
      return false;
    }
  }

  /** Forms of Unicode, which a regular expression would have to ask for. */
  @TargetClass(value = Normalizer.class, onlyWith = Java17.class)
  static final class OfNormalizer {

    @Substitute
    public static String normalize(CharSequence text, Normalizer.Form form) {
      throw unsupported();
    }

    @Substitute
    public static boolean isNormalized(CharSequence text, Normalizer.Form form) {
      throw unsupported();
    }
  }

  /** Whether a capital sigma ends a word, by the rules of its language; it is none here. */
  @TargetClass(className = "java.lang.ConditionalSpecialCasing", onlyWith = Java17.class)
  static final class OfSpecialCasing {
    @Substitute
    private static boolean isFinalCased(String text, int index, Locale locale) {
      return false;
    }
  }

  /** A date and time of a file or event as text, by a whole calendar: nothing prints one. */
  @TargetClass(value = FileTime.class, onlyWith = Java17.class)
  static final class OfFileTime {

    @Alias
    public native long toMillis();

    @Override
    @Substitute
    public String toString() {
      return toMillis() + " ms";
    }
  }

  /** The same, of a moment. */
  @TargetClass(value = Instant.class, onlyWith = Java17.class)
  static final class OfInstant {

    @Alias
    public native long toEpochMilli();

    @Override
    @Substitute
    public String toString() {
      return toEpochMilli() + " ms";
    }
  }

  /**
   * The calls that lead to a missing file. Most places of configuration are missing, and to note
   * the calls takes longer than to look at all of these places.
   */
  @TargetClass(className = "sun.nio.fs.UnixException", onlyWith = Java17.class)
  static final class OfUnixException {

    @Alias
    native int errno();

    @Alias
    native IOException asIOException(OfUnixPath file);

    @Substitute
    void rethrowAsIOException(OfUnixPath file) throws IOException {
      throw errno() == Missing.ENOENT
          ? new Missing(file.getPathForExceptionMessage())
          : asIOException(file);
    }
  }

  @TargetClass(className = "sun.nio.fs.UnixPath", onlyWith = Java17.class)
  static final class OfUnixPath {
    @Alias
    native String getPathForExceptionMessage();
  }

  private static final class Missing extends NoSuchFileException {

    /** include/uapi/asm-generic/errno-base.h. */
    static final int ENOENT = 2;

    private static final long serialVersionUID = 1;

    Missing(String file) {
      super(file);
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Command lines are made of annotations when the executable is built, and never after. */
  @TargetClass(className = "picocli.CommandLine$Model$CommandReflection")
  static final class OfReflection {
    @Substitute
    static CommandSpec extractCommandSpec(
        Object command, IFactory factory, boolean annotationsAreMandatory) {
      throw unsupported();
    }
  }

  /** Command lines that are made for messages and for commands that are named twice. */
  @TargetClass(CommandLine.class)
  static final class OfCommandLine {

    @Substitute
    OfCommandLine(Object command) {
      throw unsupported();
    }

    @Substitute
    private CommandLine copy() {
      throw unsupported();
    }
  }

  /**
   * Whether a value looks like a mistyped option, to which Getopt has the answer. It is decided by
   * two exceptions for each value, of those that read it as a number.
   */
  @TargetClass(CommandSpec.class)
  static final class OfCommandSpec {
    @Substitute
    boolean resemblesOption(String value) {
      return false;
    }
  }

  /** Texts in other languages. */
  @TargetClass(className = "picocli.CommandLine$Model$Messages")
  static final class OfMessages {
    @Substitute
    private static @Nullable ResourceBundle createBundle(String name) {
      return null;
    }
  }

  /** Readers of values of types that no option has, such as network addresses and dates. */
  @TargetClass(className = "picocli.CommandLine$Interpreter")
  static final class OfInterpreter {

    @SuppressWarnings("NullAway.Init")
    @Alias
    @RecomputeFieldValue(kind = RecomputeFieldValue.Kind.Custom, declClass = Converters.class)
    private Map<Class<?>, ITypeConverter<?>> converterRegistry;

    @Substitute
    private void registerBuiltInConverters() {
      throw unsupported();
    }
  }

  /** Leaves the readers of what options do have: the language's own types, and paths. */
  static final class Converters implements FieldValueTransformer {

    private static final Set<String> USED = Set.of("java.lang", "java.nio.file");

    @Override
    public Object transform(@Nullable Object interpreter, Object registry) {
      Map<Class<?>, Object> used = new HashMap<>();
      ((Map<?, ?>) registry).forEach((type, converter) -> {
        if (type instanceof Class<?> known && USED.contains(known.getPackageName())) {
          used.put(known, converter);
        }
      });
      return used;
    }
  }
}
