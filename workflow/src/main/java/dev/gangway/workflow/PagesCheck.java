package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds the rule by which a call goes through pages against the rules.
record PagesCheck(ExpressionCheck expressions, Flaws flaws) {
    private static final Set<String> KNOWN = Set.of("items", "next", "into", "most");
    private static final Pattern HTTP = Pattern.compile(Pages.ENDPOINT + "|/(query/[^/]+|body(/[^/]+)+)");
    private static final Pattern OPENAPI = Pattern.compile("/parameters(/[^/]+)+");

    /// @param pointer of the task
    void check(JsonNode task, String pointer, Set<String> variables) {
        JsonNode rule = task.at(Pages.PLACE);
        String place = pointer + Pages.PLACE;
        if (rule.isMissingNode() || !Shapes.object(rule, place, flaws)) {
            return;
        }
        if (!task.has("call")) {
            flaws.add(place, "Only a call goes through pages.");
            return;
        }
        Shapes.known(rule, place, KNOWN, flaws);
        Set<String> inside = new HashSet<>(variables);
        inside.addAll(List.of("page", "count"));
        for (String one : List.of("items", "next")) {
            if (!Expressions.isExpression(rule.path(one))) {
                flaws.add(place + "/" + one, "Here must be an expression in ${ } over the body of an answer.");
            }
            expressions.values(rule.path(one), place + "/" + one, inside);
        }
        boolean http = task.path("call").asText().equals("http");
        if (!(http ? HTTP : OPENAPI).matcher(rule.path("into").asText()).matches()) {
            flaws.add(
                    place + "/into",
                    http
                            ? "What names the next page goes to /endpoint, or below /query or /body."
                            : "What names the next page goes below /parameters, such as /parameters/cursor.");
        }
        JsonNode most = rule.path("most");
        if (!most.isMissingNode() && !(most.isInt() && most.intValue() >= 1 && most.intValue() <= Pages.MOST)) {
            flaws.add(place + "/most", "The most pages are a number from 1 to " + Pages.MOST + ".");
        }
        if (task.at("/with/output").asText().equals("response")) {
            flaws.add(pointer + "/with/output", "What comes of pages is the list of their items, not a response.");
        }
    }
}
