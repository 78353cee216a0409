package org.moduletools.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A C library that writes down each call, with its texts up to their NUL, and fails when told. */
final class FakeLibC implements LibC {

  final List<String> calls = new ArrayList<>();
  final Deque<Integer> descriptors = new ArrayDeque<>();
  final Set<Integer> terminals = new HashSet<>();
  String failing = "";
  int errno;
  private boolean once;
  int systemStatus;
  byte[] content = {};
  int fileSystemType;

  /** Whether {@code f_type} is as on a big-endian machine where it has 64 bits. */
  boolean upperHalfFirst;

  String log = "";

  /** Lets {@code function} fail with {@code reason} from now on. */
  void fails(String function, int reason) {
    failing = function;
    errno = reason;
  }

  /** Lets {@code function} fail with {@code reason} when it is called next. */
  void failsOnce(String function, int reason) {
    fails(function, reason);
    once = true;
  }

  private int call(String function, Object... arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument instanceof byte[] bytes ? text(bytes) : argument.toString());
    }
    calls.add(function + "(" + String.join(", ", words) + ")");
    if (!function.equals(failing)) {
      return 0;
    }
    failing = once ? "" : failing;
    return -1;
  }

  private static String text(byte[] bytes) {
    if (bytes.length == 0 || bytes[bytes.length - 1] != 0) {
      return Arrays.toString(bytes);
    }
    return "\"" + new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1) + "\"";
  }

  @Override
  public int open(byte[] path, int flags) {
    int result = call("open", path, "0" + Integer.toOctalString(flags));
    return result != 0 ? result : descriptors.isEmpty() ? 7 : descriptors.removeFirst();
  }

  @Override
  public int close(int descriptor) {
    return call("close", descriptor);
  }

  @Override
  public long pread(int descriptor, byte[] buffer, long offset) {
    int result = call("pread", descriptor, buffer.length, offset);
    int count = Math.min(content.length, buffer.length);
    System.arraycopy(content, 0, buffer, 0, count);
    return result != 0 ? result : count;
  }

  @Override
  public int flock(int descriptor, int operation) {
    return call("flock", descriptor, operation);
  }

  @Override
  public long finitModule(long number, int descriptor, byte[] parameters, int flags) {
    return call("finit_module", number, descriptor, parameters, flags);
  }

  @Override
  public long initModule(long number, byte[] image, byte[] parameters) {
    return call("init_module", number, image, parameters);
  }

  @Override
  public long deleteModule(long number, byte[] name, int flags) {
    return call("delete_module", number, name, flags);
  }

  @Override
  public int isatty(int descriptor) {
    return call("isatty", descriptor) == 0 && terminals.contains(descriptor) ? 1 : 0;
  }

  @Override
  public int uname(byte[] buffer) {
    byte[] machine = "x86_64".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(machine, 0, buffer, 260, machine.length);
    return call("uname");
  }

  @Override
  public int statfs(byte[] path, byte[] buffer) {
    ByteBuffer target = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
    if (upperHalfFirst) {
      target.putInt(0);
    }
    target.putInt(fileSystemType);
    return call("statfs", path);
  }

  @Override
  public int geteuid() {
    call("geteuid");
    return 65534;
  }

  @Override
  public int setenv(byte[] name, byte[] value) {
    return call("setenv", name, value);
  }

  @Override
  public int system(byte[] command) {
    int result = call("system", command);
    return result == 0 ? systemStatus : result;
  }

  @Override
  public void openlog(byte[] ident, int option, int facility) {
    call("openlog", ident, option, facility);
  }

  @Override
  public void syslog(int priority, byte[] text) {
    call("syslog", priority, text);
  }

  @Override
  public int klogctl(int type, byte[] buffer) {
    byte[] bytes = log.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, buffer, 0, bytes.length);
    return call("klogctl", type) == 0 ? bytes.length : -1;
  }

  @Override
  public int errno() {
    return errno;
  }
}
