package readers;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.InnerClassInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's own reader of class files. */
public final class ClassFiles {
    private ClassFiles() {
    }

    /** Prints how many machines there are. */
    public static void main(String[] arguments) throws Exception {
        int machines = 0;
        ClassFile reader = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(ClassFiles.class.getClassLoader())));
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                ClassModel model = reader.parse(bytes);
                require(reader.verify(bytes).isEmpty(), reader.verify(bytes));
                require(reader.verify(reader.transformClass(model, ClassTransform.ACCEPT_ALL)).isEmpty(), file);
                if (model.thisClass().asInternalName().matches(".*\\$Async\\d+")) {
                    machine(model);
                    machines++;
                }
            }
        }
        System.out.println(machines + " machines");
    }

    private static void machine(ClassModel model) {
        List<InnerClassInfo> own = model.findAttribute(Attributes.innerClasses()).orElseThrow().classes().stream()
                .filter(inner -> inner.innerClass().equals(model.thisClass())).toList();
        require(own.size() == 1 && own.get(0).outerClass().isEmpty() && own.get(0).innerName().isEmpty(), own);
        require(model.findAttribute(Attributes.enclosingMethod()).orElseThrow().enclosingMethod().isEmpty(), model);
        require(model.findAttribute(Attributes.nestHost()).isPresent(), model);
    }

    private static void require(boolean condition, Object text) {
        if (!condition) {
            throw new AssertionError(text);
        }
    }
}
