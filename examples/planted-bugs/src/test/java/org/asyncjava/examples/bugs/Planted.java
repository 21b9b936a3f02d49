package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.asyncjava.examples.bugs.Work.Version;
import org.asyncjava.runtime.AsyncConsumer;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.TestLoop;

/** The programs, and how they are used. */
enum Planted {
    /** A lost update across an await. */
    BANK(Shows.IN_SOME_ORDER, "Bank", RacingWork.Transfers::new),
    /** A check, and what is done about it behind an await. */
    PRICE_CACHE(Shows.IN_SOME_ORDER, "PriceCache", RacingWork.Customers::new),
    /** Two locks in two orders. */
    LEDGER(Shows.IN_SOME_ORDER, "Ledger", RacingWork.Moves::new),
    /** A condition that is looked at once. */
    MAILBOX(Shows.IN_SOME_ORDER, "Mailbox", RacingWork.Letters::new),
    /** What is waited for comes before somebody waits. */
    CLIENT(Shows.IN_SOME_ORDER, "Client", RacingWork.Questions::new),
    /** A flag that is set before what it says is so. */
    SETTINGS(Shows.IN_SOME_ORDER, "Settings", RacingWork.Readers::new),
    /** A submission while somebody shuts down. */
    JOBS(Shows.IN_SOME_ORDER, "Jobs", RacingWork.Submissions::new),
    /** An answer at the end of the time. */
    LIMITED_CALLS(Shows.IN_SOME_ORDER, "LimitedCalls", RacingWork.Calls::new),
    /** A cancellation that comes together with what is waited for. */
    IDLE_CONNECTIONS(Shows.IN_SOME_ORDER, "IdleConnections", RacingWork.Turns::new),
    /** A permit that is kept. */
    CONNECTION_POOL(Shows.WHEN_CANCELLED, "ConnectionPool", CancelledWork.Uses::new),
    /** An item that is lost. */
    ARCHIVE(Shows.WHEN_CANCELLED, "Archive", CancelledWork.Reports::new),
    /** A cancellation that is swallowed. */
    RETRIES(Shows.WHEN_CANCELLED, "Retries", CancelledWork.Attempts::new),
    /** A task that is left behind. */
    OFFERS(Shows.WHEN_CANCELLED, "Offers", CancelledWork.Questions::new),
    /** A generator that is not closed. */
    SEARCH(Shows.WHEN_CANCELLED, "Search", CancelledWork.Searches::new);

    /** When the mistake shows. */
    enum Shows { IN_SOME_ORDER, WHEN_CANCELLED }

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "asyncjava", "examples", "bugs");

    private final Shows shows;
    private final String file;
    private final Function<Version, Work> work;
    private Work latest;

    Planted(Shows shows, String program, Function<Version, Work> work) {
        this.shows = shows;
        this.file = program + ".java";
        this.work = work;
    }

    /** The line with the mistake, as stack traces have it. */
    String line() throws IOException {
        List<String> lines = Files.readAllLines(SOURCES.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// bug")) {
                return "(" + file + ":" + (i + 1) + ")";
            }
        }
        throw new AssertionError("no line of " + file + " is marked");
    }

    /** Uses a program once, in asyncio's order. */
    void runPlainly(Version version) {
        try (TestLoop test = new TestLoop()) {
            test.run(program(version).call(test));
        }
        latest.check();
    }

    /** Uses a program in so many orders, and cancels it everywhere if it takes that. */
    void runInOrders(Version version, int schedules, long seed) {
        if (shows == Shows.IN_SOME_ORDER) {
            TestLoop.explore(schedules, seed, checked(version));
        } else {
            TestLoop.cancelAtEachAwait(schedules, seed, program(version), () -> latest.check());
        }
    }

    private AsyncConsumer<TestLoop> program(Version version) {
        return test -> {
            latest = work.apply(version);
            await(latest.run());
            return Coroutine.done();
        };
    }

    private AsyncConsumer<TestLoop> checked(Version version) {
        return test -> {
            Work used = work.apply(version);
            await(used.run());
            used.check();
            return Coroutine.done();
        };
    }
}
