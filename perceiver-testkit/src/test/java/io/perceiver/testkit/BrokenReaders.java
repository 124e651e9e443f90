package io.perceiver.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.testkit.constant.Constant;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Plugins that break a clause about reading. */
final class BrokenReaders {

  private BrokenReaders() {}

  /** Looks at a text before the correct reader does. */
  private abstract static class Looking extends Altered {

    /** Null leaves it to the correct reader. */
    abstract @Nullable Constant look(String text, ExampleSource source) throws IOException;

    @Override
    ExampleReader<Constant> reader(ExampleReader<Constant> good) {
      return source -> {
        String text;
        try (InputStream in = source.open()) {
          text = new String(in.readAllBytes(), ISO_8859_1);
        }
        Constant seen = look(text, source);
        return seen == null ? good.read(source) : seen;
      };
    }
  }

  @Breaks("sourcesAreRead")
  static final class RefusesLines extends Looking {
    @Override
    Constant look(String text, ExampleSource source) throws IOException {
      if (text.endsWith("\n")) {
        throw new UnreadableExampleException(source.name(), "ends in a line break");
      }
      return null;
    }
  }

  @Breaks("headsPass")
  static final class RefusesEveryHead extends Altered {
    @Override
    ExampleReader<Constant> reader(ExampleReader<Constant> good) {
      return new ExampleReader<>() {
        @Override
        public Constant read(ExampleSource source) throws IOException {
          return good.read(source);
        }

        @Override
        public void checkHead(ExampleSource source, byte[] head) throws IOException {
          throw new UnreadableExampleException(source.name(), "begins like any file");
        }
      };
    }
  }

  @Breaks("sourcesAreClosed")
  static final class LeavesStreamsOpen extends Altered {
    @Override
    ExampleReader<Constant> reader(ExampleReader<Constant> good) {
      return source -> {
        InputStream left = source.open();
        return left.available() < 0 ? new Constant(0, 1) : good.read(source);
      };
    }
  }

  @Breaks("emptySourcesAreRefused")
  static final class ReadsNothingAsZero extends Looking {
    @Override
    Constant look(String text, ExampleSource source) {
      return text.isEmpty() ? new Constant(0, 1) : null;
    }
  }

  @Breaks("emptySourcesAreRefused")
  static final class DoesNotNameTheEmptySource extends Looking {
    @Override
    Constant look(String text, ExampleSource source) throws IOException {
      if (text.isEmpty()) {
        throw new IOException("nothing to read");
      }
      return null;
    }
  }

  @Breaks("unreadableSourcesAreRefused")
  static final class ReadsWordsAsZero extends Looking {
    @Override
    Constant look(String text, ExampleSource source) {
      return text.startsWith("a quarter") ? new Constant(0, 1) : null;
    }
  }

  @Breaks("cutSourcesAreReadOrRefused")
  static final class ReadsBeyondTheEnd extends Looking {
    @Override
    Constant look(String text, ExampleSource source) {
      return text.equals("0.2") && text.charAt(text.length()) == '5' ? new Constant(0, 1) : null;
    }
  }

  @Breaks("damagedSourcesAreReadOrRefused")
  static final class TrustsItsBytes extends Looking {
    @Override
    Constant look(String text, ExampleSource source) {
      if (text.chars().anyMatch(character -> character > 127)) {
        throw new IllegalStateException("unexpected byte");
      }
      return null;
    }
  }

  @Breaks("readingTakesLittleMemory")
  static final class BelievesWhatIsClaimed extends Looking {
    private static final int MEBIBYTE = 1 << 20;

    @Override
    Constant look(String text, ExampleSource source) {
      int claimed = text.isEmpty() ? 0 : text.charAt(0);
      byte[] room = new byte[claimed > 200 ? claimed * MEBIBYTE : 0];
      return room.length == 1 ? new Constant(0, 1) : null;
    }
  }
}
