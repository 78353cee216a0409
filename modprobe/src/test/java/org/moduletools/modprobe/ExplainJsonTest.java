package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What {@code modprobe --json --explain} tells programs. */
class ExplainJsonTest {

  private static final String BUILT = """
      {"topic":"built","bearing":"fact","text":"for this kernel, 6.1.0-21-amd64; not signed; \
      this kernel loads unsigned modules too"},""";

  private static final String PLAIN = """
      {"topic":"file","bearing":"fact",\
      "text":"/lib/modules/6.1.0-21-amd64/kernel/plain.ko"},""" + BUILT + """
      {"topic":"state","bearing":"fact","text":"not loaded"}]}""";

  private static final String CARD = """
      {"topic":"needs","bearing":"fact","text":"net_core, by modules.dep"},\
      {"topic":"file","bearing":"fact",\
      "text":"/lib/modules/6.1.0-21-amd64/kernel/net-card.ko"},""" + BUILT + """
      {"topic":"state","bearing":"fact","text":"not loaded"}]}""";

  private static final String NOT_THERE = """
      {"topic":"lookup","bearing":"fact","text":"not in alias lines, modules.dep, install and remove \
      lines, modules.alias, modules.builtin, the aliases of modules.builtin.modinfo"},""";

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  /** Returns the document without its layout, and the status behind it. */
  private String explain(String... names) {
    String[] arguments = new String[names.length + 1];
    arguments[0] = "--json";
    System.arraycopy(names, 0, arguments, 1, names.length);
    return tree.explain(arguments).replaceAll("\n *", "").replace("\": ", "\":");
  }

  private static String document(String explanation, int status) {
    return "{\"explanations\":[" + explanation + "]}status " + status;
  }

  @Test
  void tellsOfAPlainModule() {
    assertThat(explain("plain")).isEqualTo(document("""
        {"name":"plain","meaning":"module plain, by modules.dep","loads":true,"findings":[],\
        "modules":[{"name":"plain","reason":"module plain, by modules.dep","outcome":"load",\
        "verdict":"it would be loaded","findings":[""" + PLAIN + "]}", 0));
  }

  @Test
  void tellsOfABlacklistedModuleReachedByAnAlias() {
    machine.config("blacklist net-card\n");

    assertThat(explain("pci:v8086d7")).isEqualTo(document("""
        {"name":"pci:v8086d7","meaning":"2 modules","loads":true,"findings":[],\
        "modules":[{"name":"net_card",\
        "reason":"module net_card, by the alias pci:v8086* of modules.alias",\
        "outcome":"blacklisted","verdict":"it would not be loaded: the blacklist line stops its \
        aliases; modprobe net_card would load it","findings":[{"topic":"blacklist",\
        "bearing":"stop","text":"it is not loaded for an alias",\
        "file":"/etc/modprobe.d/test.conf","line":1},""" + CARD + """
        ,{"name":"plain","reason":"module plain, by the alias pci:v* of modules.alias",\
        "outcome":"load","verdict":"it would be loaded","findings":[""" + PLAIN + "]}", 0));
  }

  @Test
  void tellsOfACommandThatRunsInstead() {
    machine.config("install plain /bin/false\n");

    assertThat(explain("plain")).isEqualTo(document("""
        {"name":"plain","meaning":"module plain, by modules.dep","loads":false,"findings":[],\
        "modules":[{"name":"plain","reason":"module plain, by modules.dep",\
        "outcome":"dead-command","verdict":"it would not be loaded: the install command runs in \
        its place and loads nothing","findings":[{"topic":"install","bearing":"odd",\
        "text":"runs in its place: /bin/false","file":"/etc/modprobe.d/test.conf","line":1},""" + PLAIN + "]}", 1));
  }

  @Test
  void tellsThatAnAliasRenames() {
    machine.config("alias net-card plain\n");

    assertThat(explain("net-card")).isEqualTo(document("""
        {"name":"net-card","meaning":"module plain, by the line alias net_card plain \
        (/etc/modprobe.d/test.conf:1)","loads":true,"findings":[{"topic":"lookup","bearing":"odd",\
        "text":"module net_card is not meant: alias lines go before modules"}],\
        "modules":[{"name":"plain","reason":"module plain, by the line alias net_card plain \
        (/etc/modprobe.d/test.conf:1)","outcome":"load","verdict":"it would be loaded",\
        "findings":[""" + PLAIN + "]}", 0));
  }

  @Test
  void tellsOfOptionsFromThreePlaces() {
    machine.config("options net-card debug=1\n");
    machine.file("/etc/modprobe.d/z.conf", "options net_card dbug=1\n");
    machine.file("/proc/cmdline", "net_card.mode=fast");

    assertThat(explain("net_card")).isEqualTo(document("""
        {"name":"net_card","meaning":"module net_card, by modules.dep","loads":true,"findings":[],\
        "modules":[{"name":"net_card","reason":"module net_card, by modules.dep",\
        "outcome":"load","verdict":"it would be loaded, after net_core","findings":[\
        {"topic":"options","bearing":"fact","text":"debug=1",\
        "file":"/etc/modprobe.d/test.conf","line":1},\
        {"topic":"options","bearing":"fact","text":"dbug=1",\
        "file":"/etc/modprobe.d/z.conf","line":1},\
        {"topic":"options","bearing":"odd","text":"'dbug' is no parameter of it; near: debug",\
        "file":"/etc/modprobe.d/z.conf","line":1},\
        {"topic":"options","bearing":"fact","text":"mode=fast","file":"/proc/cmdline"},""" + CARD + "]}", 0));
  }

  @Test
  void tellsOfAPartOfTheKernel() {
    assertThat(explain("part")).isEqualTo(document("""
        {"name":"part","meaning":"a part of the kernel, by modules.builtin","loads":true,\
        "findings":[],\
        "modules":[{"name":"part","reason":"a part of the kernel, by modules.builtin",\
        "outcome":"builtin","verdict":"nothing to do: it is a part of the kernel",\
        "findings":[{"topic":"state","bearing":"fact","text":"not loaded"}]}]}""", 0));
  }

  @Test
  void tellsOfAnUnknownName() {
    assertThat(explain("plian")).isEqualTo(document("""
        {"name":"plian","meaning":"nothing knows this name","loads":false,\
        "verdict":"nothing would be loaded: no module has this name","findings":[""" + NOT_THERE + """
        {"topic":"lookup","bearing":"stop","text":"names like it: plain"}],"modules":[]}""", 1));
  }

  @Test
  void tellsThatTheKernelWasUpgradedAway() throws IOException {
    tree.upgradeKernel("6.1.0-22-amd64");

    assertThat(explain("plain")).isEqualTo(document("""
        {"name":"plain","meaning":"nothing knows this name","loads":false,\
        "verdict":"nothing would be loaded: no module has this name","findings":[""" + NOT_THERE + """
        {"topic":"lookup","bearing":"stop","text":"/lib/modules/6.1.0-21-amd64 is missing; there is \
        6.1.0-22-amd64; this kernel runs without its modules: if it was upgraded, reboot"}],\
        "modules":[]}""", 1));
  }

  @Test
  void tellsThatAModuleIsMasked() {
    machine.config("mask plain\n");

    assertThat(explain("plain")).isEqualTo(document("""
        {"name":"plain","meaning":"module plain, by modules.dep","loads":false,"findings":[],\
        "modules":[{"name":"plain","reason":"module plain, by modules.dep","outcome":"masked",\
        "verdict":"it would not be loaded: a mask line forbids it, by whatever name",\
        "findings":[{"topic":"mask","bearing":"stop","text":"it is masked",\
        "file":"/etc/modprobe.d/test.conf","line":1},""" + PLAIN + "]}", 1));
  }
}
