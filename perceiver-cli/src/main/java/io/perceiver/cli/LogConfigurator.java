package io.perceiver.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Sends log messages to standard error, because standard output is for results; found by Logback's
 * service loader. In Java rather than XML, whose reading took a tenth of the start of a command.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  private static final String OWN_FILE = "logback.configurationFile";

  /** Creates one for the service loader. */
  public LogConfigurator() {}

  /** Leaves it to Logback where the user names a file. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(OWN_FILE) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    // warns of every machine without a GPU; device: gpu says so by itself
    setLevel(context, "ai.djl.util.cuda", "perceiver.log.gpu", Level.ERROR);
    setLevel(context, Logger.ROOT_LOGGER_NAME, "perceiver.log", Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static void setLevel(
      LoggerContext context, String logger, String property, Level otherwise) {
    context.getLogger(logger).setLevel(Level.toLevel(System.getProperty(property), otherwise));
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss} %-5level %logger{24}: %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("standard error");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
