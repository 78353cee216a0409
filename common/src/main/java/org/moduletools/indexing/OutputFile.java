package org.moduletools.indexing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A complete file of the indexes. */
public final class OutputFile {

  private final String name;
  private final OutputBytes content;

  OutputFile(String name, OutputBytes content) {
    this.name = name;
    this.content = content;
  }

  /** Returns its name below the output directory. */
  public String name() {
    return name;
  }

  OutputBytes content() {
    return content;
  }

  /** Returns a copy of its bytes. */
  public byte[] toBytes() {
    return content.toByteArray();
  }

  /** Writes its bytes to {@code out}, which stays open. */
  public void writeTo(OutputStream out) throws IOException {
    for (ByteBuffer piece : content.pieces()) {
      out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }
  }
}
