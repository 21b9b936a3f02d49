package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** boolean, byte, char and short as locals and on the stack across an await. HARD_CASES 8. */
public class NarrowTypes {
    static String all(boolean z, byte b, char c, short s, String last) {
        return z + ":" + b + ":" + c + ":" + s + ":" + last;
    }

    @Async
    public static Coroutine<String> run(Env env) {
        boolean z = true;
        byte b = -3;
        char c = '\uffff';
        short s = Short.MIN_VALUE;
        int i = await(env.async(300));
        b += i;
        c += 2;
        s--;
        z ^= await(env.async(true));
        env.log(z, b, (int) c, s);
        b = (byte) (b + await(env.async((byte) 100)));
        c = await(env.async('x'));
        s = await(env.async((short) -1));
        return Coroutine.of(all(!z, b, c, (short) (s + 5), await(env.async("end"))) + await(stack(env, z, b)));
    }

    @Async
    static Coroutine<String> stack(Env env, boolean z, byte b) {
        boolean[] flags = {z, await(env.async(true)), !z};
        byte[] bytes = {b, (byte) (b << 1), await(env.async((byte) 9))};
        char[] chars = {'a', await(env.async('b'))};
        bytes[0] += await(env.async(200));
        chars[1]++;
        flags[0] |= await(env.async(true));
        env.log(flags, bytes, chars);
        return Coroutine.of(all(flags[0] & flags[1], bytes[0], chars[1], (short) bytes[1], await(env.async("!"))));
    }
}
