package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.internal.plugin.UnknownPluginException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What went wrong decides the exit code and the message. */
class FailureTest {

  private static Failure failure(ExitCode exit, Exception mistake) {
    return catchThrowableOfType(
        Failure.class,
        () ->
            Failure.as(
                exit,
                () -> {
                  if (mistake instanceof IOException io) {
                    throw io;
                  }
                  throw (PerceiverException) mistake;
                }));
  }

  static Stream<Arguments> mistakes() {
    PerceiverException unreadable =
        new PerceiverException("x", new UnreadableExampleException("a.png", "cut"));
    return Stream.of(
        Arguments.of(ExitCode.RUN, new PerceiverException("x"), ExitCode.RUN),
        Arguments.of(ExitCode.RUN, unreadable, ExitCode.DATA),
        Arguments.of(ExitCode.DATA, new UnknownPluginException("x"), ExitCode.CONFIGURATION),
        Arguments.of(
            ExitCode.DATA,
            new InvalidSpecException(List.of("training.epochs: x")),
            ExitCode.CONFIGURATION),
        Arguments.of(ExitCode.DATA, new InvalidSpecException(List.of("m.csv: x")), ExitCode.DATA),
        Arguments.of(ExitCode.RUN, new InvalidSpecException(List.of("seed: x")), ExitCode.RUN));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void concernsWhatItIsAbout(ExitCode during, Exception mistake, ExitCode exit) {
    assertThat(failure(during, mistake).exit()).isEqualTo(exit);
  }

  @Test
  void severalMistakesAreCountedAndTakeALineEach() {
    Failure failure =
        failure(ExitCode.DATA, new InvalidSpecException(List.of("a: wrong", "b: wrong too")));
    assertThat(failure).hasMessage("2 mistakes:\n  a: wrong\n  b: wrong too");
  }

  @Test
  void failuresOfFilesAreSentences() {
    assertThat(failure(ExitCode.DATA, new NoSuchFileException("a.png")))
        .hasMessage("a.png: there is no such file or folder");
    assertThat(failure(ExitCode.DATA, new AccessDeniedException("a.png")))
        .hasMessage("a.png: access is denied; check its permissions");
  }
}
