package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Operation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What holding a body of `create` against its operation costs, beside parsing it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BodyCheckBenchmark {
    private final Operation create = Catalog.load(List.of("/dev/gangway/wire/partner-api.yaml"))
            .operation("betaPartnerCustomerV1Create")
            .orElseThrow();
    private final byte[] bytes = SampleBody.create("sample");
    private final JsonNode body = Json.parse(bytes);
    private final JsonNode wrong =
            Json.object().put("webiste", "https://bluewater.example").put("company_name", 7);

    @Benchmark
    public JsonNode parse() {
        return Json.parse(bytes);
    }

    @Benchmark
    public Findings checkGood() {
        return BodyCheck.check(create, body);
    }

    @Benchmark
    public Findings checkWrong() {
        return BodyCheck.check(create, wrong);
    }
}
