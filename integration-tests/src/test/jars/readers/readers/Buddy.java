package readers;

import static readers.Machines.require;

import demo.Prices;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/** Describes classes from their files and as they are loaded, and makes a subclass. */
public final class Buddy {
    private Buddy() {
    }

    /** Prints how many machines there are and what the subclass answers. */
    public static void main(String[] arguments) throws Exception {
        int machines = 0;
        for (String name : Machines.classNames(Path.of(arguments[0]))) {
            TypeDescription read = TypePool.Default.ofSystemLoader().describe(name).resolve();
            read.getDeclaredTypes().forEach(declared -> require(!Machines.isMachine(declared.getName()), declared));
            if (Machines.isMachine(name)) {
                require(read.isSynthetic() && read.isAnonymousType() && read.getEnclosingMethod() == null, read);
                require(read.getEnclosingType().getName().equals(Machines.owner(name)), read.getEnclosingType());
                TypeDescription loaded = TypeDescription.ForLoadedType.of(Class.forName(name));
                require(read.getNestHost().equals(loaded.getNestHost()) && read.getModifiers() == loaded.getModifiers(), read);
                machines++;
            }
        }
        System.out.println(machines + " machines");
        Prices subclass = new ByteBuddy().subclass(Prices.class).method(ElementMatchers.isDeclaredBy(Prices.class)).intercept(SuperMethodCall.INSTANCE)
                .make().load(Prices.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER).getLoaded().getConstructor().newInstance();
        System.out.println(subclass.all().get(60, TimeUnit.SECONDS));
    }
}
