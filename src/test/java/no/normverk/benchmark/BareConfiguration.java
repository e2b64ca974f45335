package no.normverk.benchmark;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the benchmark adds to the real server, by {@code spring.main.sources}. */
@Configuration(proxyBeanMethods = false)
class BareConfiguration {

    @Bean
    ServletRegistrationBean<BareServlet> bareServlet() {
        return new ServletRegistrationBean<>(new BareServlet(), "/bare/*");
    }
}
