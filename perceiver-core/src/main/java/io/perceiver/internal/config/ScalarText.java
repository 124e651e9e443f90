package io.perceiver.internal.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** How numbers, switches and text are written as YAML scalars, and read back. */
final class ScalarText {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9][0-9_]*(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_/][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*");
  // what YAML 1.1 or 1.2 readers take for something else than text
  private static final Set<String> RESERVED =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");
  private static final int LONG_DIGITS = 19;

  private ScalarText() {}

  static boolean isNumber(String text) {
    return text.length() <= 64 && NUMBER.matcher(text).matches();
  }

  /** A whole number, also written as {@code 50_000} or {@code 1e4}. */
  static OptionalLong wholeNumber(String text) {
    if (!isNumber(text)) {
      return OptionalLong.empty();
    }
    BigDecimal number = decimal(text);
    // looked at before conversion: 1e9999 as an integer would be a very long one
    if (number.signum() != 0 && number.precision() - (long) number.scale() > LONG_DIGITS) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(number.longValueExact());
    } catch (ArithmeticException fractionOrTooLarge) {
      return OptionalLong.empty();
    }
  }

  static OptionalDouble number(String text) {
    if (isNumber(text)) {
      return OptionalDouble.of(Double.parseDouble(text.replace("_", "")));
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".inf", "+.inf", "infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-.inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A number with as few digits as read back the same; whole numbers without a fraction. */
  static String of(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    double magnitude = Math.abs(number);
    if (magnitude >= 1e-4 && magnitude < 1e9) {
      String plain = new BigDecimal(Double.toString(number)).toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    return Double.toString(number).replace('E', 'e');
  }

  /** An enum constant as configurations spell it. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Text as a YAML scalar that every YAML reader takes for text. */
  static String quotedIfNeeded(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && !isNumber(text)
            && !looksLikeDateOrBase(text)
            && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  private static boolean looksLikeDateOrBase(String text) {
    return Character.isDigit(text.charAt(0)) && text.matches("[0-9]+-[0-9]+.*|0[xob].*");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(needsEscape(c) ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean needsEscape(char c) {
    return Character.isISOControl(c)
        || Character.isSurrogate(c)
        || c == 0xa0
        || c == 0x2028
        || c == 0x2029
        || c >= 0xfeff;
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text.replace("_", ""));
  }
}
