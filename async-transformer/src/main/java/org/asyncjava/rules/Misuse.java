package org.asyncjava.rules;

/**
 * A place in a generator, or where an async method loops or closes, that is used for something else than it is for.
 *
 * @param at the frame that it stands in
 * @param position where
 */
public record Misuse(Enclosure at, Position position) {
    /**
     * A generator returns something else than its end.
     *
     * @return what to say
     */
    public Violation otherReturn() {
        String mend = "emit the elements and end it with return end(), or remove " + (at.code() == Enclosure.Code.GENERATOR ? "@Generator" : "@Async")
                + " to return what somebody else has made";
        return said(AwaitRule.IN_PLAIN_GENERATOR, "return of something else than end() in the generator " + at.display(), mend);
    }

    /**
     * A generator in another language than Java returns something else than its end, such as what its compiler has cast the end to.
     *
     * @return what to say
     */
    public Violation otherReturnThanOfJava() {
        return said(AwaitRule.IN_PLAIN_GENERATOR, "return of something else than end() in the generator " + at.display(),
                "its compiler casts or tests what is returned, so let it return end() as it is, or write the generator in Java");
    }

    /**
     * A generator emits what cannot be one of its elements.
     *
     * @param value the type of what it emits
     * @param element the type of its elements
     * @return what to say
     */
    public Violation emitted(String value, String element) {
        return said(AwaitRule.EMIT_OUTSIDE_GENERATOR, "emit of " + value + " in " + at.display() + ", whose elements are " + element,
                "emit what can be an element, or declare other elements");
    }

    /**
     * {@code each} is called elsewhere than in the head of a loop.
     *
     * @return what to say
     */
    public Violation eachOutsideOfHead() {
        return said(AwaitRule.OUTSIDE_ASYNC, "each outside of the head of a for loop in " + at.display(),
                "write for (... : each(...)), or await advance() of the iterator and close it");
    }

    /**
     * A loop over {@code each} is not as compilers of Java write it.
     *
     * @return what to say
     */
    public Violation loopWithoutEnd() {
        return said(AwaitRule.OUTSIDE_ASYNC, "loop over each in " + at.display() + " that does not tell where it ends, as those of Java do",
                "await advance() of the iterator, and closeAsync() in a finally block; what a tool has changed, transform before");
    }

    /**
     * A resource that is closed by awaiting is declared as something else.
     *
     * @param type its type
     * @param declared the type of the variable
     * @return what to say
     */
    public Violation hidden(String type, String declared) {
        return said(AwaitRule.RESOURCE_NOT_CLOSED, "the resource of " + type + " in " + at.display() + " is declared as " + declared
                + ", which hides that closing it is awaited", "declare it with its type, or as an AsyncCloseable");
    }

    /**
     * A resource that is closed by awaiting is made and dropped.
     *
     * @param type its type
     * @return what to say
     */
    public Violation unclosed(String type) {
        return said(AwaitRule.RESOURCE_NOT_CLOSED, "the resource of " + type + " in " + at.display() + " is never closed",
                "declare it in the head of a try statement of an @Async method, or await its closeAsync()");
    }

    private Violation said(AwaitRule rule, String subject, String mend) {
        return new Violation(rule, at.owner(), at.method(), position, subject + ": " + mend);
    }
}
