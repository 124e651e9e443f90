package io.perceiver.image.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for the warnings by which decoders say that they made up what a damaged file lacks. Other
 * warnings, such as those about colour profiles or padding before the end mark, do not matter.
 */
final class Damage implements IIOReadWarningListener {
  private static final List<String> MARKS =
      List.of("premature", "corrupt", "truncated", "bytecount <", "extraneous");
  private static final String PADDING = "before marker 0xd9";
  private Optional<String> found = Optional.empty();

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    boolean harmless = lower.contains("profile") || lower.contains(PADDING);
    if (!harmless && MARKS.stream().anyMatch(lower::contains)) {
      found = Optional.of(warning);
    }
  }

  void throwIfAny() throws IOException {
    if (found.isPresent()) {
      throw new IOException(found.get());
    }
  }
}
