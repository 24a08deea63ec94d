/// OpenAPI documents as operation models, and bodies held against them.
///
/// A [Document] is read once: [SchemaReader] turns its schemas into immutable [Shape] trees, [Fields] lists them as
/// dotted rows, [OperationReader] puts both under the operation they belong to, [Catalog] finds them by operation id.
/// After that [BodyCheck] is the hot path and touches nothing but those trees.
@NullMarked
package dev.gangway.catalog;

import org.jspecify.annotations.NullMarked;
