package no.normverk.snomed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number. Short ones, which repeat, are kept once. */
final class TextPool {

    private static final int LONGEST_SHARED = 120;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> shared = new HashMap<>();

    int add(String text) {
        if (text.length() > LONGEST_SHARED) {
            texts.add(text);
            return texts.size() - 1;
        }
        Integer known = shared.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        shared.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    List<String> texts() {
        return texts;
    }
}
