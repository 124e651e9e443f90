package io.perceiver.cli;

import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.evaluate.HeadResult;
import io.perceiver.evaluate.ModalitySubset;
import io.perceiver.evaluate.SubsetResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a model makes of each subset of its modalities, a row each, in 80 columns unless names are
 * very long; for every head a table of its own.
 *
 * @param result may be without subsets
 * @param ceilings the share that can be right at most for whoever has only these modalities, where
 *     it is known
 */
record SubsetTable(
    EvaluationResult result, Optional<? extends ToDoubleFunction<Set<String>>> ceilings) {
  private static final int LONGEST_LABEL = 26;
  private static final String AS_THEY_ARE = "all, as they are";

  /** Prints it after an empty line; nothing where there are no subsets. */
  void print(PrintWriter out) {
    if (result.subsets().isEmpty()) {
      return;
    }
    result
        .heads()
        .keySet()
        .forEach(
            head -> {
              out.println();
              out.println(title(head));
              table(head).print(out);
            });
    int modalities = all().size();
    if (modalities > ModalitySubset.MOST_FOR_ALL_SUBSETS) {
      out.printf("Of %d modalities: each alone, all but each, and all.%n", modalities);
    }
  }

  /** The largest subset is the last one. */
  private Set<String> all() {
    return result.subsets().get(result.subsets().size() - 1).subset().modalities();
  }

  private String title(String head) {
    String whose = result.heads().size() == 1 ? "" : "Head '" + head + "', by";
    return (whose.isEmpty() ? "By" : whose)
        + " what is shown of each example (a row counts those that have all of it):";
  }

  private Table table(String head) {
    HeadResult all = of(head, result.heads());
    Table table = new Table(header(all));
    for (SubsetResult subset : result.subsets()) {
      List<String> row = new ArrayList<>(List.of(label(subset.subset())));
      row.addAll(figures(of(head, subset.heads())));
      ceilings.ifPresent(
          known ->
              row.add(
                  "%.1f %%".formatted(100 * known.applyAsDouble(subset.subset().modalities()))));
      table.add(row);
    }
    List<String> last = new ArrayList<>(List.of(AS_THEY_ARE));
    last.addAll(figures(all));
    ceilings.ifPresent(known -> last.add(""));
    table.add(last);
    return table;
  }

  private static HeadResult of(String head, Map<String, HeadResult> heads) {
    return Objects.requireNonNull(heads.get(head), head);
  }

  private List<String> header(HeadResult all) {
    List<String> names = new ArrayList<>(List.of("shown", "n"));
    if (all.confusion().isPresent()) {
      names.addAll(List.of("accuracy", "95 % interval", "macro-F1"));
    } else {
      all.metrics().keySet().stream().findFirst().ifPresent(names::add);
      names.add("loss");
    }
    ceilings.ifPresent(known -> names.add("at most"));
    return names;
  }

  private static List<String> figures(HeadResult head) {
    List<String> cells = new ArrayList<>(List.of(Long.toString(head.examples())));
    Optional<ConfusionMatrix> confusion = head.confusion();
    if (confusion.isPresent()) {
      cells.add(Figures.percent(confusion.get().accuracy()));
      cells.add(Figures.interval(confusion.get()));
      cells.add(Figures.percent(confusion.get().macroF1()));
    } else {
      head.metrics().values().stream().findFirst().map(Figures::decimal).ifPresent(cells::add);
      cells.add(Figures.decimal(head.loss()));
    }
    return cells;
  }

  private String label(ModalitySubset subset) {
    String names = subset.toString();
    if (names.length() <= LONGEST_LABEL) {
      return names;
    }
    Set<String> all = all();
    List<String> hidden = all.stream().filter(name -> !subset.modalities().contains(name)).toList();
    if (hidden.size() > 1) {
      return names;
    }
    return hidden.isEmpty() ? "all " + all.size() : "all but " + hidden.get(0);
  }
}
