package readers;

import static readers.Machines.require;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** Quarkus, WildFly and Hibernate read classes so. */
public final class Jandex {
    private Jandex() {
    }

    /** Prints how many machines there are. */
    public static void main(String[] arguments) throws Exception {
        Path classes = Path.of(arguments[0]);
        Indexer indexer = new Indexer();
        for (String name : Machines.classNames(classes)) {
            try (InputStream in = Files.newInputStream(classes.resolve(name.replace('.', '/') + ".class"))) {
                indexer.index(in);
            }
        }
        Index index = indexer.complete();
        int machines = 0;
        for (ClassInfo type : index.getKnownClasses()) {
            type.memberClasses().forEach(member -> require(!Machines.isMachine(member.toString()), member));
            if (Machines.isMachine(type.name().toString())) {
                require(type.isSynthetic() && type.nestingType() == ClassInfo.NestingType.ANONYMOUS && type.enclosingMethod() == null, type);
                require(type.enclosingClassAlways().equals(DotName.createSimple(Machines.owner(type.name().toString()))), type.enclosingClassAlways());
                machines++;
            }
        }
        System.out.println(machines + " machines");
    }
}
