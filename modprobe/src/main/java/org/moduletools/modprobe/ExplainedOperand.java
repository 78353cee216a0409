package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.moduletools.cli.FatalException;
import org.moduletools.loading.Parameters;

/**
 * A name that is to be explained, with the parameters that follow it.
 *
 * @param name it, as it was typed
 * @param parameters those parameters
 */
record ExplainedOperand(String name, GivenParameters parameters) {

  /** A parameter; what a device says of itself may have a {@code =} too, but behind a colon. */
  private static final Pattern PARAMETER = Pattern.compile("[\\w.-]+=.*", Pattern.DOTALL);

  /** Takes {@code operands} apart; none is a parameter if {@code all} of them are names. */
  static List<ExplainedOperand> of(List<String> operands, boolean all) {
    List<ExplainedOperand> explained = new ArrayList<>();
    if (all) {
      operands.forEach(name -> explained.add(new ExplainedOperand(name, GivenParameters.NONE)));
      return explained;
    }
    int begin = 0;
    while (begin < operands.size()) {
      String name = operands.get(begin);
      if (PARAMETER.matcher(name).matches()) {
        throw new FatalException(
            "'" + name + "' is a parameter; name the module before it that gets it");
      }
      int end = begin + 1;
      while (end < operands.size() && PARAMETER.matcher(operands.get(end)).matches()) {
        end++;
      }
      String text = Parameters.join(operands.subList(begin + 1, end));
      explained.add(new ExplainedOperand(name, GivenParameters.ofCommandLine(text)));
      begin = end;
    }
    return explained;
  }
}
