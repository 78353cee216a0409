package org.moduletools.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file opened by java.nio. */
record ChannelFile(FileChannel channel) implements OpenFile {

  /** Refuses a pipe, a socket or a device: it is no module, and opening it may block. */
  static OpenFile open(Path file) throws IOException {
    if (Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
      throw new FileSystemException(file.toString(), null, "not a regular file");
    }
    return new ChannelFile(FileChannel.open(file, READ));
  }

  @Override
  public long sizeBytes() throws IOException {
    return channel.size();
  }

  @Override
  public int read(long offset, byte[] to, int at, int length) throws IOException {
    return channel.read(ByteBuffer.wrap(to, at, length), offset);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
