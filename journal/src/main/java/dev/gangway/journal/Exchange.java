package dev.gangway.journal;

/// What went over the wire, for people to read, without secrets.
///
/// @param request first line, header lines, an empty line, the body
/// @param response likewise
public record Exchange(String request, String response) {}
