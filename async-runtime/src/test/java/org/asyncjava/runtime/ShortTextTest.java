package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What futures, tasks and reports tell of the program's objects, as Python's reprlib does. */
class ShortTextTest {
    private final EventLoop loop = new EventLoop();
    private final Deferred<Object> future = new Deferred<>(loop);

    private static final class Nameless {
        @Override
        public String toString() {
            throw new UnsupportedOperationException("no text");
        }
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    private String textWith(Object result) {
        future.complete(result);
        assertThatThrownBy(() -> future.complete(1)).isInstanceOf(IllegalStateException.class).hasMessage("invalid state: " + future);
        return future.toString();
    }

    @Test
    void ofAResultThatHoldsTheFuture() {
        assertThat(textWith(new ArrayList<>(List.of(1, future)))).isEqualTo("<Deferred finished result=[1, […]]>");
    }

    @Test
    void ofAResultThatPrintsTheFuture() {
        Object wrapper = new Object() {
            @Override
            public String toString() {
                return "wrapper of " + future;
            }
        };
        assertThat(textWith(wrapper)).isEqualTo("<Deferred finished result=wrapper of […]>");
    }

    @Test
    void ofAListAndAMapThatHoldThemselves() {
        List<Object> list = new ArrayList<>();
        Map<String, Object> map = new HashMap<>();
        map.put("list", list);
        map.put("map", map);
        list.add(map);
        assertThat(textWith(list)).isEqualTo("<Deferred finished result=[{list=[…], map=[…]}]>");
    }

    @Test
    void ofAResultWithoutAText() {
        Object nameless = new Nameless();
        assertThat(textWith(List.of(1, nameless))).isEqualTo("<Deferred finished result=[1, <" + Nameless.class.getName() + "@"
                + Integer.toHexString(System.identityHashCode(nameless)) + ">]>");
    }

    @Test
    void ofAResultWhoseTextIsNull() {
        Object nothing = new Object() {
            @Override
            public String toString() {
                return null;
            }
        };
        assertThat(textWith(nothing)).isEqualTo("<Deferred finished result=null>");
    }

    @Test
    void ofAMillionItems() {
        assertThat(textWith(Collections.nCopies(1_000_000, "item"))).isEqualTo("<Deferred finished result=[item, item, item, item, item, item, …]>");
    }

    @Test
    void ofArrays() {
        assertThat(textWith(new Object[] {new int[] {1, 2}, "x".repeat(1000).toCharArray()}))
                .isEqualTo("<Deferred finished result=[[1, 2], [x, x, x, x, x, x, …]]>");
    }

    @Test
    void ofALongString() {
        assertThat(textWith("begin" + "-".repeat(1_000_000) + "end")).startsWith("<Deferred finished result=begin---").endsWith("---end>")
                .contains("…").hasSizeLessThan(300);
    }

    @Test
    void ofALongMessage() {
        future.fail(new IllegalStateException("x".repeat(1_000_000)));
        assertThat(future.toString()).startsWith("<Deferred finished exception=java.lang.IllegalStateException: xxx").hasSizeLessThan(300);
        future.exception();
    }

    @Test
    void ofAChainOfAHundredThousandFutures() {
        Object inner = "innermost";
        for (int i = 0; i < 100_000; i++) {
            Deferred<Object> outer = new Deferred<>(loop);
            outer.complete(inner);
            inner = outer;
        }
        assertThat(textWith(inner)).startsWith("<Deferred finished result=<Deferred finished result=").contains("[…]").hasSizeLessThan(1000);
    }

    @Test
    void ofListsNestedAHundredThousandTimes() {
        Object inner = "innermost";
        for (int i = 0; i < 100_000; i++) {
            inner = new ArrayList<>(Arrays.asList(inner, inner));
        }
        assertThat(textWith(inner)).startsWith("<Deferred finished result=[[").hasSizeLessThan(1000);
    }

    @Async
    private static Coroutine<Object> self(Task<?>[] task) {
        return Coroutine.of(task);
    }

    @Test
    void ofATaskThatResultsInItself() {
        Task<?>[] task = new Task<?>[1];
        task[0] = loop.createTask(self(task), "self");
        loop.callSoon(loop::stop);
        loop.runForever();
        assertThat(task[0].toString()).isEqualTo("<Task finished name='self' coro=<ShortTextTest.self() done> result=[[…]]>");
    }

    @Test
    void ofContextVariables() {
        ContextVar<Object> variable = ContextVar.withDefault("v", new Nameless());
        assertThat(variable.toString()).startsWith("<ContextVar v default=<" + Nameless.class.getName());
        Context context = new Context();
        context.run(() -> variable.set(context));
        assertThat(context.toString()).isEqualTo("<Context {" + variable + "=[…]}>");
    }

    @Test
    void ofCoroutinesThatAreValues() {
        assertThat(Coroutine.of(new Nameless()).toString()).startsWith("Coroutine.of(<").endsWith(">)");
        assertThat(Coroutine.failed(new IllegalStateException("why"))).hasToString("Coroutine.failed(java.lang.IllegalStateException: why)");
    }

    @Test
    void ofAReport() {
        String text = new FailureContext("what", null, new Nameless()).toString();
        assertThat(text).startsWith("FailureContext[message=what, exception=null, source=<" + Nameless.class.getName());
    }
}
