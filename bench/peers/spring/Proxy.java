import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** Spring Cloud Gateway on a port, to a port, with a header more: java -cp … Proxy.java PORT UPSTREAM VALUE. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Proxy {
    private static String[] arguments;

    public static void main(String[] given) {
        arguments = given;
        new SpringApplicationBuilder(Proxy.class)
                .properties(Map.of("server.port", given[0], "server.address", "127.0.0.1", "logging.level.root", "warn"))
                .run();
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        return builder.routes()
                .route(route -> route.path("/**")
                        .filters(filters -> filters.setRequestHeader("Authorization", arguments[2]))
                        .uri("http://127.0.0.1:" + arguments[1]))
                .build();
    }
}
