package dev.gangway.webhook;

/// Figures for metrics.
///
/// @param delivered deliveries that a receiver accepted, on this node since its start
/// @param failed deliveries given up after the last retry, likewise
/// @param pending deliveries that wait or are being sent, in the database, over all worlds
public record WebhookStats(long delivered, long failed, long pending) {}
