package dev.gangway.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gangway.base.Json;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks what Gangway needs on this machine and says what to do. Exit code 1 when something is wrong.")
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--home", description = "The data folder. Default: ~/.gangway.")
    private @Nullable String home;

    private final Map<String, String> environment;
    private final PrintWriter out;

    DoctorCommand(Map<String, String> environment, PrintWriter out) {
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Integer call() {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        if (home != null) {
            options.put(Setting.HOME, home);
        }
        List<Diagnosis> diagnoses = Doctor.examine(GangwayConfig.of(Settings.read(options, environment)));
        if (json) {
            ArrayNode array = Json.array();
            diagnoses.forEach(found -> array.addObject()
                    .put("check", found.check())
                    .put("ok", found.ok())
                    .put("finding", found.finding())
                    .put("advice", found.advice()));
            out.println(Json.text(array));
        } else {
            diagnoses.forEach(found -> out.printf(
                    "%s  %-12s %s%s%n",
                    found.ok() ? "ok  " : "FAIL",
                    found.check(),
                    found.finding(),
                    found.ok() ? "" : "\n      " + found.advice()));
        }
        return diagnoses.stream().allMatch(Diagnosis::ok) ? 0 : 1;
    }
}
