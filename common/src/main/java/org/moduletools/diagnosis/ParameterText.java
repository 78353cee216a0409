package org.moduletools.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.moduletools.config.KernelArgument;

/** The parameters that a module gets: one text for the kernel, put together of several places. */
public final class ParameterText {

  /**
   * What one place says.
   *
   * @param text parameters
   * @param source the place, such as {@code /etc/modprobe.d/a.conf:3}; empty if that is plain
   */
  public record Part(String text, String source) {}

  private final List<Part> parts;

  /** Where each part ends in the whole text. */
  private final int[] ends;

  /** Makes the text of {@code parts}, in the order in which they are handed over. */
  public ParameterText(List<Part> parts) {
    this.parts = List.copyOf(parts);
    this.ends = new int[parts.size()];
    int begin = 0;
    for (int i = 0; i < ends.length; i++) {
      ends[i] = begin + parts.get(i).text().length();
      begin = ends[i] + 1;
    }
  }

  /** Returns the text of one place that is plain. */
  public static ParameterText of(String text) {
    return new ParameterText(List.of(new Part(text, "")));
  }

  /** Returns the words as the kernel sees them; a quote may take in several parts. */
  public List<KernelArgument> words() {
    return KernelArgument.of(parts.stream().map(Part::text).collect(Collectors.joining(" ")));
  }

  /** Returns where the part of that number stands. */
  public String source(int part) {
    return parts.get(part).source();
  }

  /** Returns the number of the part in which {@code word} begins. */
  int firstPart(KernelArgument word) {
    return partAt(word.begin());
  }

  /** Returns the number of the part in which {@code word} ends. */
  int lastPart(KernelArgument word) {
    return partAt(word.end() - 1);
  }

  /** The blank behind a part belongs to it. */
  private int partAt(int position) {
    int found = Arrays.binarySearch(ends, position);
    return found < 0 ? -found - 1 : found;
  }

  /** Returns what of {@code word} stands in the part in which it begins. */
  String beginning(KernelArgument word) {
    int end = Math.min(word.end(), ends[firstPart(word)]);
    return word.text().substring(0, end - word.begin());
  }
}
