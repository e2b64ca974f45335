package no.normverk.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in a ClaML file, element by element; filled while reading. */
final class ClamlContent {
    @Nullable String version;
    @Nullable String date;
    @Nullable String name;
    @Nullable String title;
    @Nullable String uid;
    @Nullable String authority;
    @Nullable String language;
    final Map<String, Entry> classes = new LinkedHashMap<>();
    final Map<String, Entry> modifiers = new LinkedHashMap<>();
    /** By modifier, then by code. */
    final Map<String, Map<String, Entry>> modifierClasses = new LinkedHashMap<>();

    /** A class, modifier or class of a modifier. */
    static final class Entry {
        final String code;
        final @Nullable String kind;
        final @Nullable String usage;
        final int line;
        final int column;
        final List<String> superClasses = new ArrayList<>();
        final List<String> subClasses = new ArrayList<>();
        /** Modifiers that apply, each with the only classes of it that do; none named are all. */
        final LinkedHashMap<String, Set<String>> modifiedBy = new LinkedHashMap<>();
        final Set<String> excludedModifiers = new LinkedHashSet<>();
        final List<Rubric> rubrics = new ArrayList<>();

        Entry(String code, @Nullable String kind, @Nullable String usage, int line, int column) {
            this.code = code;
            this.kind = kind;
            this.usage = usage;
            this.line = line;
            this.column = column;
        }

        /** The text of the first rubric of a kind, on one line. */
        @Nullable String text(String kindOfRubric) {
            return rubrics.stream()
                    .filter(rubric -> rubric.kind().equals(kindOfRubric))
                    .map(Rubric::line)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A text about a class.
     *
     * @param kind preferred, inclusion, exclusion, coding-hint, definition ...
     * @param text as it is read
     * @param references the codes in it that are marked as dagger or asterisk
     */
    record Rubric(String kind, StringBuilder text, List<Reference> references) {
        String line() {
            return Texts.oneLine(text.toString()).replace(" )", ")").replace("( ", "(");
        }
    }

    /**
     * A code that a text refers to.
     *
     * @param usage dagger, aster or optional
     * @param code the code
     */
    record Reference(String usage, String code) {}
}
