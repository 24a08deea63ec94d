package dev.gangway.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.lifecycle.PartnerDefaults;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.lifecycle.Requirements;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What finding the requirements that are due costs, for seven products.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequirementsBenchmark {
    private final List<String> products =
            List.of("transactions", "auth", "identity", "assets", "liabilities", "investments", "cra_base_report");
    private final Profile profile = Profile.of((ObjectNode) Json.parse(SampleBody.create("sample")));
    private final PartnerDefaults partner = new PartnerDefaults(null, null);

    @Benchmark
    public List<Requirement> due() {
        return Requirements.due(profile, partner, products);
    }
}
