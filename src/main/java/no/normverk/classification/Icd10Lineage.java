package no.normverk.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.normverk.terminology.Lineage;
import org.jspecify.annotations.Nullable;

/**
 * ICD-10 (WHO, ICD-10 volume 2, 2.4): a category is a letter and two characters, and each further character subdivides. The Norwegian edition adds codes of its own and changes the meaning of none, so
 * that WHO's maps hold for it. Lists of reportable codes leave out categories that are subdivided; where those would be is in the codes.
 */
public final class Icd10Lineage implements Lineage {

    /** WHO's ICD-10. */
    public static final String WHO = "http://hl7.org/fhir/sid/icd-10";

    private static final String NORWEGIAN_OID = "urn:oid:2.16.578.1.12.4.1.1.7110";
    private static final Set<String> SYSTEMS =
            Set.of(WHO, WHO + "-no", NORWEGIAN_OID, "urn:oid:2.16.840.1.113883.6.3");
    private static final Pattern CODE = Pattern.compile("([A-Z])([0-9][0-9A-Za-z])(?:\\.?([0-9A-Za-z]{1,3}))?");
    private static final Pattern ANY_CASE = Pattern.compile(CODE.pattern(), Pattern.CASE_INSENSITIVE);
    private static final int CATEGORY = 3;

    /** The chapter of each letter; D and H are shared by two, told apart by the digit. */
    private static final String CHAPTERS =
            "A I,B I,C II,D II,E IV,F V,G VI,H VII,I IX,J X,K XI,L XII,M XIII,N XIV,O XV,P XVI,Q XVII,R XVIII,S XIX,T XIX,V XX,W XX,X XX,Y XX,Z XXI,U XXII";

    @Override
    public List<String> broaderCodes(String system, String code) {
        if (!SYSTEMS.contains(system) || !CODE.matcher(code).matches()) {
            return List.of();
        }
        String bare = code.replace(".", "");
        boolean dotted = code.indexOf('.') > 0;
        List<String> broader = new ArrayList<>();
        for (int length = bare.length() - 1; length >= CATEGORY; length--) {
            String shorter = bare.substring(0, length);
            broader.add(dotted && length > CATEGORY ? shorter.substring(0, CATEGORY) + "." + shorter.substring(CATEGORY) : shorter);
        }
        return broader;
    }

    @Override
    public List<String> otherSpellings(String system, String code) {
        if (!SYSTEMS.contains(system) || !ANY_CASE.matcher(code).matches()) {
            return List.of();
        }
        String bare = code.replace(".", "");
        String dotted = bare.length() > CATEGORY ? bare.substring(0, CATEGORY) + "." + bare.substring(CATEGORY) : bare;
        return Stream.of(dotted, bare)
                .flatMap(form -> Stream.of(form, form.toUpperCase(Locale.ROOT), form.toLowerCase(Locale.ROOT)))
                .distinct()
                .filter(form -> !form.equals(code))
                .toList();
    }

    @Override
    public @Nullable String base(String system) {
        return SYSTEMS.contains(system) && !system.equals(WHO) ? WHO : null;
    }

    @Override
    public @Nullable String chapter(String system, String code) {
        Matcher matcher = CODE.matcher(code);
        if (!SYSTEMS.contains(system) || !matcher.matches()) {
            return null;
        }
        String letter = matcher.group(1).toUpperCase(Locale.ROOT);
        char digit = matcher.group(2).charAt(0);
        if (letter.equals("D") && digit >= '5') {
            return "III";
        }
        if (letter.equals("H") && digit >= '6') {
            return "VIII";
        }
        for (String chapter : CHAPTERS.split(",")) {
            if (chapter.startsWith(letter)) {
                return chapter.substring(2);
            }
        }
        return null;
    }
}
