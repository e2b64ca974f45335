package no.normverk.snomed.constraint;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which part of a constraint's text each step of its plan stands for. Kept only when somebody asks. */
final class Clauses {

    private final @Nullable Map<Object, String> texts;

    private Clauses(@Nullable Map<Object, String> texts) {
        this.texts = texts;
    }

    static Clauses kept() {
        return new Clauses(new IdentityHashMap<>());
    }

    static Clauses forgotten() {
        return new Clauses(null);
    }

    /** The step, whose text is kept unless it has one already. */
    <T> T of(T step, Supplier<String> text) {
        if (texts != null) {
            texts.computeIfAbsent(step, key -> text.get());
        }
        return step;
    }

    /** The text of a step; of one that has none of its own, nothing. */
    String text(Object step) {
        return texts == null ? "" : texts.getOrDefault(step, "");
    }
}
