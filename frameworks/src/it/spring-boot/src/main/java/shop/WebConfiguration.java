package shop;

import java.util.concurrent.Executor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asyncjava.runtime.Dispatcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final Executor applicationTaskExecutor;

    WebConfiguration(Executor applicationTaskExecutor) {
        this.applicationTaskExecutor = applicationTaskExecutor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ContinueIn(applicationTaskExecutor));
    }

    /**
     * What a controller calls goes on in an executor of the application's, whoever completes what it awaits. Each request has a dispatcher of its
     * own, so that none goes on in a thread of Tomcat's where another request happens to complete its operand.
     */
    private record ContinueIn(Executor executor) implements AsyncHandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Dispatcher ofThisRequest = executor::execute;
            Dispatcher.install(ofThisRequest);
            return true;
        }

        @Override
        public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Dispatcher.install(null);
        }

        @Override
        public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
            Dispatcher.install(null);
        }
    }

    @Bean
    SecurityFilterChain everybodyLogsIn(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated()).httpBasic(Customizer.withDefaults()).build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(user("ann"), user("bob"));
    }

    private static org.springframework.security.core.userdetails.UserDetails user(String name) {
        return User.withUsername(name).password("{noop}secret").build();
    }
}
