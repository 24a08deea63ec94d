/// Client libraries that are made from operation models: an npm package and a Maven artifact for each provider.
@NullMarked
package dev.gangway.sdk;

import org.jspecify.annotations.NullMarked;
