package no.normverk.plans;

/** The check digit of SNOMED CT identifiers: Verhoeff's, over the dihedral group of order ten (Release File Specification, 6.4). */
final class CheckDigit {

    private static final int[][] PERMUTATION = new int[8][10];

    static {
        int[] once = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
        for (int digit = 0; digit < 10; digit++) {
            PERMUTATION[0][digit] = digit;
            for (int times = 1; times < 8; times++) {
                PERMUTATION[times][digit] = once[PERMUTATION[times - 1][digit]];
            }
        }
    }

    private CheckDigit() {}

    /** Whether a text is 6 to 18 digits of which the last fits the others. */
    static boolean fits(String id) {
        if (!id.matches("[1-9][0-9]{5,17}")) {
            return false;
        }
        int check = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.charAt(id.length() - 1 - i) - '0';
            check = combine(check, PERMUTATION[i % 8][digit]);
        }
        return check == 0;
    }

    /** The product of two symmetries of a pentagon: 0 to 4 are rotations, 5 to 9 reflections. */
    private static int combine(int first, int second) {
        if (first < 5) {
            return second < 5 ? (first + second) % 5 : 5 + (first + second) % 5;
        }
        return second < 5 ? 5 + (first - second + 5) % 5 : (first - second + 5) % 5;
    }
}
