package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** 254 slots of parameters with this: the extra parameter of the resumable body no longer fits beside more. HARD_CASES 50. */
public class ManyParameterSlots {
    @Async
    public static Coroutine<String> run(Env env) {
        return Coroutine.of(await(new ManyParameterSlots().wide(env,
            0L, 1, "2", 3L, 4, "5", 6L, 7, "8", 9L, 10, "11", 12L, 13, "14", 15L, 16, "17", 18L, 19, "20", 21L, 22, "23",
            24L, 25, "26", 27L, 28, "29", 30L, 31, "32", 33L, 34, "35", 36L, 37, "38", 39L, 40, "41", 42L, 43, "44", 45L,
            46, "47", 48L, 49, "50", 51L, 52, "53", 54L, 55, "56", 57L, 58, "59", 60L, 61, "62", 63L, 64, "65", 66L, 67,
            "68", 69L, 70, "71", 72L, 73, "74", 75L, 76, "77", 78L, 79, "80", 81L, 82, "83", 84L, 85, "86", 87L, 88, "89",
            90L, 91, "92", 93L, 94, "95", 96L, 97, "98", 99L, 100, "101", 102L, 103, "104", 105L, 106, "107", 108L, 109,
            "110", 111L, 112, "113", 114L, 115, "116", 117L, 118, "119", 120L, 121, "122", 123L, 124, "125", 126L, 127,
            "128", 129L, 130, "131", 132L, 133, "134", 135L, 136, "137", 138L, 139, "140", 141L, 142, "143", 144L, 145,
            "146", 147L, 148, "149", 150L, 151, "152", 153L, 154, "155", 156L, 157, "158", 159L, 160, "161", 162L, 163,
            "164", 165L, 166, "167", 168L, 169, "170", 171L, 172, "173", 174L, 175, "176", 177L, 178, "179", 180L, 181,
            "182", 183L, 184, "185", 186L, 187, "188")));
    }

    @Async
    Coroutine<String> wide(Env env,
            long l0, int i1, String s2, long l3, int i4, String s5, long l6, int i7, String s8, long l9, int i10,
            String s11, long l12, int i13, String s14, long l15, int i16, String s17, long l18, int i19, String s20,
            long l21, int i22, String s23, long l24, int i25, String s26, long l27, int i28, String s29, long l30, int i31,
            String s32, long l33, int i34, String s35, long l36, int i37, String s38, long l39, int i40, String s41,
            long l42, int i43, String s44, long l45, int i46, String s47, long l48, int i49, String s50, long l51, int i52,
            String s53, long l54, int i55, String s56, long l57, int i58, String s59, long l60, int i61, String s62,
            long l63, int i64, String s65, long l66, int i67, String s68, long l69, int i70, String s71, long l72, int i73,
            String s74, long l75, int i76, String s77, long l78, int i79, String s80, long l81, int i82, String s83,
            long l84, int i85, String s86, long l87, int i88, String s89, long l90, int i91, String s92, long l93, int i94,
            String s95, long l96, int i97, String s98, long l99, int i100, String s101, long l102, int i103, String s104,
            long l105, int i106, String s107, long l108, int i109, String s110, long l111, int i112, String s113, long l114,
            int i115, String s116, long l117, int i118, String s119, long l120, int i121, String s122, long l123, int i124,
            String s125, long l126, int i127, String s128, long l129, int i130, String s131, long l132, int i133,
            String s134, long l135, int i136, String s137, long l138, int i139, String s140, long l141, int i142,
            String s143, long l144, int i145, String s146, long l147, int i148, String s149, long l150, int i151,
            String s152, long l153, int i154, String s155, long l156, int i157, String s158, long l159, int i160,
            String s161, long l162, int i163, String s164, long l165, int i166, String s167, long l168, int i169,
            String s170, long l171, int i172, String s173, long l174, int i175, String s176, long l177, int i178,
            String s179, long l180, int i181, String s182, long l183, int i184, String s185, long l186, int i187,
            String s188) {
        long before = l0 + l186 + i1;
        l186 += await(env.async(1));
        String text = s2 + s188;
        int last = await(env.async(i187));
        return Coroutine.of(before + text + l186 + l3 + i4 + s5 + last + l90 + i91 + s92);
    }
}
