package dev.gangway.web;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Failure;
import dev.gangway.base.ProblemException;
import java.util.Map;

/// Words failures for people.
public final class PageErrors implements ErrorStyle {
    private final Shell shell;

    public PageErrors(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Answer render(String requestId, Failure failure) {
        return switch (failure) {
            case Failure.UnknownPath _ -> page(404, "There is no such page", requestId);
            case Failure.WrongMethod(String allow) ->
                page(405, "This page does not take that method", requestId).withHeader("Allow", allow);
            case Failure.BodyTooLarge _ -> page(413, "That is more than this page takes", requestId);
            case Failure.BadRequest _ -> page(400, "The request could not be read", requestId);
            case Failure.Thrown(ProblemException known) ->
                page(known.code().status(), known.code().title(), requestId);
            case Failure.Thrown _ -> page(500, "We failed", requestId);
        };
    }

    private Answer page(int status, String title, String requestId) {
        return shell.page(
                status,
                View.text(title, ""),
                false,
                shell.template("failure.jte", Map.of("title", title, "requestId", requestId)));
    }
}
