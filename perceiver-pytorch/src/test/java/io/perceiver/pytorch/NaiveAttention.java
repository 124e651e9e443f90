package io.perceiver.pytorch;

import io.perceiver.api.layer.MaskedRows;
import java.util.List;

/** Multi-head attention as one writes it down: loops over doubles, nothing else. */
final class NaiveAttention {
  private final AttentionCase shape;
  private final List<Drawn> inputs;
  private final boolean[][] attended;

  NaiveAttention(AttentionCase shape) {
    this.shape = shape;
    inputs = shape.inputs();
    attended = shape.attended();
  }

  /** (batch, query, channel), row-major. */
  double[] output() {
    int queries = AttentionCase.QUERIES;
    int channels = AttentionCase.QUERY_CHANNELS;
    double[] output = new double[AttentionCase.BATCH * queries * channels];
    for (int b = 0; b < AttentionCase.BATCH; b++) {
      double[][] read = read(b);
      for (int q = 0; q < queries; q++) {
        for (int c = 0; c < channels; c++) {
          double sum = inputs.get(6).values()[c];
          for (int v = 0; v < AttentionCase.V; v++) {
            sum += inputs.get(5).values()[c * AttentionCase.V + v] * read[q][v];
          }
          output[(b * queries + q) * channels + c] = sum;
        }
      }
    }
    return output;
  }

  /** What the queries of one example read: (query, value channel). */
  private double[][] read(int b) {
    double[][] read = new double[AttentionCase.QUERIES][AttentionCase.V];
    int width = AttentionCase.V / shape.heads();
    for (int head = 0; head < shape.heads(); head++) {
      double[][] weights = weights(b, head);
      for (int q = 0; q < AttentionCase.QUERIES; q++) {
        for (int v = head * width; v < (head + 1) * width; v++) {
          for (int k = 0; k < AttentionCase.KEYS; k++) {
            read[q][v] += weights[q][k] * keyed(4, 9, b, k, v);
          }
        }
      }
    }
    return read;
  }

  private double[][] weights(int b, int head) {
    double[][] logits = new double[AttentionCase.QUERIES][AttentionCase.KEYS];
    int width = AttentionCase.QK / shape.heads();
    for (int q = 0; q < AttentionCase.QUERIES; q++) {
      for (int k = 0; k < AttentionCase.KEYS; k++) {
        double dot = 0;
        for (int d = head * width; d < (head + 1) * width; d++) {
          dot += queried(b, q, d) * keyed(3, 8, b, k, d);
        }
        logits[q][k] = dot / Math.sqrt(width);
      }
    }
    return shape.inverted() ? overQueries(b, logits) : overKeys(b, logits);
  }

  private double[][] overKeys(int b, double[][] logits) {
    double[][] weights = new double[AttentionCase.QUERIES][AttentionCase.KEYS];
    for (int q = 0; q < AttentionCase.QUERIES; q++) {
      double sum = 0;
      for (int k = 0; k < AttentionCase.KEYS; k++) {
        weights[q][k] = attended[b][k] ? Math.exp(logits[q][k]) : 0;
        sum += weights[q][k];
      }
      for (int k = 0; k < AttentionCase.KEYS; k++) {
        double nothing = shape.rows() == MaskedRows.UNIFORM ? 1.0 / AttentionCase.KEYS : 0;
        weights[q][k] = sum == 0 ? nothing : weights[q][k] / sum;
      }
    }
    return weights;
  }

  private double[][] overQueries(int b, double[][] logits) {
    double[][] weights = new double[AttentionCase.QUERIES][AttentionCase.KEYS];
    for (int k = 0; k < AttentionCase.KEYS; k++) {
      double sum = 0;
      for (int q = 0; q < AttentionCase.QUERIES; q++) {
        sum += Math.exp(logits[q][k]);
      }
      for (int q = 0; q < AttentionCase.QUERIES; q++) {
        weights[q][k] = attended[b][k] ? Math.exp(logits[q][k]) / sum : 0;
      }
    }
    for (double[] row : weights) {
      double sum = 0;
      for (double weight : row) {
        sum += weight;
      }
      for (int k = 0; k < row.length; k++) {
        row[k] /= Math.max(sum, 1e-8);
      }
    }
    return weights;
  }

  private double queried(int b, int q, int d) {
    double sum = shape.biases() ? inputs.get(7).values()[d] : 0;
    for (int c = 0; c < AttentionCase.QUERY_CHANNELS; c++) {
      sum +=
          inputs.get(2).values()[d * AttentionCase.QUERY_CHANNELS + c]
              * inputs.get(0)
                  .values()[(b * AttentionCase.QUERIES + q) * AttentionCase.QUERY_CHANNELS + c];
    }
    return sum;
  }

  /** Key or value {@code k}, its channel {@code d}: the weight and bias at these places. */
  private double keyed(int weight, int bias, int b, int k, int d) {
    double sum = shape.biases() ? inputs.get(bias).values()[d] : 0;
    for (int c = 0; c < AttentionCase.KEY_CHANNELS; c++) {
      sum +=
          inputs.get(weight).values()[d * AttentionCase.KEY_CHANNELS + c]
              * inputs.get(1)
                  .values()[(b * AttentionCase.KEYS + k) * AttentionCase.KEY_CHANNELS + c];
    }
    return sum;
  }
}
