package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// nginx with one server, as an upstream that answers at once or as a proxy before one.
final class Nginx {
    private Nginx() {}

    /// Answers everything with the same JSON.
    static Peer upstream(Path folder, String answer) {
        int port = Peer.freePort();
        return start("upstream", folder, port, "off", """
                server {
                  listen 127.0.0.1:%d;
                  location / { default_type application/json; return 200 '%s'; }
                }
                """.formatted(port, answer));
    }

    /// Hands everything on with another `Authorization`, over connections that are kept, and writes each call down.
    static Peer proxy(Path folder, URI upstream, String authorization) {
        int port = Peer.freePort();
        return start("nginx", folder, port, folder.resolve("nginx/access.log").toString(), """
                upstream origin { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
                server {
                  listen 127.0.0.1:%d;
                  location / {
                    proxy_pass http://origin;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Authorization "%s";
                  }
                }
                """.formatted(
                        upstream.getPort(), port, authorization));
    }

    private static Peer start(String name, Path folder, int port, String log, String server) {
        try {
            Path home = Files.createDirectories(folder.resolve(name));
            Path settings = Files.writeString(home.resolve("nginx.conf"), settings(home, log, server));
            List<String> command =
                    List.of("nginx", "-p", home.toString(), "-c", settings.toString(), "-g", "daemon off; user root;");
            return Peer.start(name, folder, port, command);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String settings(Path home, String log, String server) {
        return """
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log %2$s;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              keepalive_requests 1000000000;
              %3$s
            }
            """.formatted(home, log, server);
    }
}
