package io.perceiver.it.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's modules, as built and as declared. */
public final class BuiltModules {
  private static final Pattern LOCATION =
      Pattern.compile("/([a-z-]+)(?:/target/classes/|-[0-9][^/]*\\.jar!/)");
  private static final Pattern DECLARATION = Pattern.compile("<module>([a-z-]+)</module>");

  private BuiltModules() {}

  /**
   * The module a class was built in, by the folder or jar it was read from.
   *
   * @throws IllegalArgumentException if the class was read from elsewhere
   */
  public static String of(JavaClass type) {
    String location = type.getSource().map(source -> source.getUri().toString()).orElse("");
    Matcher matcher = LOCATION.matcher(location);
    if (!matcher.find()) {
      throw new IllegalArgumentException(type.getName() + " is of no module: " + location);
    }
    return matcher.group(1);
  }

  /**
   * The modules the root pom names.
   *
   * @param project folder of the root pom
   */
  public static Set<String> declared(Path project) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = DECLARATION.matcher(Files.readString(project.resolve("pom.xml")));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
