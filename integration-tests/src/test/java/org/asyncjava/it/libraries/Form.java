package org.asyncjava.it.libraries;

import java.util.List;
import java.util.Random;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.MethodNode;

/** What the code of a method is moved into. */
interface Form {
    /** Descriptor of the annotation that marks it. */
    String annotation();

    /** Descriptor of what it is declared to return. */
    String result();

    /** What may be injected into it. */
    List<Interruption> interruptions();

    /**
     * Lets code return what it is declared to.
     *
     * @param body the moved code
     * @param slot the first that no variable has
     * @param returned the type that the code returns
     */
    void end(MethodNode body, int slot, Type returned);

    /** {@code what it returns -> Object}: waits for what the code has returned. */
    void collect(GeneratorAdapter caller);

    /** Decides which form a method gets. */
    @FunctionalInterface
    interface Choice {
        /** Methods that return arrays become generators, and so does one in ten of the others; the rest are async methods with a future. */
        Choice BY_RESULT = (returned, random) -> returned.getSort() == Type.ARRAY || random.nextInt(10) == 0 ? GeneratorForm.either(random) : new FutureForm();
        /** Any method becomes anything. */
        Choice ANY = (returned, random) -> random.nextInt(3) == 0 ? new FutureForm() : GeneratorForm.either(random);

        /** The form of a method that returns a type. */
        Form of(Type returned, Random random);
    }
}
