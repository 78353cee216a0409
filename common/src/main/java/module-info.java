/**
 * The Linux kernel's modules for any program on a JVM.
 *
 * <p>{@link org.moduletools.tree.ModuleTree} answers what a name means and what a module needs and
 * states; {@link org.moduletools.indexing.ModuleIndexer} makes the files that it reads;
 * {@link org.moduletools.loading} brings modules into a kernel and out of it. The other packages
 * have the values that these take and return. What is exported to the programs of module-tools
 * alone may change with any version.
 *
 * <p>Nothing here prints, exits or keeps static state. {@link org.moduletools.linux} alone has
 * native code, and needs jnr-posix; the others do without.
 */
@SuppressWarnings({"module", "requires-automatic"}) // the programs are built later
module org.moduletools.common {
  requires aircompressor;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires org.tukaani.xz;
  requires static org.graalvm.sdk;
  requires static org.jnrproject.constants;
  requires static org.jnrproject.ffi;
  requires static org.jnrproject.posix;
  requires static org.jspecify;

  exports org.moduletools.config;
  exports org.moduletools.devicetable;
  exports org.moduletools.index;
  exports org.moduletools.indexing;
  exports org.moduletools.kernel;
  exports org.moduletools.linux;
  exports org.moduletools.loading;
  exports org.moduletools.module;
  exports org.moduletools.modulefile;
  exports org.moduletools.tree;
  exports org.moduletools.codec to
      org.moduletools.depmod,
      org.moduletools.modinfo;
  exports org.moduletools.diagnosis to
      org.moduletools.cli,
      org.moduletools.depmod,
      org.moduletools.insmod,
      org.moduletools.modinfo,
      org.moduletools.modprobe,
      org.moduletools.rmmod;
  exports org.moduletools.files to
      org.moduletools.cli,
      org.moduletools.depmod,
      org.moduletools.kmod,
      org.moduletools.modinfo,
      org.moduletools.modindex,
      org.moduletools.modprobe;
  exports org.moduletools.machine to
      org.moduletools.cli,
      org.moduletools.depmod,
      org.moduletools.modinfo,
      org.moduletools.modprobe;
  exports org.moduletools.modulecache to
      org.moduletools.depmod;
  exports org.moduletools.pattern to
      org.moduletools.modprobe;
  exports org.moduletools.work to
      org.moduletools.modinfo,
      org.moduletools.modprobe;
}
