package dev.gangway.storage;

/// Seals what must be used again (stored answers, signing keys, credentials) so that a copy of the database is
/// worth nothing. AES-256-GCM; each sealed value names the key that sealed it. Thread-safe. [VaultKeys] opens one.
public interface Vault {
    /// Seals `plain` for one place: `context` names it, such as `webhook.signing_key/main/<kid>`, and must be given
    /// again to [#open]. A sealed value copied into another row does not open there. 33 bytes longer than `plain`;
    /// never the same twice.
    byte[] seal(byte[] plain, String context);

    /// Opens what [#seal] made with the same context.
    ///
    /// @throws IllegalStateException when it was tampered with, belongs to another context, or its key is gone
    byte[] open(byte[] sealed, String context);
}
