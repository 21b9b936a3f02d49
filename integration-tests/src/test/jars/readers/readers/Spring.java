package readers;

import demo.Bean;
import demo.Prices;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Scans the package, starts a context with what it found, and calls it through a proxy. */
public final class Spring {
    private Spring() {
    }

    /** Prints what was found and what it answers. */
    public static void main(String[] arguments) throws Exception {
        metadata(Path.of(arguments[0]));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AnnotationTypeFilter(Bean.class));
            scanner.scan("demo");
            context.refresh();
            Set<String> names = new TreeSet<>();
            context.getBeansWithAnnotation(Bean.class).values().forEach(bean -> names.add(bean.getClass().getName()));
            System.out.println(names);
            System.out.println(context.getBean(Prices.class).all().get(60, TimeUnit.SECONDS));
        }
        Prices proxy = (Prices) Enhancer.create(Prices.class,
                (MethodInterceptor) (target, method, values, original) -> original.invokeSuper(target, values));
        System.out.println(proxy.all().get(60, TimeUnit.SECONDS));
    }

    private static void metadata(Path classes) throws Exception {
        MetadataReaderFactory factory = new CachingMetadataReaderFactory(Spring.class.getClassLoader());
        Set<String> readers = new TreeSet<>();
        for (String name : Machines.classNames(classes)) {
            MetadataReader reader = factory.getMetadataReader(name);
            readers.add(reader.getClass().getSimpleName());
            for (String member : reader.getClassMetadata().getMemberClassNames()) {
                Machines.require(!Machines.isMachine(member), name + " has " + member);
            }
            if (Machines.isMachine(name)) {
                Machines.require(!reader.getAnnotationMetadata().hasAnnotation(Bean.class.getName()), name);
                Machines.require(reader.getClassMetadata().getEnclosingClassName() != null, name + " is enclosed by nothing");
            }
        }
        System.out.println(readers);
    }
}
