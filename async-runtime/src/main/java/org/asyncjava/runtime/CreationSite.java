package org.asyncjava.runtime;

import java.util.List;

/**
 * Where something was made: the method that made it, and who called that. Taken in debug mode only.
 *
 * @param maker the user's method for a coroutine, or the runtime's method that the program called
 * @param callers from the call of that method outwards
 */
record CreationSite(StackTraceElement maker, List<StackTraceElement> callers) {
    /** How many calls are kept at most. */
    static final int DEPTH = 16;
    private static final String RUNTIME = CreationSite.class.getPackageName() + ".";

    /**
     * The site of what is being made by the calling thread; null if no code of the program is involved.
     *
     * @param keeper the class that notes it, whose frames come first
     */
    static CreationSite current(Class<?> keeper) {
        return StackWalker.getInstance().walk(frames -> of(keeper, frames
                .filter(frame -> !frame.getMethodName().equals("<init>"))
                .map(StackWalker.StackFrame::toStackTraceElement).limit(DEPTH * 4L).toList()));
    }

    /** Of the runtime's methods the outermost one is the maker: it is what the program called. */
    private static CreationSite of(Class<?> keeper, List<StackTraceElement> frames) {
        int maker = 0;
        while (maker < frames.size() && isOwn(frames.get(maker))) {
            maker++;
        }
        int last = isFactory(keeper, frames, maker) ? maker - 1 : maker;
        List<StackTraceElement> callers = ProgramCalls.in(frames.stream().skip(last + 1L), DEPTH, none -> false).stream().map(PlainFrames::of).toList();
        return callers.isEmpty() ? null : new CreationSite(frames.get(last), callers);
    }

    /** Frames of this class come first; a method of the runtime behind them has made the object on behalf of the program. */
    private static boolean isFactory(Class<?> keeper, List<StackTraceElement> frames, int outside) {
        return outside > 0 && !isBookkeeping(keeper, frames.get(outside - 1));
    }

    private static boolean isBookkeeping(Class<?> keeper, StackTraceElement frame) {
        String className = frame.getClassName();
        return className.equals(CreationSite.class.getName()) || className.equals(keeper.getName());
    }

    private static boolean isOwn(StackTraceElement frame) {
        return frame.getClassName().startsWith(RUNTIME) || frame.getClassName().startsWith("java.");
    }

    /** The program's line. */
    StackTraceElement line() {
        return callers.get(0);
    }

    /** The maker as in {@code Demo.fetch}. */
    String makerName() {
        String className = maker.getClassName();
        return className.substring(className.lastIndexOf('.') + 1) + "." + maker.getMethodName();
    }
}
