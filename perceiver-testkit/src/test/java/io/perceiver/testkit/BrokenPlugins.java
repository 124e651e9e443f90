package io.perceiver.testkit;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Setting;
import io.perceiver.api.Tokenizer;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import io.perceiver.testkit.constant.ConstantPlugin;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plugins that break a clause about the plugin, its configuration or its creation. */
final class BrokenPlugins {

  private BrokenPlugins() {}

  @Breaks("isInstalled")
  static final class IsNotDeclared extends Altered {
    @Override
    protected boolean installs() {
      return true;
    }
  }

  @Breaks("nameIsWellFormed")
  static final class HasACapitalName extends Altered {
    @Override
    String name() {
      return "Constant";
    }
  }

  /** The constant plugin configured by another record. */
  @ExtendWith(OnlyWhenAsked.class)
  private abstract static class Configured<C extends Record>
      extends ModalityPluginContract<C, Constant> {
    private final ConstantPluginContractTest good = new ConstantPluginContractTest();
    private final C defaults;
    private final Function<C, ConstantConfig> meaning;

    Configured(C defaults, Function<C, ConstantConfig> meaning) {
      this.defaults = defaults;
      this.meaning = meaning;
    }

    @Override
    protected ModalityPlugin<C, Constant> plugin() {
      return new ModalityPlugin<>() {
        @Override
        public String name() {
          return "configured";
        }

        @Override
        public C defaults() {
          return defaults;
        }

        @Override
        public Modality<Constant> create(C config) {
          return new ConstantPlugin().create(meaning.apply(config));
        }
      };
    }

    @Override
    protected C validConfig() {
      return defaults;
    }

    @Override
    protected List<Constant> examples() {
      return good.examples();
    }

    @Override
    protected Map<String, byte[]> sources() {
      return good.sources();
    }

    @Override
    protected Map<String, byte[]> unreadableSources() {
      return good.unreadableSources();
    }

    @Override
    protected boolean installs() {
      return false;
    }

    @Override
    protected boolean canBeInvalid() {
      return false;
    }
  }

  record Undescribed(@Setting("how long") int maxElements, double jitter) {}

  @Breaks("settingsAreDescribed")
  static final class LeavesASettingUndescribed extends Configured<Undescribed> {
    LeavesASettingUndescribed() {
      super(
          new Undescribed(8, 0.1),
          config -> new ConstantConfig(config.maxElements(), config.jitter()));
    }
  }

  record Doubling(@Setting("how long") int maxElements) {
    Doubling {
      maxElements = 2 * maxElements;
    }
  }

  @Breaks("configSurvivesWritingAndReading")
  static final class ConvertsWhatItIsGiven extends Configured<Doubling> {
    ConvertsWhatItIsGiven() {
      super(new Doubling(4), config -> new ConstantConfig(8, 0.1));
    }
  }

  record Anything(@Setting("how long") int maxElements) {}

  @Breaks("invalidConfigsAreRefused")
  static final class AcceptsAnything extends Configured<Anything> {
    AcceptsAnything() {
      super(new Anything(8), config -> new ConstantConfig(8, 0.1));
    }

    @Override
    protected boolean canBeInvalid() {
      return true;
    }

    @Override
    protected Map<String, Supplier<Anything>> invalidConfigs() {
      return Map.of("maxElements", () -> new Anything(-1));
    }
  }

  record Vague(@Setting("how long") int maxElements) {
    Vague {
      if (maxElements < 1) {
        throw new InvalidSpecException(List.of("something is wrong"));
      }
    }
  }

  @Breaks("invalidConfigsAreRefused")
  static final class DoesNotNameTheKey extends Configured<Vague> {
    DoesNotNameTheKey() {
      super(new Vague(8), config -> new ConstantConfig(8, 0.1));
    }

    @Override
    protected boolean canBeInvalid() {
      return true;
    }

    @Override
    protected Map<String, Supplier<Vague>> invalidConfigs() {
      return Map.of("maxElements", () -> new Vague(-1));
    }
  }

  @Breaks("defaultsAreUsable")
  static final class NeedsAKey extends Altered {
    @Override
    void created(ConstantConfig config) {
      if (config.equals(new ConstantPlugin().defaults())) {
        throw new PerceiverException("maxElements: must be given");
      }
    }
  }

  /** The weights of one model are then loaded into another that sees other numbers. */
  @Breaks(value = "createGivesEqualModalities", andSo = "savedWeightsGiveTheSame")
  static final class CountsItsModalities extends Altered {
    private static final AtomicInteger CREATED = new AtomicInteger();

    @Override
    Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
      float shift = CREATED.incrementAndGet() % 1000 / 1000f;
      return new AlteredTokenizer(good) {
        @Override
        public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
          super.tokenize(
              new Constant(example.value() + shift, example.elements()), content, positions);
        }
      };
    }
  }

  @Breaks("createGivesEqualModalities")
  static final class HasAnEncodingThatIsNoRecord extends Altered {
    @Override
    PositionEncoding encoding(PositionEncoding good) {
      return new AlteredEncoding(good);
    }
  }

  @Breaks("createOpensNothing")
  static final class StartsAThread extends Altered {
    private static final CountDownLatch END = new CountDownLatch(1);

    @Override
    void created(ConstantConfig config) {
      Thread thread = new Thread(StartsAThread::await, "of a broken plugin");
      thread.setDaemon(true);
      thread.start();
    }

    private static void await() {
      try {
        END.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @AfterAll
    static void end() {
      END.countDown();
    }
  }

  @Breaks("createOpensNothing")
  static final class OpensAFile extends Altered {
    private static final List<InputStream> OPEN = new ArrayList<>();

    @Override
    void created(ConstantConfig config) {
      try {
        OPEN.add(new FileInputStream(Path.of("pom.xml").toFile()));
      } catch (FileNotFoundException e) {
        throw new UncheckedIOException(e);
      }
    }

    @AfterAll
    static void close() throws IOException {
      for (InputStream stream : OPEN) {
        stream.close();
      }
    }
  }
}
