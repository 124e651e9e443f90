package io.perceiver.testkit.constant;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code VALUE ELEMENTS}. It takes no more than the longest such text, whatever the source
 * holds, and refuses everything else by name.
 */
record ConstantReader(ConstantConfig config) implements ExampleReader<Constant> {
  private static final int LONGEST = 32;
  private static final Pattern TEXT =
      Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,12})?) (\\d{1,6})\\s?");

  @Override
  public Constant read(ExampleSource source) throws IOException {
    String text;
    try (InputStream in = source.open()) {
      text = new String(in.readNBytes(LONGEST + 1), StandardCharsets.US_ASCII);
    }
    Matcher matcher = TEXT.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      throw new UnreadableExampleException(
          source.name(), "is not a value and a number of elements, such as '0.25 8'");
    }
    int elements = Integer.parseInt(matcher.group(2));
    if (elements < 1 || elements > config.maxElements()) {
      throw new UnreadableExampleException(
          source.name(),
          "has " + elements + " elements; maxElements allows 1 to " + config.maxElements());
    }
    return new Constant(Float.parseFloat(matcher.group(1)), elements);
  }
}
