package family.garden.platform.metrics;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Notes which resource a request has reached, by the path template in the code: nothing that a
 * caller wrote becomes a label.
 */
final class Routes {
  private static final String KEY = Routes.class.getName();
  private static final String OTHER = "other";

  /** One entry for each method of a resource. */
  private final Map<Method, String> templates = new ConcurrentHashMap<>();

  /**
   * Runs before all filters that may refuse the request, so that a refusal counts for its resource.
   */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 500)
  void note(ResourceInfo resource, RoutingContext exchange) {
    @Nullable Method method = resource.getResourceMethod();
    if (method != null) {
      exchange.put(KEY, templates.computeIfAbsent(method, Routes::template));
    }
  }

  /**
   * The template of the resource, {@code web} for a file of the web app, {@code other} for a
   * request that reached neither.
   */
  static String of(RoutingContext exchange) {
    @Nullable String template = exchange.get(KEY);
    if (template != null) {
      return template;
    }
    int status = exchange.response().getStatusCode();
    boolean file = status == 200 || status == 304;
    return file && !exchange.request().path().startsWith("/api/") ? "web" : OTHER;
  }

  private static String template(Method method) {
    return (path(method.getDeclaringClass().getAnnotation(Path.class))
            + path(method.getAnnotation(Path.class)))
        .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
  }

  private static String path(@Nullable Path path) {
    String value = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
    return value.isEmpty() ? "" : "/" + value;
  }
}
