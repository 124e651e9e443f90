package io.perceiver.it.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What users can rely on, and who may look behind it.
 *
 * @param root the package all modules lie under
 */
public record FaceRules(String root) {

  /** The packages of {@code internal} that each module beside core may use. */
  private static final Map<String, List<String>> GUESTS =
      Map.of(
          "pytorch",
          List.of("kernel"),
          "testkit",
          List.of("config", "data", "head", "kernel", "nn", "plugin", "run", "train"),
          "cli",
          List.of(
              "config",
              "data",
              "data.check",
              "describe",
              "evaluate",
              "files",
              "kernel",
              "parity",
              "plugin",
              "run",
              "text"),
          "bench",
          List.of(
              "config",
              "data",
              "describe",
              "files",
              "head",
              "kernel",
              "nn",
              "plugin",
              "run",
              "train"));

  /** Whoever reads core, the api or the testkit sees how far each type can be relied on. */
  public ArchRule publicTypesSayTheirStatus() {
    return classes()
        .that(resideInAnyPackage(face()))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .beAnnotatedWith(API.class);
  }

  /** A signature of the face that names an internal type would make that type part of the face. */
  public ArchRule theFaceNamesNoInternalType() {
    return classes()
        .that(resideInAnyPackage(face()))
        .and()
        .arePublic()
        .should(new NameNoInternalType(root + ".internal"));
  }

  /** Plugins and modalities see none of core; of the other modules, each sees what it is for. */
  public ArchRule internalsHaveKnownGuests() {
    List<ArchRule> rules = new ArrayList<>();
    GUESTS.forEach((guest, packages) -> rules.add(usesOnly(guest, packages)));
    return CompositeArchRule.of(rules);
  }

  private ArchRule usesOnly(String guest, List<String> packages) {
    String internal = root + ".internal";
    String[] allowed = packages.stream().map(name -> internal + "." + name).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + guest + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(internal + "..").and(not(resideInAnyPackage(allowed))))
        .as("of core's internals, " + guest + " uses " + packages + " only");
  }

  private String[] face() {
    return Stream.concat(
            Stream.of(root),
            Stream.of(
                    "api",
                    "config",
                    "data",
                    "evaluate",
                    "head",
                    "kernel",
                    "nn",
                    "plugin",
                    "run",
                    "testkit",
                    "train")
                .map(part -> root + "." + part + ".."))
        .toArray(String[]::new);
  }

  private static final class NameNoInternalType extends ArchCondition<JavaClass> {
    private final String internal;

    NameNoInternalType(String internal) {
      super("name no internal type in what users see of them");
      this.internal = internal;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getRawInterfaces().forEach(parent -> look(type, type.getName(), parent, events));
      type.getRawSuperclass().ifPresent(parent -> look(type, type.getName(), parent, events));
      for (JavaMember member : type.getMembers()) {
        if (isSeen(member)) {
          involved(member).forEach(named -> look(type, member.getFullName(), named, events));
        }
      }
    }

    private static boolean isSeen(JavaMember member) {
      Set<JavaModifier> modifiers = member.getModifiers();
      boolean open =
          modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
      boolean marked =
          member
              .tryGetAnnotationOfType(API.class)
              .map(api -> api.status() == API.Status.INTERNAL)
              .orElse(false);
      return open && !marked && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Set<JavaClass> involved(JavaMember member) {
      return member instanceof JavaCodeUnit unit
          ? unit.getAllInvolvedRawTypes()
          : ((JavaField) member).getAllInvolvedRawTypes();
    }

    private void look(JavaClass type, String where, JavaClass named, ConditionEvents events) {
      if (named.getPackageName().startsWith(internal)) {
        events.add(SimpleConditionEvent.violated(type, where + " names " + named.getName()));
      }
    }
  }
}
