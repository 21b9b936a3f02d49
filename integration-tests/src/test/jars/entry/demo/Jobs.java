package demo;

import marks.Job;
import org.asyncjava.runtime.Coroutines;

/** Has nothing of async-java in it but through an annotation of a library's. */
public final class Jobs {
    private int done;

    @Job
    int count() {
        return Coroutines.allTasks().size() + done++;
    }

    public static void main(String[] args) {
        Jobs jobs = new Jobs();
        System.out.println(jobs.count() + " " + jobs.count());
    }
}
