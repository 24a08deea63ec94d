package dev.gangway.web;

/// The first page: what this is, where official clients find it, a call to try, and who is signed in.
///
/// @param url the base address of this server, as this browser reaches it
/// @param signedIn whether this browser is
record WelcomePage(String url, boolean signedIn) {}
