/// End customers: requirements, life cycle, reviews, enablement.
@NullMarked
package dev.gangway.customer;

import org.jspecify.annotations.NullMarked;
