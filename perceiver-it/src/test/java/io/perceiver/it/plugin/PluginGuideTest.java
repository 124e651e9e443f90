package io.perceiver.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.testkit.Clause;
import io.perceiver.testkit.ModalityPluginContract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the guide shows is what there is. */
class PluginGuideTest {
  private final PluginGuide guide;

  PluginGuideTest() throws IOException {
    guide = PluginGuide.read();
  }

  @Test
  void everySnippetIsOfTheExample() throws IOException {
    for (GuideBlock block : guide.blocks()) {
      if (!block.isSession()) {
        assertThat(isShown(block)).as("%s is of no file of the example", block.place()).isTrue();
      }
    }
    assertThat(guide.blocks()).extracting(GuideBlock::kind).contains("java", "xml", "yaml", "text");
  }

  private boolean isShown(GuideBlock block) throws IOException {
    for (Path file : guide.files()) {
      if (block.isOf(Files.readAllLines(file))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theTableOfClausesIsTheTestkits() {
    Map<String, String> clauses = new TreeMap<>();
    for (Method method : ModalityPluginContract.class.getMethods()) {
      Clause clause = method.getAnnotation(Clause.class);
      if (clause != null) {
        clauses.put(method.getName(), clause.value());
      }
    }
    assertThat(guide.clauses()).isNotEmpty().containsExactlyInAnyOrderEntriesOf(clauses);
  }

  @Test
  void aSnippetThatIsNotThereIsNoticed() {
    GuideBlock block = new GuideBlock("here", "java", List.of("a", "…", "  b", "c"));
    assertThat(block.isOf(List.of("a", "x", "b", "", " c"))).isTrue();
    assertThat(block.isOf(List.of("b", "c", "a"))).isFalse();
    assertThat(block.isOf(List.of("a", "b", "x", "c"))).isFalse();
  }
}
