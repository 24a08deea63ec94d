package dev.gangway.bench;

import java.time.Duration;

/// What one load came to, as the program that put it on saw it.
///
/// @param perSecond answers, or committed transactions, a second
/// @param median half of them took at most this long
/// @param p99 99 of 100 took at most this long
/// @param failed how many were not answered with success
record Load(double perSecond, Duration median, Duration p99, long failed) {}
