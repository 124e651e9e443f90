package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.config.DataConfig;
import io.perceiver.train.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of a run has its place on the page, and the page leads to what it names. */
class ConfigurationPageTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w-]+\\.md)?#([\\w-]+)\\)");

  private String page = "";

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(DOCS.resolve("configuration.md"));
  }

  static Stream<String> keys() {
    return Stream.of(
            keys("", RunBasics.class),
            keys("data.", DataConfig.class),
            keys("training.", TrainingConfig.class))
        .flatMap(List::stream);
  }

  private static List<String> keys(String section, Class<? extends Record> record) {
    return RecordShape.of(record).names().stream().map(name -> section + name).toList();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyStandsInTheTable(String key) {
    assertThat(page.lines().filter(line -> line.startsWith("|") && line.contains('`' + key + '`')))
        .hasSize(1);
  }

  @Test
  void everyLinkLeadsToAHeading() throws IOException {
    Matcher link = LINK.matcher(page);
    int links = 0;
    while (link.find()) {
      String name = link.group(1) == null ? "configuration.md" : link.group(1);
      assertThat(anchors(name)).as(name).contains(link.group(2));
      links++;
    }
    assertThat(links).isPositive();
  }

  /** As they are made of headings: lower case, hyphens between the words. */
  private static List<String> anchors(String name) throws IOException {
    return Files.readAllLines(DOCS.resolve(name)).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }
}
