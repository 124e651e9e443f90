package io.perceiver.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/**
 * The examples in the javadoc compile, and every type that a third party starts from has one. They
 * share a package, so that one can build on another.
 */
class JavadocExamplesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/perceiver/api");

  private static final List<String> NEED_ONE =
      List.of(
          "Modality",
          "ModalityPlugin",
          "Tokenizer",
          "ExampleReader",
          "InputAdapter",
          "Augmentation",
          "PositionEncoding",
          "PositionEncodingPlugin",
          "DatasetFormat",
          "Setting",
          "head/HeadPlugin",
          "head/Head",
          "head/HeadBlock",
          "head/HeadOutput",
          "head/Loss",
          "head/Metric",
          "layer/LatentLayerPlugin",
          "layer/CrossLayerPlugin",
          "layer/LayerFactory");

  private static final List<String> IMPORTS =
      List.of(
          "ai.djl.ndarray.*",
          "ai.djl.ndarray.index.*",
          "ai.djl.ndarray.types.*",
          "ai.djl.nn.*",
          "ai.djl.nn.core.*",
          "ai.djl.training.*",
          "ai.djl.util.*",
          "io.perceiver.api.*",
          "io.perceiver.api.head.*",
          "io.perceiver.api.layer.*",
          "io.perceiver.api.position.*",
          "java.io.*",
          "java.nio.*",
          "java.util.*",
          "java.util.random.*",
          "org.jspecify.annotations.Nullable",
          // two of these packages have it
          "ai.djl.nn.Activation");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* \\}</pre>", Pattern.DOTALL);

  /** After its annotations, an example that is a whole type begins like this. */
  private static final Pattern TYPE =
      Pattern.compile("(public |final |abstract )*(class|interface|record|enum) (?<name>\\w+).*");

  /** One that is a member begins like this; any other is statements. */
  private static final Pattern METHOD = Pattern.compile("[\\w<>?, \\[\\]]+ \\w+\\(.*\\{");

  @TempDir private Path classes;

  @Test
  void everyExampleCompiles() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        snippets.addAll(examplesOf(file));
      }
    }
    assertThat(mistakes(snippets)).isEmpty();
  }

  @Test
  void everyTypeToStartFromHasOne() throws IOException {
    for (String type : NEED_ONE) {
      Path file = SOURCES.resolve(type + ".java");
      String typeDoc = textOf(file).split("\n@API", 2)[0];
      assertThat(EXAMPLE.matcher(typeDoc).find()).as("%s has no example", file).isTrue();
    }
  }

  @Test
  void anExampleThatDoesNotCompileIsNamed() {
    List<Snippet> snippets =
        List.of(
            new Snippet(Path.of("Good.java"), List.of("int one() {", "  return 1;", "}")),
            new Snippet(Path.of("Bad.java"), List.of("Strin text = \"\";")));
    assertThat(mistakes(snippets))
        .singleElement()
        .asString()
        .startsWith("Bad.java")
        .contains("Strin");
  }

  private static List<Snippet> examplesOf(Path file) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    String text = textOf(file);
    Matcher matcher = EXAMPLE.matcher(text);
    while (matcher.find()) {
      List<String> lines =
          matcher.group(1).lines().map(line -> line.replaceFirst("^ *\\* ?", "")).toList();
      snippets.add(new Snippet(file, lines));
    }
    assertThat(text.split("<pre>", -1)).as("examples of %s", file).hasSize(snippets.size() + 1);
    return snippets;
  }

  private static String textOf(Path file) throws IOException {
    return String.join("\n", Files.readAllLines(file));
  }

  /** What the compiler says of each example that it refuses, after the file's name. */
  private List<String> mistakes(List<Snippet> snippets) {
    List<Source> sources = new ArrayList<>();
    for (Snippet snippet : snippets) {
      sources.add(new Source(snippet, "Sample" + sources.size()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
    compiler.getTask(new StringWriter(), null, said, options, null, sources).call();
    return said.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(JavadocExamplesTest::message)
        .toList();
  }

  private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    if (!(diagnostic.getSource() instanceof Source source)) {
      return message;
    }
    String line = source.text.lines().toList().get((int) diagnostic.getLineNumber() - 1);
    return "%s: %s, in: %s".formatted(source.file, message, line.strip());
  }

  /**
   * An example.
   *
   * @param file the source file it stands in
   * @param lines its code
   */
  private record Snippet(Path file, List<String> lines) {

    /** The type it is, if it is a whole one. */
    Optional<String> type() {
      Matcher matcher = TYPE.matcher(first());
      return matcher.matches() ? Optional.of(matcher.group("name")) : Optional.empty();
    }

    /** Returns a compilation unit in the package that all examples share. */
    String unit(String wrapper) {
      String imports =
          IMPORTS.stream().map(i -> "import " + i + ";\n").collect(Collectors.joining());
      String code = String.join("\n", lines);
      return "package examples;\n" + imports + (type().isPresent() ? code : wrapped(code, wrapper));
    }

    private String wrapped(String code, String wrapper) {
      boolean isMethod = METHOD.matcher(first()).matches();
      String members = isMethod ? code : "void run() throws Exception {\n" + code + "\n}";
      return "class " + wrapper + " {\n" + members + "\n}";
    }

    private String first() {
      return lines.stream().filter(line -> !line.startsWith("@")).findFirst().orElse("");
    }
  }

  /** An example as the compiler reads it. */
  private static final class Source extends SimpleJavaFileObject {
    private final Path file;
    private final String text;

    Source(Snippet snippet, String wrapper) {
      super(
          URI.create("string:///examples/" + snippet.type().orElse(wrapper) + ".java"),
          JavaFileObject.Kind.SOURCE);
      file = snippet.file();
      text = snippet.unit(wrapper);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
