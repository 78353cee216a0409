package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What depmod prints for programs: JSON, and graphs for dot. */
class MachineReadableTest {

  private final ModuleTree tree = new ModuleTree();

  @BeforeEach
  void writeModules() {
    tree.file("modules.order", "k/top.ko\nk/mid.ko\nk/low.ko\n");
    tree.module("k/top.ko", module -> module.modinfo("license=GPL").needs("mid_call", "low_call"));
    tree.module(
        "k/mid.ko",
        module -> module
            .modinfo("softdep=pre: a b", "softdep=post: c pre: d", "weakdep=w x")
            .exports("mid_call")
            .needs("low_call"));
    tree.module(
        "k/low.ko",
        module -> module
            .modinfo("alias=devname:net/low", "alias=char-major-10-200", "alias=lo*")
            .exports("low_call")
            .exports("low_other"));
  }

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  /** Takes away the layout; no text in these tests has two blanks or a line end. */
  private String compactOut() {
    return tree.out().replaceAll("\n *", "").replace("\": ", "\":");
  }

  @Test
  void printsJson() {
    assertThat(tree.depmod("-n", "-v", "--json")).isZero();
    assertThat(tree.err()).isEmpty();
    assertThat(compactOut()).isEqualTo("""
            {"modules":[\
            {"name":"top","file":"k/top.ko","needs":["mid","low"],"aliases":[],\
            "softdeps":{"pre":[],"post":[]},"weakdeps":[],"exports":[]},\
            {"name":"mid","file":"k/mid.ko","needs":["low"],"aliases":[],\
            "softdeps":{"pre":["a","b","d"],"post":["c"]},"weakdeps":["w","x"],\
            "exports":["mid_call"]},\
            {"name":"low","file":"k/low.ko","needs":[],\
            "aliases":["devname:net/low","char-major-10-200","lo*"],\
            "softdeps":{"pre":[],"post":[]},"weakdeps":[],\
            "exports":["low_call","low_other"],\
            "deviceNode":{"path":"net/low","type":"c","major":10,"minor":200}}]}""");
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @Test
  void printsJsonOnlyWhereItWritesNothing() {
    assertThat(tree.depmod("--json")).isEqualTo(1);
    assertThat(tree.err()).isEqualTo("depmod: FATAL: --json only supported with -n\n");
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @Test
  void drawsWhoNeedsWhomDirectlyAndWritesNothing() {
    assertThat(tree.depmod("--graph", "-v")).isZero();
    assertThat(tree.out()).isEqualTo("""
        digraph modules {
          rankdir=LR;
          node [shape=box];
          "top";
          "top" -> "mid";
          "top" -> "low";
          "mid";
          "mid" -> "low";
          "low";
        }
        """);
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @Test
  void drawsCirclesToo() {
    tree.module("k/low.ko", module -> module.exports("low_call").needs("mid_call"));

    assertThat(tree.depmod("--graph")).isEqualTo(1);
    assertThat(tree.out()).contains("\"mid\" -> \"low\";").contains("\"low\" -> \"mid\";");
    assertThat(tree.err()).contains("Cycle detected");
  }
}
