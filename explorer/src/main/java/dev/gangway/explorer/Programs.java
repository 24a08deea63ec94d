package dev.gangway.explorer;

import dev.gangway.openapi.OperationModel;
import dev.gangway.provider.Provider;
import dev.gangway.snippet.Language;
import dev.gangway.snippet.SnippetCall;
import dev.gangway.snippet.Snippets;
import dev.gangway.snippet.Via;
import java.util.Arrays;

/// Drafts as programs.
final class Programs {
    private Programs() {}

    /// @param here the URL of this server, for drafts that name no gateway
    static String text(Provider provider, OperationModel operation, Draft draft, String here) {
        Language language = Arrays.stream(Language.values())
                .filter(one -> FormModel.word(one).equals(draft.language()))
                .findFirst()
                .orElse(Language.CURL);
        String connection = draft.connection().isEmpty() ? provider.name() : draft.connection();
        String gateway = draft.gateway().isEmpty() ? here : draft.gateway();
        return Snippets.text(
                language,
                new SnippetCall(
                        provider.name(),
                        operation,
                        provider.schemes(),
                        new Via.Gateway(gateway, connection),
                        draft.parameters(),
                        draft.body(),
                        draft.type()));
    }
}
