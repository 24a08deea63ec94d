package dev.gangway.bench;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.gangway.bench.PageBrowser.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Opens the page of an operation beside Scalar, Redoc and Swagger UI on the same document.")
final class PagesCommand implements Callable<Integer> {
    private static final String OPERATION = "betaPartnerCustomerV1Create";
    private static final String PATH = "/beta/partner/customer/v1/create";
    private static final Pattern LINK = Pattern.compile("http\\S+/sign-in/\\S+");
    private static final double MILLION = 1e6;

    @Option(
            names = "--document",
            description = "An OpenAPI document with that operation, compressed with gzip. Default: ${DEFAULT-VALUE}.")
    private Path document = Path.of("../shared/specs/plaid-2020-09-14.yml.gz");

    @Option(names = "--times", description = "How often each page is opened. Default: ${DEFAULT-VALUE}.")
    private int times = 5;

    @Option(names = "--reads", description = "How often ours is made on the server. Default: ${DEFAULT-VALUE}.")
    private int reads = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createDirectories(
                root.resolve("bench/target/pages-" + ProcessHandle.current().pid()));
        Path peers = root.resolve("bench/target/peers/pages");
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(document))) {
            Files.copy(unpacked, peers.resolve("document.yml"), StandardCopyOption.REPLACE_EXISTING);
        }
        HttpServer files = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), peers, SimpleFileServer.OutputLevel.NONE);
        files.start();
        try (Product product = Product.start(root, work);
                AdminClient admin = new AdminClient(product.keys());
                PageBrowser browser = PageBrowser.start()) {
            admin.importDocument("measured", Files.readAllBytes(document));
            String ours = product.keys().url() + "/explorer/measured/" + OPERATION;
            String cookie = browser.signIn(link(product.server().output()));
            say("ours, made on the server: " + made(ours, cookie));
            say("| page | first paint ms | operation readable ms | KB fetched |");
            say("| --- | ---: | ---: | ---: |");
            row("Gangway", browser, ours);
            String peer = "http://127.0.0.1:" + files.getAddress().getPort() + "/";
            row("Scalar", browser, peer + "scalar.html#tag/plaid/POST" + PATH);
            row("Redoc", browser, peer + "redoc.html#operation/" + OPERATION);
            row("Swagger UI", browser, peer + "swagger.html#/plaid/" + OPERATION);
            return 0;
        } finally {
            files.stop(0);
            Folder.delete(work);
        }
    }

    private static String link(Path printed) throws IOException {
        Matcher link = LINK.matcher(Files.readString(printed));
        if (!link.find()) {
            throw new BenchException("no link was printed to sign in with");
        }
        return link.group();
    }

    private void row(String name, PageBrowser browser, String url) {
        List<Opened> all = new ArrayList<>();
        for (int time = 0; time <= times; time++) {
            Opened opened = browser.open(url, PATH);
            if (time > 0) { // the first one warms the server up
                all.add(opened);
            }
        }
        say(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %,.0f |",
                name,
                median(all, Opened::firstPaint),
                median(all, Opened::shown),
                median(all, Opened::bytes) / 1_000));
    }

    private static double median(List<Opened> all, ToDoubleFunction<Opened> figure) {
        return all.stream().mapToDouble(figure).sorted().toArray()[all.size() / 2];
    }

    private String made(String url, String cookie) {
        long[] nanos = new long[reads];
        int bytes = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Cookie", cookie)
                    .build();
            for (int warm = 0; warm < 2; warm++) {
                for (int at = 0; at < reads; at++) {
                    long begun = System.nanoTime();
                    bytes = client.send(request, BodyHandlers.ofByteArray()).body().length;
                    nanos[at] = System.nanoTime() - begun;
                }
            }
        } catch (IOException failed) {
            throw new BenchException("the page cannot be read: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%,d bytes, p50 %.1f ms, p95 %.1f ms over HTTP",
                bytes,
                nanos[reads / 2] / MILLION,
                nanos[reads * 95 / 100] / MILLION);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
