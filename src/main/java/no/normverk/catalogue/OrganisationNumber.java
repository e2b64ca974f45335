package no.normverk.catalogue;

import java.util.regex.Pattern;

/** Numbers of the Norwegian register of organisations (Enhetsregisteret): nine digits of which the last checks the others, modulus 11. */
public final class OrganisationNumber {

    /** What a number that is none should have been. */
    public static final String EXPECTED = "an organisation number of nine digits, the last of which checks the others, such as 983971636";

    private static final Pattern NINE_DIGITS = Pattern.compile("[89]\\d{8}");
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int MODULUS = 11;

    private OrganisationNumber() {}

    /** Whether the text is a number that an organisation may have. */
    public static boolean isValid(String number) {
        if (!NINE_DIGITS.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == number.charAt(WEIGHTS.length) - '0';
    }
}
