package dev.gangway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangesTest {
    @Test
    void name_only_the_fields_that_differ() {
        assertThat(between("""
                {"name": "Harbour", "website": "old.example"}""", """
                {"name": "Harbour", "website": "new.example"}""")).isEqualTo(json("""
                {"website": {"before": "old.example", "after": "new.example"}}"""));
    }

    @Test
    void name_nested_fields_with_dots() {
        assertThat(between("""
                {"address": {"city": "Portland", "country_code": "US"}}""", """
                {"address": {"city": "Salem", "country_code": "US"}}""")).isEqualTo(json("""
                {"address.city": {"before": "Portland", "after": "Salem"}}"""));
    }

    @Test
    void compare_arrays_as_wholes() {
        assertThat(between("""
                {"products": ["auth"]}""", """
                {"products": ["auth", "assets"]}""")).isEqualTo(json("""
                {"products": {"before": ["auth"], "after": ["auth", "assets"]}}"""));
    }

    @Test
    void hold_every_field_of_a_document_that_begins_or_ends() {
        JsonNode document = json("""
                {"name": "Harbour", "address": {"city": "Salem"}}""");
        assertThat(tree(NullNode.instance, document)).isEqualTo(json("""
                {"address.city": {"before": null, "after": "Salem"}, "name": {"before": null, "after": "Harbour"}}"""));
        assertThat(tree(document, NullNode.instance)).isEqualTo(json("""
                {"address.city": {"before": "Salem", "after": null}, "name": {"before": "Harbour", "after": null}}"""));
    }

    @Test
    void do_not_tell_an_absent_field_from_a_null_one() {
        assertThat(between("""
                {"name": "Harbour", "contact": null}""", """
                {"name": "Harbour"}""")).isEmpty();
    }

    @Test
    void show_an_object_that_replaces_a_null_by_its_members() {
        assertThat(between("""
                {"address": null}""", """
                {"address": {"city": "Salem"}}""")).isEqualTo(json("""
                {"address.city": {"before": null, "after": "Salem"}}"""));
    }

    @Test
    void show_that_a_masked_field_changed_although_both_masks_look_alike() {
        assertThat(between("""
                {"email": "ada@example.com"}""", """
                {"email": "adele@example.com"}""")).isEqualTo(json("""
                {"email": {"before": "a***@example.com", "after": "a***@example.com"}}"""));
    }

    private static JsonNode between(String before, String after) {
        return tree(json(before), json(after));
    }

    private static JsonNode tree(JsonNode before, JsonNode after) {
        return json(Json.text(Changes.between(before, after)));
    }

    private static JsonNode json(String text) {
        return Json.parse(text);
    }
}
