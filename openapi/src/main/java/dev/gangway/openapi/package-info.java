/// Anybody's OpenAPI document (3.0, 3.1, Swagger 2.0), read into operation models: what pages, forms, checks,
/// snippets, search, SDKs, agents and workflows know of an operation. Pure: no database, no network.
@NullMarked
package dev.gangway.openapi;

import org.jspecify.annotations.NullMarked;
