package org.moduletools.modulefile;

import java.io.IOException;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.Outcome;
import org.moduletools.fuzz.Outcome.Reading;

/** An image that is changed before it is loaded. */
public final class ModuleImageFuzz {

  private ModuleImageFuzz() {}

  /** Makes each change to {@code input}: nothing but its signature may be cut off. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Outcome<ModuleImage> image = outcome(() -> ModuleImage.of(input));
    if (image.value().isPresent()) {
      ModuleImage original = image.value().get();
      check(original, original::withoutModversions);
      check(original, original::withoutVermagic);
      check(original, original::permanent);
    }
  }

  private static void check(ModuleImage original, Reading<ModuleImage> change) throws IOException {
    Outcome<ModuleImage> changed = outcome(change);
    if (changed.value().isPresent()) {
      int before = original.bytes().length;
      int after = changed.value().get().bytes().length;
      boolean mayBeShorter = original.isSigned();
      Finding.unless(
          mayBeShorter ? after <= before : after == before, "of " + before + " bytes " + after);
    }
  }

  private static Outcome<ModuleImage> outcome(Reading<ModuleImage> reading) throws IOException {
    return Outcome.of(ModuleFormatException.class, reading);
  }
}
