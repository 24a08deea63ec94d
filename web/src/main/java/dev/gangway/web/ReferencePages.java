package dev.gangway.web;

import dev.gangway.base.Answer;
import java.util.List;

/// The reference, made once at start.
final class ReferencePages {
    private final Answer operations;
    private final Answer errors;

    ReferencePages(Reference reference) {
        this.operations = Layout.page(
                200,
                "Reference",
                Html.of(
                        "%s%s%s",
                        contents(reference),
                        Html.each(reference.interfaces(), ReferencePages::operations),
                        requirements(reference.requirements())));
        this.errors = Layout.page(200, "Errors", errors(reference.errors()));
    }

    Answer operations() {
        return operations;
    }

    Answer errors() {
        return errors;
    }

    private static Html contents(Reference reference) {
        return Html.of(
                """
                <p class="lead">Everything here is what this server checks requests against.</p>
                <ul class="contents">%s<li><a href="#requirements">Requirements</a></li><li><a
                href="/docs/errors">Errors</a></li></ul>
                """,
                Html.each(
                        reference.interfaces(),
                        each -> Html.of("<li><a href=\"#%s\">%s</a></li>", Html.anchor(each.title()), each.title())));
    }

    private static Html operations(Reference.Interface api) {
        return Html.of(
                """
                <section aria-labelledby="%1$s">
                <h2 id="%1$s">%2$s</h2>
                <p>All fields are in <a href="%3$s">its OpenAPI document</a>.</p>
                <dl class="operations">
                %4$s</dl>
                </section>
                """,
                Html.anchor(api.title()),
                api.title(),
                api.document(),
                Html.each(
                        api.operations(),
                        operation -> Html.of("""
                        <div><dt><b>%s</b> <code>%s</code></dt><dd>%s</dd></div>
                        """, operation.method(), operation.path(), operation.summary())));
    }

    private static Html requirements(List<Reference.Requirement> requirements) {
        return Html.of(
                """
                <section aria-labelledby="requirements">
                <h2 id="requirements">Requirements</h2>
                <p>What must be known about an end customer before it can be reviewed for a product. The names are those in
                <code>requirements_due</code>.</p>
                %s</section>
                """,
                Html.each(
                        requirements,
                        row -> Html.of(
                                """
                <h3>%s</h3>
                <ul class="fields">%s</ul>
                """,
                                products(row.products()),
                                Html.each(row.fields(), field -> Html.of("<li><code>%s</code></li>", field)))));
    }

    private static Html products(String products) {
        return products.equals("*") ? new Html("Every product") : Html.of("<code>%s</code> also", products);
    }

    private static Html errors(List<Reference.Failure> errors) {
        List<String> types =
                errors.stream().map(Reference.Failure::type).distinct().toList();
        return Html.of(
                """
                <p class="lead">Every error of the partner API. The <code>documentation_url</code> of an error leads to the
                section of its <code>error_type</code>.</p>
                <ul class="contents">%s</ul>
                %s""",
                Html.each(types, type -> Html.of("<li><a href=\"#%s\">%s</a></li>", Html.anchor(type), type)),
                Html.each(
                        types,
                        type -> errors(
                                type,
                                errors.stream()
                                        .filter(error -> error.type().equals(type))
                                        .toList())));
    }

    private static Html errors(String type, List<Reference.Failure> errors) {
        return Html.of(
                """
                <section aria-labelledby="%1$s">
                <h2 id="%1$s"><code>%2$s</code></h2>
                <dl class="errors">
                %3$s</dl>
                </section>
                """,
                Html.anchor(type),
                type,
                Html.each(
                        errors,
                        error -> Html.of(
                                """
                <div><dt><b>%s</b> <code>%s</code></dt><dd>%s%s</dd></div>
                """,
                                error.status(),
                                error.code(),
                                error.message(),
                                error.advice()
                                        .map(advice -> Html.of("<br>→ %s", advice))
                                        .orElse(Html.NOTHING))));
    }
}
