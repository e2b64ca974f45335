package no.normverk.terminology.edition;

/**
 * The designations of each concept, best first, eight at a time: an octet has room in a byte for which of them have something. A concept with eight designations or fewer has one octet; octets are
 * numbered by concept, so that those of one concept are neighbours.
 *
 * @param concept the concept of each
 * @param place where each begins in the designations by concept; one more than octets
 */
record Octets(int[] concept, int[] place) {

    static final int SIZE = 8;

    /** @param start where the designations of each concept begin; one more than concepts */
    static Octets of(int[] start) {
        int count = 0;
        for (int i = 0; i + 1 < start.length; i++) {
            count += (start[i + 1] - start[i] + SIZE - 1) / SIZE;
        }
        int[] concept = new int[count];
        int[] place = new int[count + 1];
        int octet = 0;
        for (int i = 0; i + 1 < start.length; i++) {
            for (int from = start[i]; from < start[i + 1]; from += SIZE) {
                concept[octet] = i;
                place[octet++] = from;
            }
        }
        place[count] = start[start.length - 1];
        return new Octets(concept, place);
    }

    int count() {
        return concept.length;
    }
}
