package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code dump PID --html FILE} writes of a real process, in a real browser. */
class DumpPageTest {
    /** The names of the rows that are drawn, with their state. */
    private static final String ROWS = "[...document.querySelectorAll('.row')].map(row => row.innerText.trim().replace(/\\s+/g, ' ')).join('\\n')";
    private static final String ACTIVE = "document.getElementById(tree.getAttribute('aria-activedescendant')).innerText.trim().replace(/\\s+/g, ' ')";
    private static final String BACKGROUND = "getComputedStyle(document.body).backgroundColor";
    private static final Path PICTURE = Path.of("..", "..", "docs", "images", "dump.png");

    private static Browser browser;
    private static Path shop;
    private static Path many;

    @BeforeAll
    static void writePages(@TempDir Path directory) throws IOException, InterruptedException {
        Optional<Browser> found = Browser.open(directory.resolve("profile"));
        assumeTrue(found.isPresent(), "no chromium to look at the page with");
        browser = found.orElseThrow();
        shop = page(NightShop.class, "open", directory.resolve("shop.html"));
        many = page(ManyTasks.class, "waiting", directory.resolve("many.html"));
    }

    @AfterAll
    static void close() throws IOException, InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path page(Class<?> program, String line, Path page) throws IOException, InterruptedException {
        try (ObservedProgram running = ObservedProgram.start(program, line)) {
            assertThat(running.asked("dump", "--html", page.toString())).isEmpty();
        }
        return page;
    }

    private static List<String> rows() throws IOException {
        return Arrays.asList(browser.evaluate(ROWS).split("\n"));
    }

    private static void filter(String text) throws IOException {
        browser.press("/");
        browser.evaluate("input.select()");
        browser.type(text);
    }

    @Test
    void theDeadlockStandsOnTopAndTheTreeBelow() throws IOException {
        browser.visit(shop);
        assertThat(browser.evaluate("document.title")).matches("Process \\d+, coroutines");
        assertThat(browser.evaluate("document.getElementById('summary').textContent")).endsWith(" · 8 tasks and methods: 2 in a deadlock, 6 waiting");
        String at = "at org.asyncjava.examples.observing.NightShop.";
        assertThat(rows().stream().map(row -> row.replaceAll("\\.java:\\d+|@[0-9a-f]+", "")).toList()).containsExactly(
                "▾ deadlock: deliver -> count -> deliver",
                "deliver waits for <AsyncLock locked, waiters:1> " + at + "deliver(NightShop)",
                "count waits for <AsyncLock locked, waiters:1> " + at + "count(NightShop)",
                "loop 1 on thread \"main\": waiting, 8 tasks and methods",
                "▾ (T) Task-1 waiting waits for shop", at + "main(NightShop)",
                "▾ (T) shop waiting waits for 5 tasks", at + "open(NightShop)",
                "▾ (T) deliver deadlock waits for <AsyncLock locked, waiters:1>", at + "deliver(NightShop)",
                "▾ (T) count deadlock waits for <AsyncLock locked, waiters:1>", at + "count(NightShop)",
                "(T) deliver, see above",
                "(T) count, see above",
                "▾ (T) serve 1 waiting waits for <AsyncQueue open, items:0, unfinished:0, takers:2>", at + "serve(NightShop)",
                "▾ (T) serve 2 waiting waits for <AsyncQueue open, items:0, unfinished:0, takers:2>", at + "serve(NightShop)",
                "▾ (T) book waiting waits for NightShop.pay()", at + "book(NightShop)",
                "▾ NightShop.pay() waiting waits for java.util.concurrent.CompletableFuture[Not completed, 1 dependents]", at + "pay(NightShop)");
        assertThat(browser.evaluate("performance.getEntriesByType('resource').length")).isEqualTo("0");
    }

    @Test
    void theFilterShowsWhatHasAllWordsAndWhoWaitsForIt() throws IOException {
        browser.visit(shop);
        filter("BOOK NightShop.java");
        assertThat(browser.evaluate("document.getElementById('count').textContent")).isEqualTo("1 of 8 tasks and methods");
        assertThat(rows().stream().map(row -> row.replaceAll(" waits for .*", "").replaceAll("^at .*?NightShop\\.(\\w+).*", "$1")).toList())
                .containsExactly("▾ (T) Task-1 waiting", "▾ (T) shop waiting", "▾ (T) book waiting", "book", "▾ NightShop.pay() waiting", "pay");
        filter("nightshop.java no such word");
        assertThat(browser.evaluate("document.getElementById('count').textContent + document.querySelectorAll('.row').length")).isEqualTo("0 of 8 tasks and methods0");
        browser.press("Escape");
        assertThat(rows()).hasSize(22);
    }

    @Test
    void keysMoveAndOpenAndClose() throws IOException {
        browser.visit(shop);
        browser.press("/", "ArrowDown");
        assertThat(browser.evaluate(ACTIVE)).startsWith("▾ deadlock: ");
        browser.press("ArrowLeft");
        assertThat(browser.evaluate(ACTIVE)).startsWith("▸ deadlock: ");
        browser.press("ArrowRight", "ArrowRight", "Enter");
        assertThat(browser.evaluate(ACTIVE)).startsWith("▾ (T) deliver deadlock ");
        browser.press("ArrowLeft", "ArrowLeft");
        assertThat(browser.evaluate(ACTIVE)).startsWith("▾ (T) shop waiting ");
        browser.press("Home", "End");
        assertThat(browser.evaluate("Number(tree.getAttribute('aria-activedescendant').slice(4)) === rows.length - 1")).isEqualTo("true");
    }

    @Test
    void itIsLightOrDarkAsTheUserLikes() throws IOException {
        browser.visit(shop);
        browser.prefer("light");
        assertThat(browser.evaluate(BACKGROUND)).isEqualTo("rgb(255, 255, 255)");
        browser.prefer("dark");
        assertThat(browser.evaluate(BACKGROUND)).isEqualTo("rgb(13, 17, 23)");
        browser.prefer("light");
    }

    @Test
    void tenThousandTasksAreRowsOfWhichThoseInSightAreDrawn() throws IOException {
        browser.resize(900, 600);
        browser.visit(many);
        assertThat(browser.evaluate("document.getElementById('summary').textContent")).endsWith(" · 10,001 tasks and methods: 10,001 waiting");
        assertThat(rows()).hasSizeLessThan(60);
        browser.evaluate("document.getElementById('open').click()");
        assertThat(Integer.parseInt(browser.evaluate("rows.length"))).isGreaterThan(20_000);
        assertThat(rows()).hasSizeLessThan(60);
        filter("chain-42-link-7");
        assertThat(browser.evaluate("document.getElementById('count').textContent")).as("7, 70 to 79, and 8 and 80, which wait for such").isEqualTo("13 of 10,001 tasks and methods");
    }

    @Test
    void aNameIsTextWhateverItSays() throws IOException {
        browser.visit(many);
        filter("onerror");
        browser.press("ArrowDown", "End");
        assertThat(browser.evaluate(ACTIVE)).startsWith("▸ (T) " + ManyTasks.NAME + " waiting waits for ");
        assertThat(browser.evaluate("document.images.length + ' ' + document.scripts.length")).isEqualTo("0 2");
        assertThat(browser.evaluate("document.title")).startsWith("Process ");
    }

    @Test
    void timesAndLocalsAreShownWhereTheyAreKnown(@TempDir Path directory) throws IOException {
        String call = "{'id':1,'kind':'task','name':'sell','loop':1,'state':'waiting','waitsFor':'a reply','created':'demo.Shop.main(Shop.java:3)','awaits':[],'age':61000,'waited':1500,"
                + "'stack':[{'class':'demo.Shop','method':'sell','file':'Shop.java','line':7,'locals':[{'name':'price','value':'<b>3</b>'}]}]}";
        browser.visit(written(directory, "{'loader':'app','dump':{'version':1,'debug':true,'loops':[],'calls':[" + call + "],'deadlocks':[]}}"));
        browser.evaluate("document.getElementById('open').click()");
        assertThat(rows()).containsExactly("▾ (T) sell waiting for 1.5s, age 1m01s; waits for a reply",
                "▾ at demo.Shop.sell(Shop.java:7)", "price = <b>3</b>", "created at demo.Shop.main(Shop.java:3)");
        filter("price");
        assertThat(browser.evaluate("document.getElementById('count').textContent")).isEqualTo("1 of 1 task or method");
        assertThat(browser.evaluate("document.getElementById('footer').textContent")).doesNotContain("asyncjava.debug");
    }

    @Test
    void severalRuntimesAndManyLoopsHaveARowEach(@TempDir Path directory) throws IOException {
        String loop = IntStream.rangeClosed(1, 11).mapToObj(number -> "{'number':" + number + ",'kind':'strand','thread':'','state':'idle','step':[]}")
                .collect(Collectors.joining(","));
        String dump = "'dump':{'version':1,'debug':true,'loops':[" + loop + "],'calls':[],'deadlocks':[]}}";
        browser.visit(written(directory, "{'loader':'shop'," + dump + ",{'loader':'bank'," + dump));
        assertThat(rows()).containsExactly("▾ runtime 1 of 2, in class loader shop", "▸ 11 loops and strands",
                "▾ runtime 2 of 2, in class loader bank", "▸ 11 loops and strands");
        filter("strand 7:");
        assertThat(rows()).containsExactly("▾ runtime 1 of 2, in class loader shop", "▾ 11 loops and strands", "strand 7: idle, 0 tasks and methods",
                "▾ runtime 2 of 2, in class loader bank", "▾ 11 loops and strands", "strand 7: idle, 0 tasks and methods");
    }

    /** The page of the shop with other content. */
    private static Path written(Path directory, String runtimes) throws IOException {
        String content = "{'process':'1','taken':'now','runtimes':[" + runtimes + "]}";
        String page = Files.readString(shop).replaceFirst("(?s)(<script id=\"dump\"[^>]*>).*?(?=</script>)", "$1" + content.replace('\'', '"'));
        return Files.writeString(directory.resolve("page.html"), page);
    }

    @Test
    void thePictureInTheDocumentationShowsThisPage() throws IOException {
        browser.resize(1000, 660);
        browser.visit(shop);
        byte[] picture = browser.picture();
        if ("update".equals(System.getProperty("async.goldens"))) {
            Files.write(PICTURE, picture);
        }
        var now = ImageIO.read(new ByteArrayInputStream(picture));
        var shown = ImageIO.read(PICTURE.toFile());
        assertThat(List.of(shown.getWidth(), shown.getHeight())).isEqualTo(List.of(now.getWidth(), now.getHeight()));
    }
}
