package io.perceiver.it.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * How packages are cut and marked.
 *
 * @param root the package all modules lie under
 */
public record PackageRules(String root) {

  /** The parts under the root, and the root itself, can be read one after the other. */
  public ArchRule partsHaveNoCycles() {
    return slices().assignedFrom(new Parts(root)).should().beFreeOfCycles();
  }

  /**
   * The same of single packages: neither inside a part nor across parts do two packages need each
   * other.
   */
  public ArchRule packagesHaveNoCycles() {
    return slices().assignedFrom(new Packages(root)).should().beFreeOfCycles();
  }

  /** Null is the exception and says so; what JMH writes around benchmarks cannot. */
  public ArchRule packagesAreNullMarked() {
    return classes()
        .that()
        .resideOutsideOfPackage("..jmh_generated..")
        .should(new ResideInNullMarkedPackage());
  }

  /** The module path, and whoever looks for a class, needs each package in one module. */
  public ArchRule packagesAreWhole() {
    return classes().should(new ShareTheirPackageWithTheirModuleOnly());
  }

  /** A package and what lies behind it in {@code internal} are one. */
  private static String withoutInternal(String name) {
    return name.replace(".internal.", ".");
  }

  private record Parts(String root) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (name.equals(root)) {
        return SliceIdentifier.of("(root)");
      }
      return name.startsWith(root + ".")
          ? SliceIdentifier.of(
              withoutInternal(name).substring(root.length() + 1).split("\\.", 2)[0])
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "parts under " + root;
    }
  }

  private record Packages(String root) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.equals(root) || name.startsWith(root + ".")
          ? SliceIdentifier.of(withoutInternal(name))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages under " + root;
    }
  }

  private static final class ResideInNullMarkedPackage extends ArchCondition<JavaClass> {
    ResideInNullMarkedPackage() {
      super("reside in a package whose package-info is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean marked =
          type.getPackage()
              .tryGetPackageInfo()
              .map(info -> info.isAnnotatedWith(NullMarked.class))
              .orElse(false);
      String message =
          type.getName() + ": package-info is " + (marked ? "" : "not ") + "@NullMarked";
      events.add(new SimpleConditionEvent(type, marked, message));
    }
  }

  private static final class ShareTheirPackageWithTheirModuleOnly extends ArchCondition<JavaClass> {
    private final Map<String, String> modules = new HashMap<>();

    ShareTheirPackageWithTheirModuleOnly() {
      super("lie in a package of one module");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      String module = BuiltModules.of(type);
      String first = modules.computeIfAbsent(type.getPackageName(), name -> module);
      String message = type.getPackageName() + " lies in " + first + " and in " + module;
      events.add(new SimpleConditionEvent(type, first.equals(module), message));
    }
  }
}
