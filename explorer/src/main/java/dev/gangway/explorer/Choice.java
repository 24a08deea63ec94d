package dev.gangway.explorer;

import dev.gangway.openapi.Server;

/// A connection that an operation can be tried with.
///
/// @param name of the connection
/// @param environment what its server is for
/// @param server its URL
public record Choice(String name, Server.Environment environment, String server) {}
