package org.moduletools.dist;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.RecomputeFieldValue;
import com.oracle.svm.core.annotate.RecomputeFieldValue.Kind;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.module.ModuleDescriptor;
import java.util.Map;
import java.util.Set;
import org.graalvm.nativeimage.hosted.FieldValueTransformer;
import org.jspecify.annotations.Nullable;

/**
 * What the native executable leaves out of the descriptions of modules of Java. The builder puts in
 * those of the whole JDK and of its own, with the name of each package, since an executable from a
 * class path has all of them at hand. All that is asked of them is a module's name and version, for
 * a stack trace.
 *
 * <p>A JVM never loads this class.
 */
@SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod", "MethodCanBeStatic", "NullAway.Init"
})
final class LeftOutModules {

  private LeftOutModules() {}

  /** A class may be reached by reflection if it is known to the executable at all. */
  @TargetClass(value = Module.class, onlyWith = LeftOut.Java17.class)
  static final class OfModule {

    @Alias
    @RecomputeFieldValue(kind = Kind.Reset)
    private @Nullable ModuleLayer layer;

    @Alias
    @RecomputeFieldValue(kind = Kind.Reset)
    private volatile @Nullable Set<Module> reads;

    @Alias
    @RecomputeFieldValue(kind = Kind.Reset)
    private volatile @Nullable Map<String, Set<Module>> openPackages;

    @Alias
    @RecomputeFieldValue(kind = Kind.Reset)
    private volatile @Nullable Map<String, Set<Module>> exportedPackages;

    @Substitute
    private boolean implIsExportedOrOpen(String name, Module other, boolean open) {
      return true;
    }

    @Substitute
    public boolean canRead(Module other) {
      return true;
    }
  }

  @TargetClass(value = ModuleDescriptor.class, onlyWith = LeftOut.Java17.class)
  static final class OfDescriptor {

    @Alias
    @RecomputeFieldValue(kind = Kind.Custom, declClass = Nothing.class)
    private Set<ModuleDescriptor.Requires> requires;

    @Alias
    @RecomputeFieldValue(kind = Kind.Custom, declClass = Nothing.class)
    private Set<ModuleDescriptor.Exports> exports;

    @Alias
    @RecomputeFieldValue(kind = Kind.Custom, declClass = Nothing.class)
    private Set<ModuleDescriptor.Opens> opens;

    @Alias
    @RecomputeFieldValue(kind = Kind.Custom, declClass = Nothing.class)
    private Set<String> uses;

    @Alias
    @RecomputeFieldValue(kind = Kind.Custom, declClass = Nothing.class)
    private Set<ModuleDescriptor.Provides> provides;

    @Alias
    @RecomputeFieldValue(kind = Kind.Custom, declClass = Nothing.class)
    private Set<String> packages;
  }

  static final class Nothing implements FieldValueTransformer {
    @Override
    public Object transform(@Nullable Object receiver, Object value) {
      return Set.of();
    }
  }
}
