package org.moduletools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class UnforeseenTest {

  @Test
  void saysThatMemoryIsAtItsEnd() {
    assertThat(Unforeseen.words(new OutOfMemoryError("Java heap space")))
        .isEqualTo("no memory: Java heap space");
  }

  @Test
  void saysThatMemoryIsAtItsEndInTheBackground() {
    assertThat(Unforeseen.words(new CompletionException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo("no memory: Java heap space");
  }

  @Test
  void givesTheReasonOfACallThatFails() {
    assertThat(Unforeseen.words(new Exception("Input/output error")))
        .isEqualTo("Input/output error");
  }

  @Test
  void namesTheMistakeAndItsPlaceInOneLine() {
    Throwable mistake = new IllegalStateException("two\nlines\u001b[2J");
    mistake.setStackTrace(new StackTraceElement[] {
      new StackTraceElement("java.util.List", "of", "List.java", 1),
      new StackTraceElement("org.moduletools.index.Trie", "search", "Trie.java", 50),
      new StackTraceElement("org.moduletools.dist.Main", "main", "Main.java", 20),
    });

    assertThat(Unforeseen.words(mistake))
        .isEqualTo("mistake of this program, please report it:"
            + " java.lang.IllegalStateException: two?lines?[2J, at Trie.java:50");
  }

  @Test
  void doesWithoutAPlace() {
    Throwable mistake = new IllegalStateException("x");
    mistake.setStackTrace(new StackTraceElement[0]);

    assertThat(Unforeseen.words(mistake)).endsWith("java.lang.IllegalStateException: x");
  }
}
