import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Vert.x http-proxy on a port, to a port, with a header more: java -cp … Proxy.java PORT UPSTREAM VALUE. */
public final class Proxy extends AbstractVerticle {
    private static String[] arguments;

    public static void main(String[] given) {
        arguments = given;
        Vertx vertx = Vertx.vertx();
        int loops = Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(Proxy::new, new DeploymentOptions().setInstances(loops)).onFailure(failed -> {
            failed.printStackTrace();
            System.exit(1);
        });
    }

    @Override
    public void start(Promise<Void> started) {
        HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64));
        HttpProxy proxy = HttpProxy.reverseProxy(client).origin(Integer.parseInt(arguments[1]), "127.0.0.1");
        proxy.addInterceptor(new ProxyInterceptor() {
            @Override
            public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                context.request().headers().set("Authorization", arguments[2]);
                return context.sendRequest();
            }
        });
        vertx.createHttpServer()
                .requestHandler(proxy)
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
