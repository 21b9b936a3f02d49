import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** What is returned, caught and used twice in loops, switches and conditionals. */
class EndsInEveryStatement {
    interface Load {
        @Async
        CompletableFuture<Integer> load(CompletableFuture<Integer> source);
    }

    private int count;

    @Async
    static CompletableFuture<Integer> hot(CompletableFuture<Integer> source) {
        return CompletableFuture.completedFuture(await(source) + 1);
    }

    @Async
    static Coroutine<Integer> cold(CompletableFuture<Integer> source) {
        return Coroutine.of(await(source));
    }

    @Async
    CompletableFuture<Integer> nullInLoops(CompletableFuture<Integer> source) {
        for (int i = 0; i < await(source); i++) {
            while (count > i) {
                do {
                    return null; // AJ111
                } while (count > 3);
            }
            for (int k : new int[3]) {
                if (k > 3) {
                    return (null); // AJ111
                }
            }
        }
        label: {
            if (count > 3) {
                break label;
            }
            return null; // AJ111
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> nullInSwitch(CompletableFuture<Integer> source) {
        switch (await(source)) {
            case 1:
                return null; // AJ111
            default:
        }
        switch (count) {
            case 1 -> {
                return null; // AJ111
            }
            default -> count++;
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> nullInSwitchExpression(CompletableFuture<Integer> source) {
        return switch (await(source)) {
            case 1 -> null; // AJ111
            case 2 -> {
                count++;
                yield null; // AJ111
            }
            case 3 -> source;
            case 4 -> count > 3 ? source : (CompletableFuture<Integer>) null; // AJ111
            default -> (switch (count) {
                case 1 -> null; // AJ111
                default -> source;
            });
        };
    }

    @Async
    CompletableFuture<Integer> nullInOldSwitchExpression(CompletableFuture<Integer> source, boolean empty) {
        return empty ? source : switch (await(source)) {
            case 1:
                count++;
            case 2:
                yield null; // AJ111
            default:
                yield source;
        };
    }

    @Async
    CompletableFuture<Integer> nullThatIsNotReturned(CompletableFuture<Integer> source) {
        String text = switch (await(source)) {
            case 1 -> null;
            default -> {
                String inner = switch (count) {
                    case 2 -> null;
                    default -> "b";
                };
                yield inner;
            }
        };
        return CompletableFuture.completedFuture(switch (count) {
            case 1 -> null;
            default -> text == null ? 0 : 1;
        });
    }

    @Async
    CompletableFuture<Integer> nullThatChooses(CompletableFuture<Integer> source, String text) {
        await(source);
        return switch (text == null ? "null" : text) {
            case "a" -> source;
            default -> text == null ? source : hot(source);
        };
    }

    Load nullInLambda() {
        return source -> switch (await(source)) {
            case 1 -> {
                Load inner = given -> null;
                yield inner.load(source);
            }
            default -> source;
        };
    }

    @Async
    CompletableFuture<Integer> returnedInTry(CompletableFuture<Integer> source) {
        try {
            for (int i = 0; i < await(source); i++) {
                if (i > 3) {
                    return hot(source); // AJ106
                }
            }
            while (count > 3) {
                return count > 4 ? hot(source) : source; // AJ106
            }
            switch (count) {
                case 1:
                    return hot(source); // AJ106
                case 2:
                default:
            }
            switch (count) {
                case 3 -> {
                    return hot(source); // AJ106
                }
                default -> count++;
            }
            return switch (count) {
                case 4 -> hot(source); // AJ106
                case 5 -> {
                    CompletableFuture<Integer> kept = switch (count) {
                        case 6 -> hot(source);
                        default -> source;
                    };
                    yield kept;
                }
                default -> {
                    switch (count) {
                        case 7 -> count = await(hot(source));
                        default -> count++;
                    }
                    yield (hot(source)); // AJ106
                }
            };
        } finally {
            count--;
        }
    }

    @Async
    CompletableFuture<Integer> triesInSwitchExpressions(CompletableFuture<Integer> source) {
        return switch (await(source)) {
            case 1 -> {
                try {
                    yield hot(source); // AJ106
                } finally {
                    count--;
                }
            }
            case 2 -> {
                try {
                    count++;
                } finally {
                    count--;
                }
                yield hot(source);
            }
            default -> hot(source);
        };
    }

    @Async
    CompletableFuture<Integer> caughtAroundEachForm(CompletableFuture<Integer> source, List<CompletableFuture<Integer>> sources) {
        try {
            for (int i = 0; i < 3; i += await(source)) {
                count++;
            }
        } catch (RuntimeException swallowed) { // AJ105
            count++;
        }
        try {
            while (await(source) > 3) {
                count++;
            }
        } catch (Exception swallowed) { // AJ105
            count++;
        }
        try {
            do {
                count++;
            } while (count > 3 && await(source) > 3);
        } catch (Throwable swallowed) { // AJ105
            count++;
        }
        try {
            for (CompletableFuture<Integer> each : sources) {
                count += count > 3 ? await(each) : 0;
            }
        } catch (IllegalStateException swallowed) { // AJ105
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> caughtAroundSwitches(CompletableFuture<Integer> source) {
        for (int i = 0; i < 3; i++) {
            try {
                switch (i) {
                    case 1:
                        await(source);
                    default:
                }
            } catch (RuntimeException swallowed) { // AJ105
                continue;
            }
            try {
                count = switch (i) {
                    case 1 -> await(source);
                    default -> 3;
                };
            } catch (RuntimeException swallowed) { // AJ105
                break;
            }
            try {
                switch (await(source)) {
                    case 1 -> count++;
                    default -> count--;
                }
            } catch (ArithmeticException narrow) {
                await(source);
            } catch (RuntimeException passedOn) {
                switch (count) {
                    case 1 -> throw passedOn;
                    default -> count++;
                }
            }
            label:
            try {
                synchronized (sourceOf(source)) {
                    count++;
                }
                if (count > 3) {
                    break label;
                }
                assert await(source) > 3;
            } catch (RuntimeException | AssertionError swallowed) { // AJ105
                count++;
            }
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> caughtInsideOfCaught(CompletableFuture<Integer> source) {
        try {
            try {
                await(source);
            } catch (RuntimeException passedOn) {
                throw passedOn;
            } finally {
                count++;
            }
        } catch (Exception swallowed) { // AJ105
            try {
                await(source);
            } catch (IllegalStateException alsoSwallowed) { // AJ105
                count++;
            }
        }
        try {
            count++;
        } catch (Exception nothingToCancel) {
            try {
                count++;
            } finally {
                await(source);
            }
        }
        return source;
    }

    private static Object sourceOf(Object source) {
        return source;
    }

    @Async
    Coroutine<Integer> usedInLoops(CompletableFuture<Integer> source) {
        Coroutine<Integer> each = cold(source);
        for (int i = await(each); i < 3; i++) {
            count += await(each); // AJ109
        }
        Coroutine<Integer> maybe = cold(source);
        while (count > 3) {
            if (count > 4) {
                await(maybe);
                break;
            }
            count--;
        }
        do {
            Coroutine<Integer> ofRound = cold(source);
            count += await(ofRound);
        } while (count < 9);
        return maybe;
    }

    @Async
    Coroutine<Integer> usedInChoices(CompletableFuture<Integer> source) {
        Coroutine<Integer> one = cold(source);
        int value = switch (count) {
            case 1 -> await(one);
            case 2 -> {
                await(one);
                yield await(one); // AJ109
            }
            default -> count > 3 ? await(one) : await(one);
        };
        value += await(one); // AJ109
        Coroutine<Integer> other = cold(source);
        if (value > 3 && await(other) > 3) {
            await(other); // AJ109
        } else {
            value++;
        }
        switch (value) {
            case 1:
                await(other);
                break;
            default:
                value++;
        }
        return cold(source);
    }
}
