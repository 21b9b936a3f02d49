package org.asyncjava.benchmarks.kotlin

import java.util.ArrayDeque
import java.util.PriorityQueue
import java.util.concurrent.locks.LockSupport
import kotlin.coroutines.Continuation
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/** A loop that resumes coroutines when their turn or their time has come. Confined to one thread. */
internal class RawLoop {
    private val turns = ArrayDeque<Continuation<Unit>>()
    private val sleeps = PriorityQueue<Sleep>()

    suspend fun giveWay(): Unit = suspendCoroutineUninterceptedOrReturn {
        turns.add(it)
        COROUTINE_SUSPENDED
    }

    suspend fun sleep(millis: Int): Unit = suspendCoroutineUninterceptedOrReturn {
        sleeps.add(Sleep(System.nanoTime() + millis * 1_000_000L, it))
        COROUTINE_SUSPENDED
    }

    fun <T : Any> runUntil(end: Promise<T>): T {
        while (!end.isDone) {
            turns.poll()?.resume(Unit) ?: wakeNext()
        }
        return end.result
    }

    private fun wakeNext() {
        val rest = sleeps.element().end - System.nanoTime()
        if (rest > 0) {
            LockSupport.parkNanos(this, rest)
        } else {
            sleeps.remove().sleeper.resume(Unit)
        }
    }

    private class Sleep(val end: Long, val sleeper: Continuation<Unit>) : Comparable<Sleep> {
        override fun compareTo(other: Sleep) = (end - other.end).compareTo(0)
    }
}
