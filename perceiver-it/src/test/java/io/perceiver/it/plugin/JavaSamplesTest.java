package io.perceiver.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java that the pages show compiles as it stands there, with its imports. */
class JavaSamplesTest {
  private static final Path ROOT = Path.of("..");

  /** Its snippets are of the example, which is compiled. */
  private static final String PLUGIN_GUIDE = "plugin-guide.md";

  /** Its samples are run, by a test of the command line's module, which sees all that they name. */
  private static final String EMBEDDING = "embedding.md";

  /** A sample is a method that gives something, or else what stands in one. */
  private static final Pattern METHOD = Pattern.compile("[A-Z].*\\(.*\\) \\{");

  @TempDir private Path classes;

  static List<GuideBlock> samples() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !page.endsWith(PLUGIN_GUIDE) && !page.endsWith(EMBEDDING))
          .sorted()
          .forEach(pages::add);
    }
    List<GuideBlock> samples = new ArrayList<>();
    for (Path page : pages) {
      GuideBlock.of(page.getFileName().toString(), Files.readAllLines(page)).stream()
          .filter(block -> block.kind().equals("java"))
          .forEach(samples::add);
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleCompiles(GuideBlock sample) {
    assertThat(mistakes(sample)).as(sample.place()).isEmpty();
  }

  @Test
  void theReadmesSamplesAreAmongThem() throws IOException {
    assertThat(samples()).extracting(GuideBlock::place).anyMatch(p -> p.startsWith("README.md:"));
  }

  @Test
  void aSampleWithoutItsImportsIsNoticed() {
    GuideBlock sample = new GuideBlock("here", "java", List.of("Path path = Path.of(\"\");"));
    assertThat(mistakes(sample)).contains("cannot find symbol");
  }

  /** What the compiler says; nothing where all is well. */
  private String mistakes(GuideBlock sample) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
    boolean compiled =
        compiler
            .getTask(said, null, null, options, null, List.of(new Source(source(sample))))
            .call();
    return compiled ? "" : said.toString();
  }

  private static String source(GuideBlock sample) {
    String imports =
        sample.lines().stream().filter(JavaSamplesTest::isImport).collect(Collectors.joining("\n"));
    List<String> rest =
        sample.lines().stream().filter(line -> !isImport(line) && !line.isBlank()).toList();
    String code = String.join("\n", rest);
    String body =
        METHOD.matcher(rest.get(0)).matches()
            ? code
            : "void run() throws Exception {\n" + code + "\n}";
    return imports + "\nclass Sample {\n" + body + "\n}\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  /** A class in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
