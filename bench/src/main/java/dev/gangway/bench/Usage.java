package dev.gangway.bench;

/// What processes used while a load ran.
///
/// @param residentBytes the most memory that the server under load had resident
/// @param serverCores processor cores that it kept busy on average
/// @param databaseCores likewise PostgreSQL, all of its processes together
record Usage(long residentBytes, double serverCores, double databaseCores) {}
