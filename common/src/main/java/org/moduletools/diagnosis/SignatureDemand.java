package org.moduletools.diagnosis;

import java.nio.file.Path;

/**
 * Whether the running kernel loads signed modules only, and by which setting.
 *
 * @param enforced whether the kernel itself does (/sys/module/module/parameters/sig_enforce)
 * @param byCommandLine whether its command line has asked for that
 * @param lockdown which may demand it too
 */
public record SignatureDemand(boolean enforced, boolean byCommandLine, Lockdown lockdown)
    implements Cause {

  /** The file with the setting, below the root. */
  public static final String PLACE = "sys/module/module/parameters/sig_enforce";

  /** Reads it; {@code root} is the folder that holds proc and sys. */
  public static SignatureDemand read(Path root) {
    String enforced = KernelText.stripped(root.resolve(PLACE)).orElse("N");
    return new SignatureDemand(
        enforced.equals("Y"), CommandLine.read(root).enforcesSignatures(), Lockdown.read(root));
  }

  /** Returns whether an unsigned module is refused. */
  public boolean isMade() {
    return enforced || lockdown.demandsSignatures();
  }

  @Override
  public String inWords() {
    if (enforced) {
      return "this kernel loads signed modules only ("
          + (byCommandLine ? "module.sig_enforce on its command line" : "/" + PLACE + " is Y")
          + ")";
    }
    return lockdown.demandsSignatures()
        ? "this kernel loads signed modules only (lockdown, /" + Lockdown.PLACE + " is " + lockdown
            + ")"
        : "this kernel loads unsigned modules too";
  }
}
