package io.perceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in this module's javadoc compile, all of them together: they use each other. */
class JavadocExamplesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/perceiver/api");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("^(?:public )?(?:final )?(?:class|record|interface|enum) (\\w+)");
  private static final Pattern MEMBER =
      Pattern.compile("^(?:@Override\\s+)?(?:public |static |private )+.*\\{", Pattern.DOTALL);
  private static final String IMPORTS =
      Stream.of(
              "ai.djl.ndarray.*",
              "ai.djl.ndarray.types.*",
              "ai.djl.nn.*",
              "ai.djl.nn.core.*",
              "ai.djl.training.ParameterStore",
              "ai.djl.util.PairList",
              "io.perceiver.api.*",
              "io.perceiver.api.head.*",
              "io.perceiver.api.layer.*",
              "io.perceiver.api.position.*",
              "java.io.*",
              "java.nio.FloatBuffer",
              "java.nio.charset.StandardCharsets",
              "java.util.*",
              "java.util.random.RandomGenerator",
              "org.jspecify.annotations.Nullable")
          .map(name -> "import " + name + ";")
          .collect(Collectors.joining(" ", "", " import ai.djl.nn.Activation;\n"));

  /** What a plugin author writes, or starts from. */
  private static final List<String> SHOWN =
      List.of(
          "Augmentation",
          "DatasetFormat",
          "ExampleReader",
          "InputAdapter",
          "Modality",
          "ModalityPlugin",
          "PositionEncoding",
          "PositionEncodingPlugin",
          "Setting",
          "Tokenizer",
          "ValueReader",
          "head/Head",
          "head/HeadBlock",
          "head/HeadOutput",
          "head/HeadPlugin",
          "head/Loss",
          "head/Metric",
          "layer/CrossLayer",
          "layer/CrossLayerPlugin",
          "layer/LatentLayer",
          "layer/LatentLayerPlugin",
          "layer/LayerFactory");

  @TempDir private Path classes;

  @Test
  void everyExampleCompiles() throws IOException {
    List<Source> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        examples.addAll(examplesOf(file));
      }
    }
    assertThat(examples).hasSizeGreaterThan(SHOWN.size());
    compile(examples);
  }

  @Test
  void everyTypeThatPluginsAreMadeOfHasOne() throws IOException {
    for (String name : SHOWN) {
      assertThat(examplesOf(SOURCES.resolve(name + ".java"))).as(name).isNotEmpty();
    }
  }

  @Test
  void aMistakeIsNamedWithItsFile() {
    assertThatThrownBy(() -> compile(List.of(source("Tokenizer.java", "Tokeniser<String> t;", 1))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Tokenizer.java")
        .hasMessageContaining("class Tokeniser");
  }

  private void compile(List<Source> examples) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
    compiler.getTask(null, null, said, options, null, examples).call();
    List<String> mistakes =
        said.getDiagnostics().stream()
            .filter(mistake -> mistake.getKind() == Diagnostic.Kind.ERROR)
            .map(mistake -> ((Source) mistake.getSource()).place + ": " + mistake.getMessage(null))
            .toList();
    assertThat(mistakes).isEmpty();
  }

  private static List<Source> examplesOf(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n").replaceAll("(?m)^ {2,}\\*", " *");
    List<Source> examples = new ArrayList<>();
    Matcher found = EXAMPLE.matcher(text);
    while (found.find()) {
      String code = found.group(1).replaceAll("(?m)^ \\* ?", "");
      examples.add(source(SOURCES.relativize(file).toString(), code, examples.size() + 1));
    }
    return examples;
  }

  private static Source source(String place, String code, int number) {
    Matcher type = TYPE.matcher(code);
    if (type.find()) {
      return new Source(place, type.group(1), IMPORTS + code);
    }
    String name = "In" + place.replaceAll("\\W", "") + number;
    String body =
        MEMBER.matcher(code).lookingAt()
            ? code.replaceFirst("@Override", "")
            : """
              void run(
                  ExampleSource source, LayerFactory layers, ParameterStore parameters,
                  NDArray queries, NDArray latents, boolean training) throws IOException {
              %s
              }"""
                .formatted(code);
    return new Source(
        place, name, IMPORTS + "abstract class " + name + " extends Layer {\n" + body + "\n}");
  }

  /** A file in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String place;
    private final String text;

    Source(String place, String type, String text) {
      super(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE);
      this.place = place;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
