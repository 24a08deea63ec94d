package dev.gangway.base;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A [RawExchange] on the HTTP server.
final class ServedExchange implements RawExchange {
    private final String id;
    private final Gate gate;
    private final ServerRequest from;
    private final ServerResponse to;
    private int status;
    private boolean aborted;

    ServedExchange(String id, Gate gate, ServerRequest from, ServerResponse to) {
        this.id = id;
        this.gate = gate;
        this.from = from;
        this.to = to;
    }

    /// What was answered; 0 when nothing was.
    int status() {
        return status;
    }

    /// The failure that was answered in its place; the rest of the request may still be on the wire.
    void failed(int status) {
        this.status = status;
        this.aborted |= hasBody();
    }

    boolean isAborted() {
        return aborted;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String method() {
        return from.prologue().method().text();
    }

    @Override
    public String path() {
        return from.path().rawPath();
    }

    @Override
    public Optional<String> query() {
        String raw = from.prologue().query().rawValue();
        return raw.isEmpty() ? Optional.empty() : Optional.of(raw);
    }

    @Override
    public List<Header> headers() {
        List<Header> all = new ArrayList<>();
        for (io.helidon.http.Header header : from.headers()) {
            header.allValues().forEach(value -> all.add(new Header(header.name(), value)));
        }
        return all;
    }

    @Override
    public Optional<String> header(String name) {
        return from.headers().first(HeaderNames.create(name));
    }

    @Override
    public Caller caller() {
        return gate.known(this::header);
    }

    @Override
    public boolean hasBody() {
        return from.content().hasEntity();
    }

    @Override
    public long length() {
        return from.headers().contentLength().orElse(-1);
    }

    @Override
    public InputStream body() {
        return from.content().inputStream();
    }

    @Override
    public void answer(int status, List<Header> headers, byte[] body) {
        head(status, headers);
        to.send(body);
    }

    @Override
    public OutputStream begin(int status, List<Header> headers, long length) {
        head(status, headers);
        if (length >= 0) {
            to.contentLength(length);
        }
        return to.outputStream();
    }

    private void head(int status, List<Header> headers) {
        this.status = status;
        to.status(Status.create(status));
        for (Header header : headers) {
            HeaderName name = HeaderNames.create(header.name());
            to.headers().add(HeaderValues.create(name, header.value()));
        }
    }

    @Override
    public void abort() {
        aborted = true;
    }
}
