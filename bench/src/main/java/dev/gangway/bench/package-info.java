/// Loads and benchmarks, beside peers; run by `bench/run`, never by the tests.
@NullMarked
package dev.gangway.bench;

import org.jspecify.annotations.NullMarked;
