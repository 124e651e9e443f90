package io.perceiver.it.plugin;

/**
 * The source of a small modality plugin whose examples are one element of one channel, 1.
 *
 * @param className in the package without a name
 * @param name of the plugin
 * @param constructor statements of the constructor
 * @param defaults statements of {@code defaults()}
 * @param create statements before {@code create} returns the modality
 * @param read statements before the reader returns the example
 */
record ModalitySource(
    String className,
    String name,
    String constructor,
    String defaults,
    String create,
    String read) {

  private static final String TEMPLATE =
      """
      import io.perceiver.api.*;
      import io.perceiver.api.position.NoPositions;
      import java.nio.FloatBuffer;

      public class CLASS implements ModalityPlugin<CLASS.Config, String> {
        public record Config(@Setting("what nobody asks for") int size) {}

        public CLASS() {
          CONSTRUCTOR
        }

        public String name() {
          return "NAME";
        }

        public Config defaults() {
          DEFAULTS
          return new Config(1);
        }

        public Modality<String> create(Config config) {
          CREATE
          return new Modality<>(
              source -> read(), Augmentation.none(), new One(), new NoPositions(), InputAdapter.identity());
        }

        static String read() {
          READ
          return "one";
        }

        static class One implements Tokenizer<String> {
          public ByteArraySpec spec() {
            return ByteArraySpec.grid(1, "one", 1);
          }

          public int elements(String example) {
            return 1;
          }

          public void tokenize(String example, FloatBuffer content, FloatBuffer positions) {
            content.put(1);
          }
        }
      }
      """;

  /** One without faults. */
  static ModalitySource good(String className, String name) {
    return new ModalitySource(className, name, "", "", "", "");
  }

  /** With a fault in its constructor. */
  ModalitySource constructor(String statements) {
    return new ModalitySource(className, name, statements, defaults, create, read);
  }

  /** With a fault in {@code defaults()}. */
  ModalitySource defaults(String statements) {
    return new ModalitySource(className, name, constructor, statements, create, read);
  }

  /** With a fault in {@code create}. */
  ModalitySource create(String statements) {
    return new ModalitySource(className, name, constructor, defaults, statements, read);
  }

  /** With a fault in its reader. */
  ModalitySource read(String statements) {
    return new ModalitySource(className, name, constructor, defaults, create, statements);
  }

  /** The Java source. */
  String text() {
    return TEMPLATE
        .replace("CLASS", className)
        .replace("NAME", name)
        .replace("CONSTRUCTOR", constructor)
        .replace("DEFAULTS", defaults)
        .replace("CREATE", create)
        .replace("READ", read);
  }
}
