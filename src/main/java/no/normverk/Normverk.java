package no.normverk;

/** The command line of Normverk. */
public final class Normverk {
    private Normverk() {}

    public static void main(String[] arguments) {
        System.out.println("normverk");
    }
}
