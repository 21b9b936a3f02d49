import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import org.asyncjava.Generator;

/** Which handlers of a generator pass on the signal that closes it: those that could end it. */
class Signals {
    @Generator
    static Iterable<Integer> ofAnyKind() {
        try {
            emit(1);
        } catch (IllegalStateException e) {
            e.printStackTrace();
        } catch (Exception e) {
            e.getMessage();
        } catch (Error e) { // normal: passOn
            e.getCause();
        } catch (Throwable e) { // normal: passOn
            e.getSuppressed();
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatThrowAgain() {
        try {
            emit(1);
        } catch (Throwable e) {
            e.hashCode();
            throw e;
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatThrowAgainInMoreThanOnePlace(boolean way) {
        try {
            emit(1);
        } catch (Error e) {
            Error same = e;
            e.getStackTrace();
            if (way) {
                throw e;
            }
            throw same;
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatThrowAgainOnOnePath(boolean way) {
        try {
            emit(1);
        } catch (Error e) { // normal: passOn
            if (way) {
                throw e;
            }
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatThrowAnother() {
        try {
            emit(1);
        } catch (Throwable e) { // normal: passOn
            throw new IllegalStateException(e);
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatMayThrowAnotherInstead(Throwable other, boolean way) throws Throwable {
        try {
            emit(1);
        } catch (Throwable e) { // normal: passOn
            throw way ? e : other;
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatThrowAnotherVariable(Throwable other) throws Throwable {
        try {
            emit(1);
        } catch (Throwable e) { // normal: passOn
            e = other;
            throw e;
        }
        return end();
    }

    @Generator
    static Iterable<Integer> thatReturn() {
        while (true) {
            try {
                emit(1);
            } catch (Throwable e) { // normal: passOn
                return end();
            }
        }
    }

    @Generator
    static Iterable<Integer> ofFinally() {
        try {
            emit(1);
        } finally {
            "".length(); // normal: length, drop, length, drop
        }
        return end();
    }

    @Generator
    static Iterable<Integer> withAFinallyOfTheirOwn() {
        try {
            emit(1);
        } catch (Throwable e) { // normal: passOn
            "a".trim();
        } finally {
            "".length(); // normal: length, drop, length, drop, length, drop
        }
        return end();
    }
}
