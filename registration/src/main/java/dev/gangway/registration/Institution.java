package dev.gangway.registration;

/// An OAuth institution: a bank whose customers sign in at the bank itself.
///
/// @param id upstream's id, such as `ins_56`
/// @param name such as `Chase`
public record Institution(String id, String name) {}
