/// The keys of the vault: which there are, what each still seals, and how another takes over.
@NullMarked
package dev.gangway.keyring;

import org.jspecify.annotations.NullMarked;
