/// What is kept: the database and its migrations, the embedded PostgreSQL, the vault that seals secrets.
@NullMarked
package dev.gangway.storage;

import org.jspecify.annotations.NullMarked;
