/// Pages on which people look after what the gateway and the catalog keep: connections, access tokens, the call log,
/// providers. They are made on the server and read without scripts; what changes anything goes to the admin API.
@NullMarked
package dev.gangway.desk;

import org.jspecify.annotations.NullMarked;
