package org.asyncjava.benchmarks.kotlin

import java.util.EnumSet
import org.asyncjava.benchmarks.Contender
import org.asyncjava.benchmarks.Iterations
import org.asyncjava.benchmarks.Workload

/**
 * What Kotlin's compiler makes of suspending functions, with a promise and a loop of our own and without kotlinx.coroutines: how the
 * contender `limit` would be written in Kotlin. Like that one it has no cancellation and no dispatcher and is confined to one thread.
 */
class KotlinRaw : Contender, Iterations {
    private val done = Array(8) { value -> Promise<Int>().apply { complete(value) } }
    private var published = Promise<Int>()

    override fun name() = "kotlin-raw"

    override fun workloads(): Set<Workload> = EnumSet.allOf(Workload::class.java)

    override fun completed(awaits: Int) = Promise.start { awaitDone(awaits) }.result

    private suspend fun awaitDone(awaits: Int): Long {
        var sum = 0L
        for (i in 0 until awaits) {
            sum += done[i and 7].await()
        }
        return sum
    }

    override fun nested(depth: Int) = Promise.start { nest(depth) }.result.toLong()

    private suspend fun nest(depth: Int): Int = if (depth == 0) 0 else nest(depth - 1) + 1

    override fun suspend(awaits: Int) = pumped(Promise.start { awaitPublished(awaits) })

    private suspend fun awaitPublished(awaits: Int): Long {
        var sum = 0L
        for (i in 0 until awaits) {
            val value = publish().await()
            sum += value
        }
        return sum
    }

    private fun publish() = Promise<Int>().also { published = it }

    override fun nestedSuspend(depth: Int, awaits: Int) = pumped(Promise.start { nestSuspending(depth, awaits) })

    private suspend fun nestSuspending(depth: Int, awaits: Int): Int =
        if (depth == 0) (awaitPublished(awaits) and 7).toInt() else nestSuspending(depth - 1, awaits) + 1

    /** Completes what a call publishes, whenever it waits. */
    private fun pumped(call: Promise<out Number>): Long {
        var i = 0
        while (!call.isDone) {
            published.complete(i++ and 7)
        }
        return call.result.toLong()
    }

    override fun fanOut(tasks: Int): Long {
        val operands = arrayOfNulls<Promise<Int>>(tasks)
        val calls = Array(tasks) { number -> Promise.start { awaitOne(operands, number) } }
        for (i in 0 until tasks) {
            operands[i]!!.complete(i and 7)
        }
        return Promise.start { gather(calls) }.result
    }

    private suspend fun awaitOne(operands: Array<Promise<Int>?>, number: Int): Int {
        val operand = Promise<Int>()
        operands[number] = operand
        return operand.await()
    }

    private suspend fun gather(calls: Array<Promise<Int>>): Long {
        var sum = 0L
        for (call in calls) {
            sum += call.await()
        }
        return sum
    }

    override fun yields(tasks: Int, rounds: Int): Long {
        val loop = RawLoop()
        val calls = Array(tasks) { Promise.start { giveWay(loop, rounds) } }
        return loop.runUntil(Promise.start { gather(calls) })
    }

    private suspend fun giveWay(loop: RawLoop, rounds: Int): Int {
        for (i in 0 until rounds) {
            loop.giveWay()
        }
        return rounds
    }

    override fun sources(): Set<Iterations.Source> = EnumSet.of(Iterations.Source.PLAIN)

    override fun iterate(source: Iterations.Source, iterations: Int, elements: Int): Long {
        if (source != Iterations.Source.PLAIN) throw UnsupportedOperationException(source.toString())
        val counted = sequence {
            for (i in 0 until elements) {
                yield(i and 7)
            }
        }
        var sum = 0L
        for (i in 0 until iterations) {
            for (element in counted) {
                sum += element
            }
        }
        return sum
    }

    override fun live(calls: Int): Contender.Suspended {
        val operands = Array(calls) { Promise<Int>() }
        val suspended = Array(calls) { number -> Promise.start { hold(operands[number], number, 2L * number, "left", "rest") } }
        return Contender.Suspended {
            for (i in operands.indices) {
                operands[i].complete(i and 7)
            }
            Promise.start { gather(suspended) }.result
        }
    }

    private suspend fun hold(operand: Promise<Int>, number: Int, twice: Long, left: String, right: String): Int {
        val value = operand.await()
        return value + (twice - number - number).toInt() + left.length - right.length
    }

    override fun sleeps(calls: Int, shortest: Int, longest: Int): Long {
        val loop = RawLoop()
        val sleeping = Array(calls) { number -> Promise.start { sleep(loop, number, shortest + number % (longest - shortest)) } }
        return loop.runUntil(Promise.start { gather(sleeping) })
    }

    private suspend fun sleep(loop: RawLoop, number: Int, millis: Int): Int {
        loop.sleep(millis)
        return number and 7
    }
}
