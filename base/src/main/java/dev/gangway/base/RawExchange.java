package dev.gangway.base;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// A request whose body is read, and whose answer is written, piece by piece. One thread at a time.
public interface RawExchange {
    /// One header line.
    record Header(String name, String value) {}

    /// 15 letters and digits, in every log line.
    String id();

    String method();

    /// As it was sent: still percent-encoded, without query.
    String path();

    /// As it was sent, without the question mark.
    Optional<String> query();

    /// All of them, in their order.
    List<Header> headers();

    /// The first of that name, in any case.
    Optional<String> header(String name);

    /// Who calls, by bearer token or as a signed-in browser.
    ///
    /// @throws ProblemException TOKEN_MISSING, TOKEN_UNKNOWN
    Caller caller();

    boolean hasBody();

    /// Of the body in bytes; -1 when it comes in chunks.
    long length();

    /// The body. Fails with an [java.io.IOException] when the client goes away.
    InputStream body();

    /// Answers with a body that is at hand: head and body leave together.
    void answer(int status, List<Header> headers, byte[] body);

    /// Begins an answer whose body follows. Whoever breaks off must call [#abort], never close it: a client would take
    /// half of an answer for all of it.
    ///
    /// @param length of the body in bytes; -1 when it is not known
    OutputStream begin(int status, List<Header> headers, long length);

    /// Drops the client's connection once the handler returns.
    void abort();
}
