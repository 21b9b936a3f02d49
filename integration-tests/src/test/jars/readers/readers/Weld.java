package readers;

import demo.Prices;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;

/** A CDI container, in which every class of the package is a bean that can be one. */
public final class Weld {
    private Weld() {
    }

    /** Prints the beans and what one of them answers. */
    public static void main(String[] arguments) throws Exception {
        try (SeContainer container = new org.jboss.weld.environment.se.Weld().disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ALL).addPackages(true, Prices.class).initialize()) {
            Set<String> names = new TreeSet<>();
            container.getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream().map(bean -> bean.getBeanClass().getName())
                    .filter(name -> name.startsWith("demo.")).forEach(names::add);
            System.out.println(names);
            System.out.println(container.select(Prices.class).get().all().get(60, TimeUnit.SECONDS));
        }
    }
}
