package dev.gangway.snippet;

import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.SecurityScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the generated SDK calls things. Snippets and SDK ask here, so that they cannot differ.
public final class SdkNames {
    /// A method of one of these names would change what the client object is.
    private static final Set<String> TAKEN = Set.of(
            "constructor",
            "then",
            "toString",
            "toJSON",
            "valueOf",
            "hasOwnProperty",
            "isPrototypeOf",
            "with",
            "request");

    private static final Set<String> WORDS = Set.of(
            "answer",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "null",
            "process",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield",
            "exact",
            "readFile",
            "File",
            "JSON",
            "console");

    private SdkNames() {}

    /// A parameter, as a member of the object that a method takes.
    ///
    /// @param name the parameter's own, unless an earlier one of another place has it: then `query_id` and the like
    public record Argument(String name, Parameter parameter) {}

    /// The package, such as `@gangway/partner`.
    public static String packageName(String provider) {
        return "@gangway/" + provider.toLowerCase(Locale.ROOT);
    }

    /// The object that a package exports by default, such as `partner`.
    public static String instance(String provider) {
        String name = camel(provider);
        return WORDS.contains(name) ? name + "_" : name;
    }

    /// Its class, such as `Partner`.
    public static String type(String provider) {
        String name = camel(provider);
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Set.of("GangwayError", "Options", "Exact", "Error", "Object", "Promise", "Record")
                        .contains(type)
                ? type + "Client"
                : type;
    }

    /// The method, such as `betaPartnerCustomerV1Create`.
    public static String method(OperationModel operation) {
        String given = operation.names().getOrDefault("typescript", "");
        String name = given.isEmpty() ? camel(operation.id()) : given;
        String fit = name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : camel(name);
        return TAKEN.contains(fit) ? fit + "_" : fit;
    }

    /// The parameters that a method takes, in the document's order: all but headers, which go with the options, and
    /// those that
    /// carry credentials.
    public static List<Argument> arguments(OperationModel operation, List<SecurityScheme> schemes) {
        Set<String> used = new HashSet<>();
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() != Place.HEADER && !isCredential(parameter, schemes)) {
                String place = parameter.place().name().toLowerCase(Locale.ROOT);
                String name = used.add(parameter.name()) ? parameter.name() : place + "_" + parameter.name();
                used.add(name);
                arguments.add(new Argument(name, parameter));
            }
        }
        return List.copyOf(arguments);
    }

    /// The headers that a caller may set, with the options of a call.
    public static List<Parameter> headers(OperationModel operation, List<SecurityScheme> schemes) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.place() == Place.HEADER)
                .filter(parameter -> !isCredential(parameter, schemes))
                .toList();
    }

    /// The members at the top of a body that the gateway fills in, so that no caller gives them.
    public static Set<String> credentials(OperationModel.Media media, List<SecurityScheme> schemes) {
        return Credentials.members(media, schemes);
    }

    private static boolean isCredential(Parameter parameter, List<SecurityScheme> schemes) {
        return !parameter.row().credential().isEmpty()
                || schemes.stream().anyMatch(scheme -> switch (scheme.where()) {
                    case HEADER ->
                        parameter.place() == Place.HEADER && parameter.name().equalsIgnoreCase(scheme.parameter());
                    case QUERY ->
                        parameter.place() == Place.QUERY && parameter.name().equals(scheme.parameter());
                    case COOKIE ->
                        parameter.place() == Place.COOKIE && parameter.name().equals(scheme.parameter());
                    case BODY -> false;
                    case BEARER, BASIC, OAUTH2 ->
                        parameter.place() == Place.HEADER && parameter.name().equalsIgnoreCase("Authorization");
                });
    }

    private static String camel(String text) {
        StringBuilder name = new StringBuilder();
        boolean capital = false;
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter < 0x80 && Character.isLetterOrDigit(letter)) {
                name.append(capital && !name.isEmpty() ? Character.toUpperCase(letter) : letter);
                capital = false;
            } else {
                capital = true;
            }
        }
        if (name.isEmpty()) {
            return "operation";
        }
        if (Character.isDigit(name.charAt(0))) {
            return "_" + name;
        }
        name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
        return name.toString();
    }
}
