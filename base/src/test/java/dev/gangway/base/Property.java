package dev.gangway.base;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// Tries a claim on 1,000 generated values. Each value comes from a seed of its own, and a failure names it:
/// `-Dproperty.seed=417` makes that value again, alone.
public final class Property {
    private Property() {}

    public static <T> void forAll(Function<RandomGenerator, T> generator, Consumer<T> claim) {
        Long replayed = Long.getLong("property.seed");
        LongStream seeds = replayed == null ? LongStream.range(0, 1_000) : LongStream.of(replayed);
        seeds.forEach(seed -> {
            T value = generator.apply(new SplittableRandom(seed));
            try {
                claim.accept(value);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("-Dproperty.seed=" + seed + " fails: " + value, failure);
            }
        });
    }
}
