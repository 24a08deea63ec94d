/// The audit trail: who changed what, hash-chained and exportable.
@NullMarked
package dev.gangway.audit;

import org.jspecify.annotations.NullMarked;
