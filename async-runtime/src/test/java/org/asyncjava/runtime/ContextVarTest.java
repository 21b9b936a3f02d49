package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who sees what in a context variable. */
@DisplayName("HARD_CASES 78: context variables")
class ContextVarTest {
    private final Log log = new Log();
    private final ContextVar<String> user = ContextVar.withDefault("user", "nobody");

    @AfterEach
    void theThreadHasWhatItHadBefore() {
        assertThat(ThreadState.current().context).isNull();
    }

    @Test
    void aVariableHasItsDefaultUntilItIsSet() {
        assertThat(user.get()).isEqualTo("nobody");
        assertThat(user.get("other")).isEqualTo("other");
        assertThat(user).hasToString("<ContextVar user default=nobody>");
        assertThatThrownBy(() -> new ContextVar<>("bare").get()).isInstanceOf(NoSuchElementException.class)
                .hasMessage("no value: <ContextVar bare>");
    }

    @Test
    void aTokenGivesTheOldValueBackOnce() {
        new Context().run(() -> {
            ContextVar.Token<String> first = user.set("ann");
            ContextVar.Token<String> second = user.set(null);
            assertThat(second.oldValue()).isEqualTo("ann");
            assertThat(user.get()).isNull();
            user.reset(second);
            assertThat(user.get()).isEqualTo("ann");
            assertThatThrownBy(() -> user.reset(second)).isInstanceOf(IllegalStateException.class).hasMessageContaining("already been used once");
            user.reset(first);
            assertThat(user.get()).isEqualTo("nobody");
        });
    }

    @Test
    void aTokenIsGoodForItsVariableAndContextOnly() {
        Context context = new Context();
        ContextVar.Token<String> token = context.call(() -> user.set("ann"));
        ContextVar<String> other = new ContextVar<>("other");
        context.run(() -> assertThatThrownBy(() -> other.reset(token)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different ContextVar"));
        assertThatThrownBy(() -> user.reset(token)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("different Context");
        context.copy().run(() -> assertThatThrownBy(() -> user.reset(token)).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void whatRunsInAContextLeavesItsValuesThere() {
        Context context = new Context();
        context.run(() -> user.set("ann"));
        assertThat(user.get()).isEqualTo("nobody");
        assertThat(context.get(user, null)).isEqualTo("ann");
        assertThat(context.values()).containsEntry(user, "ann");
        context.run(() -> assertThatThrownBy(() -> context.run(() -> log.add("inside"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is already entered"));
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void aTaskStartsWithWhatItsMakerHasAndKeepsWhatItSetsToItself() {
        run(coroutine(() -> {
            user.set("main");
            Task<Object> child = createTask(coroutine(() -> {
                log.add(user.get());
                user.set("child");
                await(yieldNow());
                return log.ending(user.get());
            }));
            user.set("later");
            await(child);
            return log.ending(user.get());
        }));
        assertThat(log.entries()).containsExactly("main", "child", "later");
    }

    @Test
    void aTaskThatWasMadeWithoutAnyValueKeepsWhatItSetsToItself() {
        run(coroutine(() -> {
            Task<Object> child = createTask(coroutine(() -> {
                user.set("child");
                await(yieldNow());
                return log.ending(user.get());
            }));
            createTask(coroutine(() -> {
                await(yieldNow());
                return log.ending(user.get());
            }));
            await(child);
            await(yieldNow());
            return log.ending(user.get());
        }));
        assertThat(log.entries()).containsExactly("child", "nobody", "nobody");
    }

    @Test
    void anAwaitedCoroutineSharesTheContext() {
        run(coroutine(() -> {
            await(coroutine(() -> {
                await(yieldNow());
                user.set("callee");
                return Coroutine.of(null);
            }));
            return log.ending(user.get());
        }));
        assertThat(log.entries()).containsExactly("callee");
    }

    @Test
    void runStartsWithTheThreadsContextAndChangesNothingThere() {
        new Context().run(() -> {
            user.set("outside");
            run(coroutine(() -> {
                log.add(user.get());
                user.set("inside");
                return Coroutine.of(null);
            }));
            log.add(user.get());
        });
        assertThat(log.entries()).containsExactly("outside", "outside");
    }

    @Test
    void aGivenContextIsUsedAsItIs() {
        Context context = new Context();
        run(coroutine(() -> {
            await(createTask(coroutine(() -> {
                user.set("first");
                await(yieldNow());
                return Coroutine.of(null);
            }), TaskOptions.DEFAULT.in(context)));
            return Coroutine.of(await(createTask(coroutine(() -> log.ending(user.get())), TaskOptions.DEFAULT.in(context))));
        }));
        assertThat(log.entries()).containsExactly("first");
        assertThat(context.get(user, null)).isEqualTo("first");
    }

    @Test
    void aCallbackRunsInACopyOfWhatItsRegistrantHad() {
        run(coroutine(() -> {
            EventLoop loop = Coroutines.currentLoop();
            loop.callSoon(() -> {
                log.add("without " + user.get());
                user.set("leak");
            });
            user.set("main");
            loop.callSoon(this::look);
            loop.callLater(Duration.ZERO, this::look);
            loop.callSoonThreadsafe(this::look);
            loop.callSoon(new Context().wrap(() -> log.add("own " + user.get())));
            user.set("later");
            await(Coroutines.sleep(Duration.ofMillis(1)));
            return log.ending(user.get());
        }));
        assertThat(log.entries()).containsExactlyInAnyOrder("without nobody", "main", "main", "main", "own nobody", "later");
        assertThat(log.entries()).startsWith("without nobody", "main").endsWith("later");
    }

    private void look() {
        log.add(user.get());
        user.set("set by a callback");
    }

    @Test
    void aDoneCallbackRunsInACopyOfWhatItsRegistrantHadAndCanBeTakenBack() {
        run(coroutine(() -> {
            Deferred<Object> deferred = new Deferred<>();
            Consumer<LoopFuture<Object>> dropped = future -> log.add("dropped");
            user.set("main");
            deferred.addDoneCallback(future -> look());
            deferred.addDoneCallback(dropped);
            log.add(deferred.removeDoneCallback(dropped));
            user.set("later");
            deferred.complete(null);
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly(1, "main");
    }

    @Test
    void aHotMethodSharesItsCallersContextAndGoesOnInACopy() {
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        new Context().run(() -> {
            user.set("caller");
            HotScript.call((number, received) -> switch (number) {
                case 0 -> {
                    log.add(user.get());
                    user.set("method");
                    yield HotScript.await(gate);
                }
                case 1 -> {
                    log.add(user.get());
                    user.set("method later");
                    yield HotScript.await(second);
                }
                default -> {
                    log.add(user.get());
                    yield null;
                }
            });
            log.add(user.get());
            user.set("caller later");
        });
        gate.complete(null);
        assertThat(user.get()).isEqualTo("nobody");
        second.complete(null);
        assertThat(log.entries()).containsExactly("caller", "method", "method", "method later");
    }

    @Test
    void aHotMethodGoesOnInItsContextOnAnotherThread() throws Exception { // restored after resume
        CompletableFuture<Object> gate = new CompletableFuture<>();
        CompletableFuture<Object> result = new Context().call(() -> {
            ContextVar.Token<String> before = user.set("ann");
            return HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(gate);
                }
                String seen = user.get();
                user.reset(before);
                return seen + ", then " + user.get();
            });
        });
        CompletableFuture<String> left = new CompletableFuture<>();
        new Thread(() -> {
            gate.complete(null);
            left.complete(user.get());
        }).start();
        assertThat(result.get()).isEqualTo("ann, then nobody");
        assertThat(left.get()).isEqualTo("nobody");
    }

    @Test
    void aHotMethodWithoutAnyValueDoesNotGetThoseOfTheCompletingThread() {
        CompletableFuture<Object> gate = new CompletableFuture<>();
        HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(gate);
            }
            log.add(user.get());
            user.set("method");
            return null;
        });
        new Context().run(() -> {
            user.set("completing");
            gate.complete(null);
            log.add(user.get());
        });
        assertThat(log.entries()).containsExactly("nobody", "completing");
    }

    @Test
    void whatACoroutineSetsThatAHotMethodAwaitsIsKept() {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        Coroutine<Object> coroutine = coroutine(() -> {
            await(first);
            user.set("inner");
            return Coroutine.of(await(second));
        });
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(coroutine) : user.get());
        first.complete(null);
        second.complete(null);
        assertThat(result).isCompletedWithValue("inner");
    }

    @Test
    void runCancelsHotMethodsAlsoIfTheyHaveAContext() {
        run(coroutine(() -> {
            user.set("main");
            HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(new CompletableFuture<>());
                }
                log.add(user.get());
                return received.get();
            });
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("main");
    }
}
