package org.asyncjava.benchmarks.kotlin

import java.util.EnumSet
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executor
import java.util.concurrent.Executors
import kotlin.coroutines.ContinuationInterceptor
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.future.await
import kotlinx.coroutines.future.future
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.yield
import org.asyncjava.benchmarks.Contender
import org.asyncjava.benchmarks.Iterations
import org.asyncjava.benchmarks.RoundTrips
import org.asyncjava.benchmarks.Scopes
import org.asyncjava.benchmarks.SharedCalls
import org.asyncjava.benchmarks.Strands
import org.asyncjava.benchmarks.Synchronises
import org.asyncjava.benchmarks.Workload

/**
 * kotlinx.coroutines, as its guide writes it: `runBlocking` is the loop, `async` starts a call, `awaitAll` gathers, `CompletableDeferred`
 * is an operand. Only the calls of [live] outlive the operation and so need a dispatcher of their own, since `runBlocking` does not
 * return before its children have ended.
 */
class Kotlinx : Contender, SharedCalls, RoundTrips, Iterations, Strands, Scopes, Synchronises {
    private val done = Array(8) { value -> CompletableDeferred(value) }
    private val anyThread = CoroutineScope(Dispatchers.Unconfined)
    private val atOnce = Executor { it.run() }.asCoroutineDispatcher()
    private var published: CompletableDeferred<Int>? = null

    override fun name() = "kotlinx"

    override fun workloads(): Set<Workload> = EnumSet.allOf(Workload::class.java)

    override fun completed(awaits: Int) = runBlocking {
        var sum = 0L
        for (i in 0 until awaits) {
            sum += done[i and 7].await()
        }
        sum
    }

    override fun nested(depth: Int) = runBlocking { nest(depth) }.toLong()

    private suspend fun nest(depth: Int): Int = if (depth == 0) 0 else nest(depth - 1) + 1

    override fun suspend(awaits: Int) = runBlocking { pumped(async { awaitPublished(awaits) }) }

    private suspend fun awaitPublished(awaits: Int): Long {
        var sum = 0L
        for (i in 0 until awaits) {
            val value = publish().await()
            sum += value
        }
        return sum
    }

    private fun publish() = CompletableDeferred<Int>().also { published = it }

    override fun nestedSuspend(depth: Int, awaits: Int) = runBlocking { pumped(async { nestSuspending(depth, awaits) }) }

    private suspend fun nestSuspending(depth: Int, awaits: Int): Int =
        if (depth == 0) (awaitPublished(awaits) and 7).toInt() else nestSuspending(depth - 1, awaits) + 1

    /** Completes what a call publishes, whenever it waits: a task of the loop that enqueues itself again and costs no object. */
    private suspend fun CoroutineScope.pumped(call: Deferred<Number>): Long {
        val context = coroutineContext
        val loop = context[ContinuationInterceptor] as CoroutineDispatcher
        loop.dispatch(context, object : Runnable {
            private var number = 0

            override fun run() {
                if (call.isActive) {
                    published?.let {
                        published = null
                        it.complete(number++ and 7)
                    }
                    loop.dispatch(context, this)
                }
            }
        })
        return call.await().toLong()
    }

    override fun fanOut(tasks: Int) = runBlocking {
        val operands = arrayOfNulls<CompletableDeferred<Int>>(tasks)
        val calls = List(tasks) { number -> async { awaitOne(operands, number) } }
        yield() // they start meanwhile
        for (i in 0 until tasks) {
            operands[i]!!.complete(i and 7)
        }
        sum(calls.awaitAll())
    }

    private suspend fun awaitOne(operands: Array<CompletableDeferred<Int>?>, number: Int): Int {
        val operand = CompletableDeferred<Int>()
        operands[number] = operand
        return operand.await()
    }

    private fun sum(values: List<Int>): Long {
        var sum = 0L
        for (value in values) {
            sum += value
        }
        return sum
    }

    override fun yields(tasks: Int, rounds: Int) = runBlocking {
        sum(List(tasks) { async { giveWay(rounds) } }.awaitAll())
    }

    private suspend fun giveWay(rounds: Int): Int {
        for (i in 0 until rounds) {
            yield()
        }
        return rounds
    }

    override fun sources(): Set<Iterations.Source> = EnumSet.of(Iterations.Source.READY, Iterations.Source.SUSPENDED)

    override fun iterate(source: Iterations.Source, iterations: Int, elements: Int) = when (source) {
        Iterations.Source.READY -> runBlocking { sum(ready(elements), iterations) }
        Iterations.Source.SUSPENDED -> runBlocking { pumped(async { sum(suspended(elements), iterations) }) }
        else -> throw UnsupportedOperationException(source.toString())
    }

    private fun ready(bound: Int) = flow {
        for (i in 0 until bound) {
            emit(i and 7)
        }
    }

    private fun suspended(bound: Int) = flow {
        for (i in 0 until bound) {
            emit(publish().await())
        }
    }

    private suspend fun sum(elements: Flow<Int>, iterations: Int): Long {
        var sum = 0L
        for (i in 0 until iterations) {
            elements.collect { sum += it }
        }
        return sum
    }

    override fun live(calls: Int): Contender.Suspended {
        val thread = CallingThread()
        val scope = CoroutineScope(thread)
        val operands = Array(calls) { CompletableDeferred<Int>() }
        val suspended = List(calls) { number -> scope.async { hold(operands[number], number, 2L * number, "left", "rest") } }
        thread.runAll()
        return Contender.Suspended {
            for (i in operands.indices) {
                operands[i].complete(i and 7)
            }
            val all = scope.async { sum(suspended.awaitAll()) }
            thread.runAll()
            runBlocking { all.await() }
        }
    }

    private suspend fun hold(operand: Deferred<Int>, number: Int, twice: Long, left: String, right: String): Int {
        val value = operand.await()
        return value + (twice - number - number).toInt() + left.length - right.length
    }

    override fun sleeps(calls: Int, shortest: Int, longest: Int) = runBlocking {
        sum(List(calls) { number -> async { sleep(number, shortest + number % (longest - shortest)) } }.awaitAll())
    }

    private suspend fun sleep(number: Int, millis: Int): Int {
        delay(millis.toLong())
        return number and 7
    }

    override fun roundTrips(calls: Int, times: Int) = Executors.newSingleThreadExecutor().asCoroutineDispatcher().use { here ->
        Executors.newSingleThreadExecutor().asCoroutineDispatcher().use { there ->
            runBlocking(here) { sum(List(calls) { async { travel(times, there) } }.awaitAll()) }
        }
    }

    private suspend fun travel(times: Int, there: CoroutineDispatcher): Int {
        var sum = 0
        for (i in 0 until times) {
            sum += withContext(there) { i and 7 }
        }
        return sum
    }

    /** Goes on in the thread that completes the operand, as the other contenders do. */
    override fun plusOne(operand: CompletableFuture<Int>): CompletableFuture<Int> = anyThread.future { operand.await() + 1 }

    /** A view of a dispatcher that runs things at once, each. */
    override fun waitingStrands(count: Int): Any = List(count) {
        val operand = CompletableFuture<Int>()
        CoroutineScope(atOnce.limitedParallelism(1))
            .launch { operand.await() }
        operand
    }

    override fun strandHops(threads: Executor, strands: Int, times: Int): Long {
        val dispatcher = threads.asCoroutineDispatcher()
        val counted = List(strands) {
            CoroutineScope(dispatcher.limitedParallelism(1)).future {
                val counter = intArrayOf(0)
                coroutineScope {
                    launch { count(counter, times) }
                    launch { count(counter, times) }
                }
                counter[0]
            }
        }
        return counted.sumOf { it.join().toLong() }
    }

    private suspend fun count(counter: IntArray, times: Int) {
        for (i in 0 until times) {
            counter[0]++
            yield()
        }
    }

    override fun gathered(a: CompletableFuture<Int>, b: CompletableFuture<Int>): CompletableFuture<Int> = anyThread.future {
        coroutineScope {
            val ofA = async { a.await() }
            val ofB = async { b.await() }
            ofA.await() + ofB.await()
        }
    }

    override fun limited(a: CompletableFuture<Int>): CompletableFuture<Int> = anyThread.future { withTimeout(DAY) { a.await() } }

    /** Which [coroutineScope] is in any case. */
    override fun grouped(a: CompletableFuture<Int>, b: CompletableFuture<Int>): CompletableFuture<Int> = gathered(a, b)

    override fun mapped(operands: List<CompletableFuture<Int>>): CompletableFuture<Int> = anyThread.future {
        coroutineScope { sum(operands.map { async { it.await() } }.awaitAll()).toInt() }
    }

    override fun synchronisation() = Synchronised()

    private companion object {
        private const val DAY = 86_400_000L
    }
}
