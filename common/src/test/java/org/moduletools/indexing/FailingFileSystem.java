package org.moduletools.indexing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Another file system, of which one operation fails: the so-manieth, with an I/O error. Operations
 * are what is asked of its provider; what is done with a channel that is open never fails.
 */
final class FailingFileSystem extends FileSystem {

  private final FileSystem real;
  private final Provider provider = new Provider();
  private final AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);

  FailingFileSystem(FileSystem real) {
    this.real = real;
  }

  /** Lets the operation fail that comes after so many others. */
  void failAfter(int operations) {
    untilFailure.set(operations);
  }

  /** Returns whether it has come to that, and lets nothing fail any more. */
  boolean hasFailed() {
    return untilFailure.getAndSet(Integer.MAX_VALUE) < 0;
  }

  private void step(Path path) throws FileSystemException {
    if (untilFailure.getAndDecrement() == 0) {
      throw new FileSystemException(path.toString(), null, "Input/output error");
    }
  }

  private Path wrap(Path path) {
    return (Path) Proxy.newProxyInstance(
        Wrapped.class.getClassLoader(),
        new Class<?>[] {Wrapped.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("getFileSystem")) {
            return this;
          }
          if (method.getName().equals("wrapped")) {
            return path;
          }
          Object[] bare = arguments == null ? new Object[0] : arguments.clone();
          for (int i = 0; i < bare.length; i++) {
            bare[i] = bare[i] instanceof Path other ? unwrap(other) : bare[i];
          }
          try {
            Object result = method.invoke(path, bare);
            return result instanceof Path other ? wrap(other) : result;
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        });
  }

  /** A path of this file system, which stands for one of the other. */
  private interface Wrapped extends Path {
    Path wrapped();
  }

  private static Path unwrap(Path path) {
    return path instanceof Wrapped ours ? ours.wrapped() : path;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() throws IOException {
    real.close();
  }

  @Override
  public boolean isOpen() {
    return real.isOpen();
  }

  @Override
  public boolean isReadOnly() {
    return real.isReadOnly();
  }

  @Override
  public String getSeparator() {
    return real.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return real.getRootDirectories();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return real.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return real.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return wrap(real.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = real.getPathMatcher(pattern);
    return path -> matcher.matches(unwrap(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return real.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return real.newWatchService();
  }

  /** Asks the other file system's, unless it is time to fail. */
  private final class Provider extends FileSystemProvider {

    private FileSystemProvider real(Path path) throws IOException {
      step(path);
      return real.provider();
    }

    @Override
    public String getScheme() {
      return real.provider().getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      return real(path).newByteChannel(unwrap(path), options, attributes);
    }

    @Override
    public FileChannel newFileChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      return real(path).newFileChannel(unwrap(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream =
          real(directory).newDirectoryStream(unwrap(directory), filter)) {
        stream.forEach(entry -> entries.add(wrap(entry)));
      }
      return new DirectoryStream<>() {
        @Override
        public Iterator<Path> iterator() {
          return entries.iterator();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
      real(directory).createDirectory(unwrap(directory), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
        throws IOException {
      real(link).createSymbolicLink(unwrap(link), unwrap(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
      real(link).createLink(unwrap(link), unwrap(existing));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
      return wrap(real(link).readSymbolicLink(unwrap(link)));
    }

    @Override
    public void delete(Path path) throws IOException {
      real(path).delete(unwrap(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
      real(source).copy(unwrap(source), unwrap(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
      real(source).move(unwrap(source), unwrap(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
      return real(one).isSameFile(unwrap(one), unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      return real(path).isHidden(unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return real(path).getFileStore(unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      real(path).checkAccess(unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      return real.provider().getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      return real(path).readAttributes(unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
        throws IOException {
      return real(path).readAttributes(unwrap(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
        throws IOException {
      real(path).setAttribute(unwrap(path), name, value, options);
    }
  }
}
