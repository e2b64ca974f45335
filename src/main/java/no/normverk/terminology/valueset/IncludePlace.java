package no.normverk.terminology.valueset;

/**
 * Where an include stands in its value set. It is put into words only when there is something wrong with it.
 *
 * @param exclude whether it is one of the excludes
 * @param index its place among them, from 0
 */
public record IncludePlace(boolean exclude, int index) {

    public static IncludePlace include(int index) {
        return new IncludePlace(false, index);
    }

    public static IncludePlace exclude(int index) {
        return new IncludePlace(true, index);
    }

    /** The place of one of a value set's own includes or excludes. */
    public static IncludePlace of(ValueSetDefinition valueSet, Include include) {
        for (int i = 0; i < valueSet.includes().size(); i++) {
            if (valueSet.includes().get(i) == include) {
                return include(i);
            }
        }
        return exclude(valueSet.excludes().indexOf(include));
    }

    /** As FHIRPath, such as {@code ValueSet.compose.include[0]}. */
    @Override
    public String toString() {
        return "ValueSet.compose." + (exclude ? "exclude[" : "include[") + index + "]";
    }
}
