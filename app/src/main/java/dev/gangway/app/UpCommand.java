package dev.gangway.app;

import dev.gangway.base.Clocks;
import dev.gangway.base.Secret;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Serves. The first start makes everything that is needed, and a demo partner.")
final class UpCommand implements Callable<Integer> {
    @Option(names = "--port", description = "Port to listen on; 0 picks one and prints it. Default: 8700.")
    private @Nullable String port;

    @Option(names = "--host", description = "Address to listen on. Default: 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--home", description = "The data folder. Default: ~/.gangway.")
    private @Nullable String home;

    @Option(names = "--database-url", description = "An outside PostgreSQL, postgresql://user:password@host/name.")
    private @Nullable String databaseUrl;

    @Option(names = "--mode", description = "local or production. Default: local.")
    private @Nullable String mode;

    private final Map<String, String> environment;
    private final PrintWriter out;

    UpCommand(Map<String, String> environment, PrintWriter out) {
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.read(options(), environment);
        GangwayConfig config = GangwayConfig.of(settings);
        LogSetup.toFile(config.home());
        LoggerFactory.getLogger(UpCommand.class)
                .atInfo()
                .addKeyValue("settings", settings.effective())
                .log("starting");
        Gangway gangway = Gangway.start(config, Clocks.of(InstantSource.system()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gangway.close();
            stopped.countDown();
        }));
        greet(config, gangway);
        stopped.await();
        return 0;
    }

    private Map<Setting, String> options() {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        put(options, Setting.PORT, port);
        put(options, Setting.HOST, host);
        put(options, Setting.HOME, home);
        put(options, Setting.DATABASE_URL, databaseUrl);
        put(options, Setting.MODE, mode);
        return options;
    }

    private static void put(Map<Setting, String> options, Setting setting, @Nullable String value) {
        if (value != null) {
            options.put(setting, value);
        }
    }

    private void greet(GangwayConfig config, Gangway gangway) {
        String url = Banner.address(config, gangway.port());
        DemoFile file = DemoFile.in(config.home());
        Optional<FirstStart.Demo> demo = gangway.firstStart().demo();
        demo.ifPresent(made -> file.write(url, made));
        if (demo.isEmpty() && file.exists()) {
            file.moveTo(url);
        }
        Optional<Secret> link = demo.map(_ -> gangway.firstStart().link());
        out.print(Banner.text(config, url, demo, link, gangway.firstStart().firstToken()));
        out.flush();
    }
}
