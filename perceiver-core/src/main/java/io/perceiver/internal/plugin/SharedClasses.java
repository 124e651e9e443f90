package io.perceiver.internal.plugin;

import ai.djl.nn.Block;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parent of every plugin jar's class loader: shows the JDK, the api, DJL's api jar and slf4j,
 * and nothing else of the application, so that a plugin brings what it needs and meets nobody's
 * versions.
 */
final class SharedClasses extends ClassLoader {
  private static final String DJL = "ai.djl.";
  private static final List<String> SHARED = List.of("io.perceiver.api.", "org.slf4j.");

  private final ClassLoader application;

  SharedClasses(ClassLoader application) {
    super("perceiver-shared", ClassLoader.getPlatformClassLoader());
    this.application = application;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return application.loadClass(name);
    }
    if (name.startsWith(DJL)) {
      Class<?> found = application.loadClass(name);
      // an engine's classes share the prefix, not the jar
      if (sameJar(found, application.loadClass(Block.class.getName()))) {
        return found;
      }
    }
    throw new ClassNotFoundException(name + " is not shared with plugins; its jar must bring it");
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return isShared(name) ? application.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return isShared(name) ? application.getResources(name) : Collections.emptyEnumeration();
  }

  private static boolean isShared(String resource) {
    return SHARED.stream().anyMatch(prefix -> resource.startsWith(prefix.replace('.', '/')));
  }

  private static boolean sameJar(Class<?> a, Class<?> b) {
    CodeSource left = a.getProtectionDomain().getCodeSource();
    CodeSource right = b.getProtectionDomain().getCodeSource();
    return left != null
        && right != null
        && left.getLocation() != null
        && right.getLocation() != null
        && left.getLocation().toExternalForm().equals(right.getLocation().toExternalForm());
  }
}
