package org.asyncjava.it.libraries;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.commons.collections4.CollectionUtils;
import org.apache.commons.collections4.bidimap.TreeBidiMap;
import org.apache.commons.collections4.list.TreeList;
import org.apache.commons.collections4.map.LRUMap;
import org.apache.commons.collections4.map.ListOrderedMap;
import org.apache.commons.collections4.trie.PatriciaTrie;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** Deterministic work for each library; what it returns is compared. */
final class LibraryDrivers {
    private LibraryDrivers() {
    }

    /** Parses, prints and maps JSON. */
    public static final class JsonDriver implements Supplier<String> {
        private static final String TEXT = "{\"a\":[1,2.5,-3e10,true,null,\"x\\u0041\\n\"],\"b\":{\"c\":{},\"d\":[[],[[]]]},\"e\":\"\\\"\"}";

        /** A type that Gson maps by reflection. */
        static final class Order {
            private final int number = 7;
            private final List<String> items = new ArrayList<>(List.of("bread", "milk"));
            private final Map<String, Double> prices = new TreeMap<>(Map.of("bread", 2.5, "milk", 1.25));
        }

        @Override
        public String get() {
            Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().create();
            JsonElement parsed = JsonParser.parseString(TEXT);
            StringBuilder log = new StringBuilder(gson.toJson(parsed)).append(parsed.equals(JsonParser.parseString(gson.toJson(parsed))));
            String order = gson.toJson(new Order());
            log.append(order).append(gson.toJson(gson.fromJson(order, Order.class)));
            for (String broken : List.of("{\"a\":", "[1,,2", "{\"a\" 1}", "\"\\u12\"")) {
                try {
                    log.append(gson.fromJson(broken, Object.class));
                } catch (JsonSyntaxException e) {
                    log.append(e.getMessage());
                }
            }
            return log.toString();
        }
    }

    /** Compresses and decompresses. */
    public static final class CompressionDriver implements Supplier<String> {
        @Override
        public String get() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                text.append(i * 31 % 17).append(i % 7 == 0 ? "repeat repeat repeat " : "unique" + i);
            }
            byte[] original = text.toString().getBytes(StandardCharsets.UTF_8);
            try {
                ByteArrayOutputStream compressed = new ByteArrayOutputStream();
                LZMA2Options options = new LZMA2Options(1);
                options.setDictSize(1 << 16);
                try (XZOutputStream out = new XZOutputStream(compressed, options)) {
                    out.write(original);
                }
                byte[] restored = new XZInputStream(new ByteArrayInputStream(compressed.toByteArray())).readAllBytes();
                byte[] damaged = compressed.toByteArray();
                damaged[damaged.length / 2] ^= 1;
                return Arrays.equals(original, restored) + " " + Arrays.hashCode(compressed.toByteArray()) + " " + failureOf(damaged);
            } catch (IOException e) {
                return e.toString();
            }
        }

        private static String failureOf(byte[] damaged) {
            try (XZInputStream in = new XZInputStream(new ByteArrayInputStream(damaged))) {
                return "read " + in.readAllBytes().length;
            } catch (IOException e) {
                return e.getClass().getName();
            }
        }
    }

    /** Interprets JavaScript. */
    public static final class ScriptDriver implements Supplier<String> {
        private static final String SCRIPT = """
                function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
                var log = [], o = {a: 1, get b() { return this.a + 1; }};
                try { null.x; } catch (e) { log.push(String(e)); } finally { log.push('finally'); }
                for (var k in o) log.push(k + o[k]);
                label: for (var i = 0; i < 5; i++) { for (var j = 0; j < 5; j++) { if (i * j == 6) break label; if (j > i) continue label; log.push(i * j); } }
                switch (typeof log) { case 'object': log.push('object'); default: log.push('fell'); }
                log.push(fib(10), 'abc'.replace(/b/g, 'x'), [3, 1, 2].sort().join(), JSON.stringify({x: [1, {y: null}]}), (1.1).toFixed(3), parseInt('ff', 16));
                log.join(';');
                """;

        @Override
        public String get() {
            Context context = Context.enter();
            try {
                context.setOptimizationLevel(-1);
                context.setLanguageVersion(Context.VERSION_ES6);
                Scriptable scope = context.initStandardObjects();
                return Context.toString(context.evaluateString(scope, SCRIPT, "script", 1, null));
            } finally {
                Context.exit();
            }
        }
    }

    /** Fills and queries collections. */
    public static final class CollectionsDriver implements Supplier<String> {
        @Override
        public String get() {
            StringBuilder log = new StringBuilder();
            TreeBidiMap<String, Integer> both = new TreeBidiMap<>();
            TreeList<Integer> list = new TreeList<>();
            LRUMap<Integer, String> recent = new LRUMap<>(5);
            PatriciaTrie<Integer> trie = new PatriciaTrie<>();
            ListOrderedMap<String, Integer> ordered = new ListOrderedMap<>();
            for (int i = 0; i < 60; i++) {
                both.put("k" + i * 7 % 60, i);
                list.add(i / 2, i);
                recent.put(i % 9, "v" + i);
                trie.put(Integer.toString(i * 37 % 101, 2), i);
                ordered.put(Math.min(i, ordered.size()) / 2, "o" + i % 13, i);
            }
            both.remove("k7");
            both.removeValue(9);
            list.remove(10);
            log.append(both).append(both.inverseBidiMap().firstKey()).append(list).append(list.indexOf(33)).append(recent);
            log.append(trie.prefixMap("10")).append(trie.selectKey("111")).append(ordered.valueList());
            log.append(CollectionUtils.intersection(list, both.values())).append(CollectionUtils.permutations(List.of(1, 2, 3)));
            try {
                list.add(1000, 1);
            } catch (IndexOutOfBoundsException e) {
                log.append(e.getMessage());
            }
            return log.toString();
        }
    }
}
