/// OpenAPI documents as operation models, and bodies held against them.
@NullMarked
package dev.gangway.catalog;

import org.jspecify.annotations.NullMarked;
