package io.perceiver;

import java.nio.file.Path;

/**
 * A folder that plugin jars lie in.
 *
 * @param path of it; a missing one is skipped
 */
record PluginFolder(Path path) {}
