package io.perceiver.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bench found.
 *
 * @param title of the page
 * @param summary what came out, in a few sentences; Markdown
 * @param settings what it was measured with, by name, in order
 * @param sections in order
 */
public record Report(
    String title, String summary, Map<String, String> settings, List<Section> sections) {

  /** Keeps copies. */
  public Report {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    sections = List.copyOf(sections);
  }

  /** Starts a report. */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  /** Gathers a report's parts in order. */
  public static final class Builder {
    private final String title;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private String summary = "";

    private Builder(String title) {
      this.title = title;
    }

    /** Sets what came out, in a few sentences. */
    public Builder summary(String sentences) {
      summary = sentences;
      return this;
    }

    /** Adds something it was measured with. */
    public Builder setting(String name, Object value) {
      settings.put(name, String.valueOf(value));
      return this;
    }

    /** Adds a section. */
    public Builder section(Section section) {
      sections.add(section);
      return this;
    }

    /** The report. */
    public Report build() {
      return new Report(title, summary, settings, sections);
    }
  }
}
