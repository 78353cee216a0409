package org.moduletools.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that Java has opened. */
record ChannelFile(FileChannel channel) implements OpenFile {

  static OpenFile open(Path file) throws IOException {
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
