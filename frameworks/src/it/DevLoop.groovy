import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers

/** A server that runs while its sources are edited, as somebody who works on it has it. */
class DevLoop implements Closeable {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
    private static final int PATIENCE_SECONDS = 600

    private final File project
    private final File log
    private final int port
    private final Process server
    private String credentials

    /** A port that was free a moment ago. */
    static int freePort() {
        new ServerSocket(0).withCloseable { it.localPort }
    }

    /** The Maven that the build around has unpacked, with the repository of the projects. */
    static List<String> maven(File repository, String... arguments) {
        File home = new File(repository.parentFile, 'maven').listFiles()[0]
        ["${home}/bin/mvn".toString(), '-B', '-ntp', "-Dmaven.repo.local=${repository}".toString()] + arguments.toList()
    }

    DevLoop(File project, int port, List<String> command, Map<String, String> environment = [:]) {
        this.project = project
        this.port = port
        this.log = new File(project, "dev-loop-${port}.log")
        ProcessBuilder builder = new ProcessBuilder(command).directory(project).redirectErrorStream(true).redirectOutput(log)
        builder.environment().putAll(environment)
        builder.environment().remove('MAVEN_DEBUG_OPTS')
        server = builder.start()
        server.outputStream.close()
    }

    DevLoop user(String name, String password) {
        credentials = "$name:$password".bytes.encodeBase64()
        this
    }

    /** Replaces text in a source file, which is saved. */
    void edit(String file, String from, String to) {
        File source = new File(project, file)
        String text = source.text
        assert text.contains(from)
        source.text = text.replace(from, to)
    }

    /** Runs a command beside the server and waits for its end. */
    void run(List<String> command) {
        Process process = new ProcessBuilder(command).directory(project).redirectErrorStream(true).start()
        process.outputStream.close()
        String output = process.inputStream.text
        assert process.waitFor() == 0: output
    }

    /** Asks until the answer is the expected one; a failure in between that is due to async-java is one. */
    void answers(String path, String expected) {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L
        String answer = ''
        while (answer != expected) {
            assert System.nanoTime() < end: "${path} answered ${answer}, not ${expected}; ${log.text}"
            assert server.alive: log.text
            answer = get(path)
            assert !(answer =~ /NotTransformedException|NoClassDefFoundError/)
        }
        assert !log.text.contains('NotTransformedException')
        println "${path}: ${answer}"
    }

    private String get(String path) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:${port}${path}"))
            if (credentials != null) {
                request.header('Authorization', "Basic ${credentials}")
            }
            return CLIENT.send(request.build(), BodyHandlers.ofString()).body()
        } catch (IOException notYet) {
            Thread.sleep(200)
            return ''
        }
    }

    /** The server and what it started. */
    @Override
    void close() {
        List<ProcessHandle> all = server.descendants().toList() + [server.toHandle()]
        all*.destroyForcibly()
        all*.onExit()*.join()
    }
}
